import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { pageOf, SERVICE_WORKER } from './page.js';
import { HOSTS, type TabName } from './plan.js';
import { Random } from './random.js';
import { type Received, Truth } from './truth.js';

const REFUSALS = [204, 401, 403, 404, 500];

export interface SoakSite {
  truth: Truth;
  /** Address of a page of a tab. */
  page(tab: TabName, id: string): string;
  close(): void;
}

/** The server of a soak, which knows what it was asked for and how it answered. */
export async function startSoakSite(seed: number): Promise<SoakSite> {
  const truth = new Truth();
  const random = new Random(seed + 1);
  const server = createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    if (request.url === '/sw.js') {
      response.setHeader('content-type', 'text/javascript');
      return void response.end(SERVICE_WORKER);
    }
    const noted = note(truth, request);
    if (!noted) return void response.writeHead(404).end();
    response.on('close', () => (noted.end = Date.now()));
    response.setHeader('set-cookie', cookiesOf(request, truth.received.length));
    if (request.headers.origin) response.setHeader('access-control-allow-origin', '*');
    answer(noted, request, response, random, port);
  });
  server.on('upgrade', (request, socket) => accept(request, socket, truth));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    truth,
    page: (tab, id) => `http://${HOSTS[tab]}:${port}/page/${tab}/${id}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Undefined for what no page of ours asks for, such as /.well-known/ addresses. */
function note(truth: Truth, request: IncomingMessage): Received | undefined {
  const [, deed = '', tab = ''] = request.url!.split('/');
  if (!Object.hasOwn(HOSTS, tab)) return undefined;
  const uid = request.headers['x-uid'];
  return truth.note({
    url: `http://${request.headers.host}${request.url}`,
    method: request.method!,
    tab: tab as TabName,
    deed,
    at: Date.now(),
    uid: typeof uid === 'string' ? uid : undefined,
    cookies: request.headers.cookie?.split(';').length ?? 0,
  });
}

function cookiesOf({ headers }: IncomingMessage, count: number): string[] {
  const id = createHash('sha256').update(`${headers.host}`).digest('hex').slice(0, 32);
  return [`SESSIONID=${id}; HttpOnly; Path=/`, `n=${count}; Path=/`];
}

function answer(
  noted: Received,
  request: IncomingMessage,
  response: ServerResponse,
  random: Random,
  port: number,
): void {
  const [, deed, tab, id = ''] = request.url!.split('/');
  const send = (status: number, body: string, after: number, more: Record<string, string> = {}) => {
    setTimeout(() => {
      noted.status = status;
      response.writeHead(status, { 'content-type': 'text/plain', ...more });
      response.end(body);
    }, after);
  };
  const asPage = { 'content-type': 'text/html' };
  const soon = random.next() * 25;
  if (deed === 'page') return send(200, pageOf(tab as TabName, port), soon, asPage);
  if (deed === 'frame') {
    const inside = `<!doctype html><script>fetch('/inside/${tab}/${id}').catch(() => {})</script>`;
    return send(200, inside, soon, asPage);
  }
  if (deed === 'redirect') {
    const [name, left] = id.split('.').map(String);
    const next =
      Number(left) > 0 ? `redirect/${tab}/${name}.${Number(left) - 1}` : `end/${tab}/${name}`;
    return send(302, '', soon, { location: `/${next}` });
  }
  if (deed === 'broken') return void request.socket.destroy();
  if (deed === 'refused') return send(REFUSALS[random.below(REFUSALS.length)]!, '', soon);
  return send(
    200,
    'ok',
    deed === 'slow' ? 200 + random.next() * 1_500 : deed === 'abort' ? 40 : soon,
  );
}

function accept(request: IncomingMessage, socket: Duplex, truth: Truth): void {
  const noted = note(truth, request);
  socket.on('error', () => socket.destroy());
  if (!noted) return void socket.destroy();
  const key = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    .digest('base64');
  const head = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  socket.write([...head, `Sec-WebSocket-Accept: ${key}`, '', ''].join('\r\n'));
  Object.assign(noted, { status: 101, end: Date.now() });
  setTimeout(() => socket.destroy(), 3_000).unref();
}
