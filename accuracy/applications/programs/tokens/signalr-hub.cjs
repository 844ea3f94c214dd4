// ASP.NET Core SignalR's JavaScript client: a JWT from a login of one's own, in Authorization at the negotiation and in
// the address of the WebSocket (`access_token`), beside the ids of the connection.
const { randomBytes, randomUUID } = require('node:crypto');
const { frame, isUser, require_ } = require('./frame.cjs');
const jwt = require_('jsonwebtoken');
const { WebSocketServer } = require_('ws');

const { app, server, show, open } = frame({
  title: 'Dispatch',
  client: `
import { HubConnectionBuilder } from '@microsoft/signalr';
let hub;
const connect = async () => {
  hub = new HubConnectionBuilder().withUrl('/hubs/dispatch', { accessTokenFactory: () => sessionStorage.getItem('dispatch.jwt') ?? '' }).configureLogging(6).build();
  await hub.start();
};
const client = {
  ready: () => sessionStorage.getItem('dispatch.jwt') && connect(),
  logIn: async (userName, password) => {
    const answer = await fetch('/account/login', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ userName, password }) });
    if (!answer.ok) throw answer.status;
    sessionStorage.setItem('dispatch.jwt', (await answer.json()).jwt);
    await connect();
  },
  load: async () => { if (!hub) await connect(); return hub.invoke('Open'); },
  add: () => hub.invoke('Report', 'Van 7 is late').then(() => {}),
  logOut: async () => { await hub?.stop(); hub = undefined; sessionStorage.removeItem('dispatch.jwt'); },
};`,
});

const KEY = randomBytes(32);
const END = '\x1e';
let open_ = 0;
const known = (token) => {
  try {
    return jwt.verify(token ?? '', KEY);
  } catch {
    return undefined;
  }
};
app.post('/account/login', (request, response) => {
  const { userName, password } = request.body;
  if (!isUser(userName, password))
    return void response.status(401).json({
      title: 'Unauthorized',
      status: 401,
      traceId: `00-${randomBytes(16).toString('hex')}-${randomBytes(8).toString('hex')}-00`,
    });
  response.json({
    jwt: jwt.sign({ nameid: '42', unique_name: 'ada', role: 'Dispatcher' }, KEY, {
      issuer: 'dispatch',
      audience: 'dispatch',
      expiresIn: 1800,
    }),
  });
});
app.post('/hubs/dispatch/negotiate', (request, response) => {
  if (!known((request.headers.authorization ?? '').replace('Bearer ', '')))
    return void response.status(401).end();
  const id = () => randomBytes(16).toString('base64url');
  response.json({
    negotiateVersion: 1,
    connectionId: id(),
    connectionToken: id(),
    availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text', 'Binary'] }],
  });
});
const sockets = new WebSocketServer({ noServer: true });
server.on('upgrade', (request, socket, head) => {
  const { searchParams } = new URL(request.url, 'http://x');
  if (!known(searchParams.get('access_token')))
    return socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  sockets.handleUpgrade(request, socket, head, (ws) => {
    ws.on('message', (data) => {
      for (const text of String(data).split(END).filter(Boolean)) {
        const message = JSON.parse(text);
        if (message.protocol) ws.send(`{}${END}`);
        else if (message.type === 1) {
          if (message.target === 'Report') open_ += 1;
          ws.send(
            JSON.stringify({ type: 3, invocationId: message.invocationId, result: open_ }) + END,
          );
        }
      }
    });
  });
});
app.get('/trace', (_, response) => response.json({ id: randomUUID() }));
app.get('/', show);
open();
