import { randomBytes, randomUUID } from 'node:crypto';
import type http from 'node:http';
import { createRequire } from 'node:module';
import express, { type Express } from 'express';
import { waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import {
  allowAll,
  clientFile,
  clientFiles,
  type OriginOf,
  pages,
  serveParties,
} from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'harbour.test';
const HUB = 'hub.harbour-talk.test';

/** A harbour office with three ways to talk to it, none of which asks who speaks. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-chat',
  docs: [
    // "sid … the id of the Engine.IO session", public and of one connection only; "t" against
    // caches.
    'https://socket.io/docs/v4/how-it-works/',
    // "connectionToken … the `id` parameter", "connectionId": both of one connection.
    'https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/TransportProtocols.md',
    // "/<server>/<session>/<transport>"; "JSESSIONID=dummy" for balancers that look for one.
    'https://sockjs.github.io/sockjs-protocol/sockjs-protocol-0.3.3.html',
  ],
  truth: {
    mechanism: 'none',
    host: HOST,
    credentials: [
      { carrier: 'url', name: /^(?:sid|t|EIO|transport|c)$/, role: 'other' },
      { carrier: 'url', name: /^(?:id|_|negotiateVersion)$/, role: 'other' },
      { carrier: 'body', name: /^\/(?:connectionId|connectionToken|sid)$/, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'header', name: /^x-signalr-user-agent$/, role: 'other' },
      { carrier: 'cookie', name: 'JSESSIONID', role: ['load-balancer', 'other'] },
      // Socket.IO's own cookie for sticky balancers: the id of the connection.
      { carrier: 'cookie', name: 'io', role: ['load-balancer', 'other'] },
      { carrier: 'localStorage', name: /^(?:nickname|sound)/, role: 'preference' },
      { carrier: 'localStorage', name: 'chat_visitor', role: ['tracking', 'device', 'other'] },
    ],
  },
  async start() {
    const running = await serveParties(HOST, { [HOST]: office, [HUB]: hub });
    talk(running.server);
    return running;
  },
  async visit(visit) {
    const { page, url, step } = visit;
    const say = async (path: string) => {
      await page.goto(`${url}${path}`);
      await waitForText(page, '#said', 'open');
      await page.click('#say');
      await waitForText(page, '#said', 'Ahoy');
      await settle(visit);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await step('use');
    await say('/socket');
    await say('/signal');
    await say('/sock');
    await page.reload();
    await waitForText(page, '#said', 'open');
    await page.goto('about:blank');
    await say('/socket');
  },
};

type Listener = (...all: never[]) => void;
interface Emitter {
  on(event: string, listener: Listener): void;
}

/** Socket.IO and SockJS, as their makers' servers speak, beside the pages. */
function talk(server: http.Server): void {
  const require = createRequire(import.meta.url);
  const io = require(clientFile('socket.io')) as {
    Server: new (server: http.Server, options: object) => Emitter;
  };
  const listeners = server.listeners('request') as http.RequestListener[];
  const sockets = new io.Server(server, {
    cookie: { name: 'io', httpOnly: true, sameSite: 'lax' },
  });
  sockets.on('connection', (socket: Emitter & { emit(event: string, text: string): void }) => {
    socket.emit('said', 'open');
    socket.on('say', (text: string) => socket.emit('said', text));
  });
  const sockjs = require(clientFile('sockjs')) as {
    createServer(options: object): Emitter & {
      installHandlers(server: http.Server, options: object): void;
    };
  };
  const echo = sockjs.createServer({ jsessionid: true, log: () => undefined });
  echo.on('connection', (connection: Emitter & { write(text: string): void }) => {
    connection.write('open');
    connection.on('data', (text: string) => connection.write(text));
  });
  echo.installHandlers(server, { prefix: '/echo' });
  if (listeners.length === 0) throw new Error('the pages are served before the sockets');
}

const CLIENTS: Record<string, (originOf: OriginOf) => string> = {
  socket: () =>
    `const socket = io(); socket.on('said', say); send = () => socket.emit('say', 'Ahoy');`,
  signal: (
    originOf,
  ) => `const hub = new signalR.HubConnectionBuilder().withUrl('${originOf(HUB)}/harbour', signalR.HttpTransportType.LongPolling).build();
hub.on('said', say); hub.start().then(() => say('open')); send = () => hub.invoke('Say', 'Ahoy');`,
  sock: () =>
    "const sock = new SockJS('/echo', null, { transports: ['xhr-polling'] }); sock.onmessage = " +
    "({ data }) => say(data); send = () => sock.send('Ahoy');",
};

function office(app: Express, originOf: OriginOf): void {
  clientFiles(app, {
    '/socket.js': 'socket.io-client/dist/socket.io.min.js',
    '/signal.js': '@microsoft/signalr/dist/browser/signalr.min.js',
    '/sock.js': 'sockjs-client/dist/sockjs.min.js',
  });
  pages(app, ['', 'socket', 'signal', 'sock'], {
    head: (name) => (name ? `<script src="/${name}.js"></script>` : ''),
    body: (name) => `<button id="say">Ahoy</button><p id="said"></p><script>
const say = (text) => { document.querySelector('#said').textContent += ' ' + text; };
let send = () => undefined;
localStorage.setItem('nickname', 'guest'); localStorage.setItem('sound', 'off');
localStorage.setItem('chat_visitor', localStorage.getItem('chat_visitor') ?? crypto.randomUUID());
document.querySelector('#say').onclick = () => send();
${CLIENTS[name]?.(originOf) ?? ''}</script>`,
  });
}

const END = '\u001e';

/** What an ASP.NET Core hub answers by long polling. */
function hub(app: Express): void {
  const waiting = new Map<
    string,
    { queue: string[]; poll?: express.Response | undefined; seen: boolean }
  >();
  allowAll(app);
  app.use(express.text({ type: () => true }));
  app.post('/harbour/negotiate', (_, response) => {
    const connectionToken = randomBytes(16).toString('base64url');
    waiting.set(connectionToken, { queue: [], seen: false });
    const availableTransports = [{ transport: 'LongPolling', transferFormats: ['Text', 'Binary'] }];
    response.json({
      negotiateVersion: 1,
      connectionId: randomUUID(),
      connectionToken,
      availableTransports,
    });
  });
  app.use('/harbour', (request, response) => {
    const line = waiting.get(String(request.query['id']));
    if (!line) return void response.sendStatus(404);
    const tell = (text: string) => {
      if (line.poll) line.poll.type('text/plain').send(text);
      else line.queue.push(text);
      line.poll = undefined;
    };
    if (request.method === 'DELETE') return void response.sendStatus(202);
    if (request.method === 'POST') {
      const said = String(request.body)
        .split(END)
        .filter(Boolean)
        .map(
          (text) =>
            JSON.parse(text) as {
              protocol?: string;
              target?: string;
              invocationId?: string;
              arguments?: string[];
            },
        );
      for (const { protocol, target, invocationId, arguments: all } of said) {
        if (protocol) tell(`{}${END}`);
        if (target)
          tell(
            `${JSON.stringify({ type: 1, target: 'said', arguments: all })}${END}${JSON.stringify({ type: 3, invocationId, result: null })}${END}`,
          );
      }
      return void response.send('');
    }
    if (!line.seen) {
      line.seen = true;
      return void response.send('');
    }
    const next = line.queue.shift();
    if (next === undefined) line.poll = response;
    else response.type('text/plain').send(next);
  });
}
