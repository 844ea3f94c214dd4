// A Matrix client by the client-server API: `m.login.password`, an access token that is renewed by a refresh token, the
// device's id, the sync position (`next_batch`, `since`), a transaction id in each PUT, a push key.
const { randomBytes } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');

const { app, show, open } = frame({
  title: 'Rooms',
  client: `
const V = '/_matrix/client/v3';
const api = async (path, method = 'GET', body) => {
  const token = localStorage.getItem('mx_access_token');
  const answer = await fetch(V + path, { method, headers: token ? { Authorization: 'Bearer ' + token } : {}, ...(body && { body: JSON.stringify(body) }) });
  if (!answer.ok) throw (await answer.json()).errcode;
  return answer.json();
};
const keep = (answer) => { for (const name of ['access_token', 'refresh_token', 'user_id', 'device_id']) if (answer[name]) localStorage.setItem('mx_' + name, answer[name]); };
const sync = async () => { const { next_batch } = await api('/sync?timeout=0' + (since ? '&since=' + since : '')); since = next_batch; sessionStorage.setItem('mx_since', since); };
let since = sessionStorage.getItem('mx_since') ?? '';
let n = 0;
const client = {
  ready: async () => { await fetch(V + '/login'); },
  logIn: async (user, password) => {
    keep(await api('/login', 'POST', { type: 'm.login.password', identifier: { type: 'm.id.user', user }, password, initial_device_display_name: 'Web', refresh_token: true }));
    localStorage.setItem('mx_hs_url', location.origin);
    await api('/pushers/set', 'POST', { kind: 'http', app_id: 'org.rooms.web', pushkey: 'ZnB1c2hrZXk' + Math.random().toString(36).slice(2).repeat(4), lang: 'en', data: { url: 'https://push.example.test' } });
    await sync();
  },
  load: async () => { await sync(); return (await api('/joined_rooms')).joined_rooms.length; },
  add: async () => { await api('/rooms/!lobby:rooms.test/send/m.room.message/m' + Date.now() + '.' + n++, 'PUT', { msgtype: 'm.text', body: 'Hello' }); },
  renew: async () => keep(await api('/refresh', 'POST', { refresh_token: localStorage.getItem('mx_refresh_token') })),
  logOut: async () => { await api('/logout', 'POST', {}); localStorage.clear(); sessionStorage.clear(); },
};`,
});

const access = new Set();
const refresh = new Set();
const word = (prefix) =>
  `${prefix}_YWRh_${randomBytes(15).toString('base64url')}_${randomBytes(4).toString('base64url')}`;
const tokens = () => {
  const given = { access_token: word('syt'), refresh_token: word('syr'), expires_in_ms: 300_000 };
  access.add(given.access_token);
  refresh.add(given.refresh_token);
  return given;
};
let position = 40;
const V = '/_matrix/client/v3';
app.use(require_('express').json({ type: () => true }));
app.get(`${V}/login`, (_, response) => response.json({ flows: [{ type: 'm.login.password' }] }));
app.post(`${V}/login`, (request, response) => {
  const { identifier, password } = request.body;
  if (!isUser(identifier.user, password))
    return void response
      .status(403)
      .json({ errcode: 'M_FORBIDDEN', error: 'Invalid username or password' });
  response.json({
    user_id: '@ada:rooms.test',
    home_server: 'rooms.test',
    device_id: randomBytes(5).toString('hex').toUpperCase(),
    ...tokens(),
  });
});
app.post(`${V}/refresh`, (request, response) =>
  refresh.delete(request.body.refresh_token)
    ? response.json(tokens())
    : response.status(401).json({ errcode: 'M_UNKNOWN_TOKEN' }),
);
app.use(V, (request, response, next) =>
  access.has((request.headers.authorization ?? '').replace('Bearer ', ''))
    ? next()
    : response.status(401).json({ errcode: 'M_MISSING_TOKEN', error: 'Missing access token' }),
);
app.get(`${V}/sync`, (_, response) =>
  response.json({
    next_batch: `s${(position += 1)}_757284974_1_${position}_42_1_9_${position * 7}_0_1`,
    rooms: {},
    presence: { events: [] },
  }),
);
app.get(`${V}/joined_rooms`, (_, response) =>
  response.json({ joined_rooms: ['!lobby:rooms.test'] }),
);
app.put(`${V}/rooms/:room/send/:type/:txn`, (_, response) =>
  response.json({ event_id: `$${randomBytes(32).toString('base64url')}` }),
);
app.post(`${V}/pushers/set`, (_, response) => response.json({}));
app.post(`${V}/logout`, (_, response) => (access.clear(), refresh.clear(), response.json({})));
app.get('/', show);
open();
