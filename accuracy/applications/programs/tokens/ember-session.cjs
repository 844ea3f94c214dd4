// What ember-simple-auth keeps of a password grant (OAuth2PasswordGrantAuthenticator): one JSON in localStorage; a
// supervisor may act for somebody else meanwhile, with a second token in a header of its own.
const { randomBytes } = require('node:crypto');
const { frame, isUser } = require('./frame.cjs');

const { app, show, open } = frame({
  title: 'Payroll',
  client: `
const NAME = 'ember_simple_auth-session';
const kept = () => JSON.parse(localStorage.getItem(NAME) ?? '{"authenticated":{}}').authenticated;
const keep = (data) => localStorage.setItem(NAME, JSON.stringify({ authenticated: { authenticator: 'authenticator:oauth2', ...data, expires_at: Date.now() + (data.expires_in ?? 0) * 1000 } }));
const form = (body) => fetch('/oauth/token', { method: 'POST', body: new URLSearchParams(body) });
let acting;
const api = async (path, options = {}) => {
  const { token_type, access_token } = kept();
  const answer = await fetch('/api' + path, { ...options, headers: { Accept: 'application/vnd.api+json', ...(access_token && { Authorization: token_type + ' ' + access_token }), ...(acting && { 'X-Acting-As': acting }) } });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
const client = {
  logIn: async (username, password) => { const answer = await form({ grant_type: 'password', username, password }); if (!answer.ok) throw answer.status; keep(await answer.json()); },
  load: async () => (await api('/payslips')).data.length,
  add: async () => { await api('/payslips', { method: 'POST' }); },
  more: async () => { acting = (await api('/employees/7/act-as', { method: 'POST' })).data.attributes.grant; const { data } = await api('/payslips'); acting = undefined; return data.length; },
  renew: async () => { const { refresh_token } = kept(); keep(await (await form({ grant_type: 'refresh_token', refresh_token })).json()); },
  logOut: async () => { const { access_token, refresh_token } = kept(); for (const [token_type_hint, token] of Object.entries({ access_token, refresh_token })) await fetch('/oauth/revoke', { method: 'POST', body: new URLSearchParams({ token_type_hint, token }) }); localStorage.setItem(NAME, '{"authenticated":{}}'); },
};`,
});

const good = new Map();
const slips = [];
const make = (kind) => {
  const token = randomBytes(32).toString('base64url');
  good.set(token, kind);
  return token;
};
app.post('/oauth/token', (request, response) => {
  const { grant_type, username, password, refresh_token } = request.body;
  const fine =
    grant_type === 'password'
      ? isUser(username, password)
      : good.get(refresh_token) === 'refresh' && good.delete(refresh_token);
  if (!fine) return void response.status(400).json({ error: 'invalid_grant' });
  response.json({
    access_token: make('access'),
    token_type: 'Bearer',
    expires_in: 7200,
    refresh_token: make('refresh'),
    created_at: Math.floor(Date.now() / 1000),
  });
});
app.post(
  '/oauth/revoke',
  (request, response) => (good.delete(request.body.token), response.json({})),
);
app.use('/api', (request, response, next) => {
  const acting = request.headers['x-acting-as'];
  if (
    good.get((request.headers.authorization ?? '').replace('Bearer ', '')) !== 'access' ||
    (acting && good.get(acting) !== 'acting')
  )
    return void response.status(401).json({ errors: [{ status: '401' }] });
  next();
});
app.get('/api/payslips', (_, response) => response.json({ data: slips }));
app.post('/api/payslips', (_, response) =>
  response.json({ data: slips.push({ type: 'payslips' }) }),
);
app.post('/api/employees/7/act-as', (_, response) =>
  response.json({
    data: { id: '7', type: 'acting', attributes: { grant: make('acting'), 'expires-in': 600 } },
  }),
);
app.get('/', show);
open();
