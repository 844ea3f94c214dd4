// Pusher's client with a private channel: the application's key is public, the channel is opened by a signature that the
// site's own session asks for. The session is a cookie that express-session signs; its login is a form of the page.
const { createHmac, randomBytes, randomInt } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const session = require_('express-session');
const { WebSocketServer } = require_('ws');

const APP_KEY = randomBytes(10).toString('hex');
const SECRET = randomBytes(10).toString('hex');
const { app, server, show, open } = frame({
  title: 'Kitchen',
  client: `
import Pusher from 'pusher-js';
const ask = async (path, body) => {
  const answer = await fetch(path, body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body) });
  if (!answer.ok) throw answer.status;
  return answer.json();
};
let pusher;
const connect = () => new Promise((done, fail) => {
  pusher = new Pusher('${APP_KEY}', { cluster: 'eu', wsHost: location.hostname, wsPort: Number(location.port), forceTLS: false, enabledTransports: ['ws'], disableStats: true, channelAuthorization: { endpoint: '/pusher/auth' } });
  pusher.subscribe('private-kitchen').bind('pusher:subscription_succeeded', () => done()).bind('pusher:subscription_error', fail);
});
const client = {
  ready: () => ask('/orders').then(connect),
  logIn: async (name, code) => { await ask('/staff', { name, code }); await connect(); },
  load: async () => (await ask('/orders')).open,
  add: async () => { await ask('/orders', { dish: 'Soup' }); },
  logOut: async () => { pusher?.disconnect(); await ask('/staff/leave', {}); },
};`,
});

let orders = 0;
app.use(
  session({
    secret: randomBytes(16).toString('hex'),
    name: 'kitchen.sid',
    resave: false,
    saveUninitialized: true,
  }),
);
app.post('/staff', (request, response) => {
  if (!isUser(request.body.name, request.body.code))
    return void response.status(401).json({ ok: false });
  request.session.regenerate(() => ((request.session.cook = 'ada'), response.json({ ok: true })));
});
app.use(['/orders', '/pusher', '/staff/leave'], (request, response, next) =>
  request.session.cook ? next() : response.status(403).json({ ok: false }),
);
app.get('/orders', (_, response) => response.json({ open: orders }));
app.post('/orders', (_, response) => response.json({ open: (orders += 1) }));
app.post('/pusher/auth', (request, response) => {
  const { socket_id, channel_name } = request.body;
  response.json({
    auth: `${APP_KEY}:${createHmac('sha256', SECRET).update(`${socket_id}:${channel_name}`).digest('hex')}`,
  });
});
app.post('/staff/leave', (request, response) =>
  request.session.destroy(() => response.json({ ok: true })),
);
new WebSocketServer({ server }).on('connection', (ws) => {
  const say = (event, data, channel) =>
    ws.send(JSON.stringify({ event, ...(channel && { channel }), data: JSON.stringify(data) }));
  say('pusher:connection_established', {
    socket_id: `${randomInt(1e9)}.${randomInt(1e9)}`,
    activity_timeout: 120,
  });
  ws.on('message', (text) => {
    const { event, data } = JSON.parse(text);
    if (event === 'pusher:subscribe')
      say('pusher_internal:subscription_succeeded', {}, data.channel);
  });
});
app.get('/', show);
open();
