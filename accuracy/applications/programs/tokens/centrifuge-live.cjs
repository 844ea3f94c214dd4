// Centrifugo's client beside a session: the page fetches a short JWT for the connection and one for a channel.
const { randomBytes, randomUUID } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');
const session = require_('express-session');
const { WebSocketServer } = require_('ws');

const { app, server, show, open } = frame({
  title: 'Auction',
  client: `
import { Centrifuge } from 'centrifuge';
const ask = async (path, body) => {
  const answer = await fetch(path, { method: body === undefined ? 'GET' : 'POST', headers: { 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
let live;
const connect = async () => {
  live = new Centrifuge(location.origin.replace('http', 'ws') + '/connection/websocket', { getToken: async () => (await ask('/rt/connect', {})).token });
  const lot = live.newSubscription('$lot:7', { getToken: async ({ channel }) => (await ask('/rt/subscribe', { channel })).token });
  lot.subscribe(); live.connect();
  await lot.ready(5000);
};
const client = {
  ready: () => ask('/me').then(connect),
  logIn: async (login, password) => { await ask('/enter', { login, password }); await connect(); },
  load: async () => (await ask('/bids')).bids,
  add: async () => { await ask('/bids', { pounds: 20 }); },
  logOut: async () => { live?.disconnect(); await ask('/leave', {}); },
};`,
});

const KEY = 'a shared HMAC key, long enough to be kept: 7f2c91';
let bids = 0;
app.use(
  session({
    secret: randomBytes(16).toString('hex'),
    name: 'auction',
    resave: false,
    saveUninitialized: false,
    cookie: { sameSite: 'lax' },
  }),
);
app.post('/enter', (request, response) => {
  if (!isUser(request.body.login, request.body.password))
    return void response.status(422).json({ errors: { login: 'unknown' } });
  request.session.regenerate(() => {
    request.session.user = '42';
    response.json({ name: 'Ada' });
  });
});
app.use(['/me', '/bids', '/rt', '/leave'], (request, response, next) =>
  request.session.user ? next() : response.status(401).json({ error: 'sign in' }),
);
app.get('/me', (_, response) => response.json({ name: 'Ada' }));
app.get('/bids', (_, response) => response.json({ bids }));
app.post('/bids', (_, response) => response.json({ bids: (bids += 1) }));
app.post('/rt/connect', (_, response) =>
  response.json({ token: jwt.sign({ sub: '42', info: { name: 'Ada' } }, KEY, { expiresIn: 600 }) }),
);
app.post('/rt/subscribe', (request, response) =>
  response.json({
    token: jwt.sign({ sub: '42', channel: request.body.channel }, KEY, { expiresIn: 600 }),
  }),
);
app.post('/leave', (request, response) =>
  request.session.destroy(() => response.clearCookie('auction').json({})),
);
new WebSocketServer({ server, path: '/connection/websocket' }).on('connection', (ws) =>
  ws.on('message', (data) => {
    for (const line of String(data).split('\n').filter(Boolean)) {
      const { id, connect, subscribe } = JSON.parse(line);
      const good = (token) => {
        try {
          return jwt.verify(token ?? '', KEY);
        } catch {
          return undefined;
        }
      };
      if (connect)
        ws.send(
          JSON.stringify(
            good(connect.token)
              ? {
                  id,
                  connect: {
                    client: randomUUID(),
                    version: '5.0.0 OSS',
                    ping: 25,
                    pong: true,
                    expires: true,
                    ttl: 600,
                  },
                }
              : { id, error: { code: 109, message: 'token expired' } },
          ),
        );
      if (subscribe)
        ws.send(
          JSON.stringify(
            good(subscribe.token)
              ? { id, subscribe: { expires: true, ttl: 600 } }
              : { id, error: { code: 103, message: 'permission denied' } },
          ),
        );
    }
  }),
);
app.get('/', show);
open();
