// Phoenix: a signed session cookie, `csrf-token` in the page, and a signed token for the socket, in its address.
const { createHmac, randomBytes, timingSafeEqual } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const { WebSocketServer } = require_('ws');

const KEY = randomBytes(32);
const sign = (value) => {
  const head = `SFMyNTY.${Buffer.from(JSON.stringify(value)).toString('base64url')}`;
  return `${head}.${createHmac('sha256', KEY).update(head).digest('base64url')}`;
};
const unsign = (text = '') => {
  const parts = text.split('.');
  const good = createHmac('sha256', KEY).update(parts.slice(0, 2).join('.')).digest();
  const mac = Buffer.from(parts[2] ?? '', 'base64url');
  return mac.length === good.length && timingSafeEqual(mac, good)
    ? JSON.parse(Buffer.from(parts[1], 'base64url'))
    : {};
};
const { app, server, show, open } = frame({
  title: 'Depot',
  head: (request, response) => {
    const state = {
      ...request.state,
      _csrf_token: request.state._csrf_token ?? randomBytes(18).toString('base64url'),
    };
    response.keep(state);
    const masked = randomBytes(18).toString('base64url') + randomBytes(18).toString('base64url');
    tokens.add(masked);
    return `<meta name="csrf-token" content="${masked}"><meta name="user-token" content="${state.user_id ? sign({ user_id: state.user_id, at: Date.now() }) : ''}">`;
  },
  client: `
import { Socket } from 'phoenix';
const meta = (name) => document.querySelector('meta[name=' + name + ']').content;
const post = async (path, body) => {
  const answer = await fetch(path, { method: body ? 'POST' : 'DELETE', headers: { 'x-csrf-token': meta('csrf-token'), 'Content-Type': 'application/x-www-form-urlencoded' }, body: body && new URLSearchParams(body) });
  if (!answer.ok) throw answer.status;
  const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  for (const name of ['csrf-token', 'user-token']) document.querySelector('meta[name=' + name + ']').content = page.querySelector('meta[name=' + name + ']').content;
};
let channel, socket;
const push = (event, body = {}) => new Promise((done, fail) => channel.push(event, body).receive('ok', ({ count }) => done(count)).receive('error', fail));
const connect = () => new Promise((done, fail) => {
  socket = new Socket('/socket', { params: { token: meta('user-token') } });
  socket.onError(() => { socket.disconnect(); fail('socket'); });
  socket.connect();
  channel = socket.channel('depot:lobby', {});
  channel.join().receive('ok', () => done()).receive('error', fail);
});
const client = {
  ready: () => meta('user-token') && connect(),
  logIn: async (email, password) => { await post('/users/log_in', { 'user[email]': email, 'user[password]': password }); await connect(); },
  load: async () => { if (!meta('user-token')) throw 'nobody'; return push('count'); },
  add: () => push('crate', { size: 3 }).then(() => {}),
  logOut: async () => { socket.disconnect(); await post('/users/log_out'); },
};`,
});

const tokens = new Set();
let crates = 0;
app.use(require_('cookie-parser')(), (request, response, next) => {
  request.state = unsign(request.cookies._depot_key);
  response.keep = (state) =>
    response.cookie('_depot_key', sign(state), { httpOnly: true, sameSite: 'lax' });
  if (request.method !== 'GET' && !tokens.has(request.headers['x-csrf-token']))
    return void response.status(403).send('invalid CSRF (Cross Site Request Forgery) token');
  next();
});
app.post('/users/log_in', (request, response) => {
  if (!isUser(request.body['user[email]'], request.body['user[password]']))
    return void response.status(401).send('Invalid email or password');
  response.keep({
    _csrf_token: randomBytes(18).toString('base64url'),
    user_id: 42,
    live_socket_id: `users_sessions:${randomBytes(12).toString('base64url')}`,
  });
  response.send('Welcome back!');
});
app.delete(
  '/users/log_out',
  (request, response) => (response.keep({}), response.send('Logged out successfully.')),
);
app.get('/crates', (request, response) =>
  request.state.user_id ? response.json(crates) : response.status(401).end(),
);
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
  const { user_id } = unsign(new URL(request.url, 'http://x').searchParams.get('token') ?? '');
  if (!user_id) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  sockets.handleUpgrade(request, socket, head, (ws) =>
    ws.on('message', (text) => {
      const [join, ref, topic, event] = JSON.parse(text);
      if (event === 'crate') crates += 1;
      ws.send(
        JSON.stringify([
          join,
          ref,
          topic,
          'phx_reply',
          { status: 'ok', response: { count: crates } },
        ]),
      );
    }),
  );
});
app.get('/', show);
open();
