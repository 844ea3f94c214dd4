import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiAsk, type SiteKind, SITES } from './site-kinds.js';

const PAGE = '<!doctype html><link rel="icon" href="data:,">';
const FORM = `<form method="post" action="/login"><input name="username">
  <input name="password" type="password"><button>Log in</button></form>`;
/** As long as a page that somebody reads. */
const HOME = `<p>${'Welcome back. '.repeat(200)}</p>
<form method="post" action="/logout"><button id="log-out">Log out</button></form>
<script>
  const token = localStorage.getItem('access_token');
  const byHeader = token && !window.byParameter;
  const headers = byHeader ? { authorization: 'Bearer ' + token } : {};
  const query = token && window.byParameter ? '?access_token=' + token : '';
  const address = (window.api || '') + '/api/me' + query;
  window.askMe = () =>
    fetch(address, { headers, credentials: 'include' }).then((answer) => answer.text());
  window.askMe().then(() => document.body.setAttribute('data-ready', ''));
</script>`;

/** Of the page's own: it is asked for everything that the page asks for. */
const WORKER = `
  let asked = 0;
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  self.addEventListener('fetch', () => { asked += 1; });
  self.addEventListener('message', ({ source }) => source.postMessage(asked));`;

export interface Sites {
  at(host: string): string;
  /** What a site keeps of who is logged in. */
  sessions(host: string): Map<string, string>;
  /** Cookie lines with which its API was asked. */
  asked(host: string): string[];
  close(): Promise<void>;
}

/** All of these sites on one server. */
export async function startSites(): Promise<Sites> {
  const stores = new Map<string, Map<string, string>>();
  const asked = new Map<string, string[]>();
  const of = <T>(all: Map<string, T>, host: string, none: T): T => {
    if (!all.has(host)) all.set(host, none);
    return all.get(host)!;
  };
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').split(':')[0]!;
    const [owner, kind] =
      Object.entries(SITES).find(([name, { api }]) => name === host || api === host) ?? [];
    if (!owner || !kind) return void response.writeHead(404).end();
    const sessions = of(stores, owner, new Map<string, string>());
    if (request.url?.startsWith('/api/me')) of(asked, host, []).push(request.headers.cookie ?? '');
    answer(kind, { ...readAsk(request), sessions, request, response });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    at: (host) => `http://${host}:${port}`,
    sessions: (host) => of(stores, host, new Map()),
    asked: (host) => of(asked, host, []),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(kind: SiteKind, ask: ApiAsk): void {
  const { request, response, sessions } = ask;
  const route = `${request.method} ${request.url}`;
  if (route === 'POST /login') {
    const { cookies = [], token } = kind.login(sessions);
    response.setHeader('set-cookie', [...cookies, 'theme=dark; Path=/']);
    if (token === undefined) return void response.writeHead(303, { location: '/home' }).end();
    return html(response, `<script>localStorage.setItem('access_token', '${token}');
      location.replace('/home');</script>`); // prettier-ignore
  }
  if (route === 'POST /logout') {
    if (!kind.endsNothing) sessions.clear();
    response.setHeader('set-cookie', 'connect.sid=; Path=/; Max-Age=0');
    return void response.writeHead(303, { location: '/login' }).end();
  }
  if (request.url?.startsWith('/api/me')) return answerApi(kind, ask);
  const port = request.headers.host?.split(':')[1];
  const origin = kind.api ? `http://${kind.api}:${port}` : '';
  const facts = `<script>window.api = '${origin}'; window.byParameter = ${!!kind.byParameter};</script>`;
  if (request.url === '/worker.js') {
    response.setHeader('content-type', 'text/javascript');
    return void response.end(WORKER);
  }
  html(response, request.url === '/home' ? facts + HOME : FORM);
}

function answerApi(kind: SiteKind, ask: ApiAsk): void {
  const { request, response } = ask;
  const user = kind.userOf(ask);
  if (response.writableEnded) return;
  if (user === undefined && kind.refuse) return kind.refuse(ask);
  if (request.headers.origin) {
    response.setHeader('access-control-allow-origin', request.headers.origin);
    response.setHeader('access-control-allow-credentials', 'true');
  }
  response.setHeader('content-type', 'application/json');
  response.statusCode = user === undefined ? 401 : 200;
  response.end(JSON.stringify(user === undefined ? { error: 'who?' } : { user: { name: user } }));
}

function html(response: ServerResponse, body: string): void {
  response.setHeader('content-type', 'text/html');
  response.end(PAGE + body);
}

function readAsk({ headers, url = '' }: IncomingMessage): Pick<ApiAsk, 'cookies' | 'token'> {
  const pairs = (headers.cookie ?? '').split('; ').map((pair): [string, string] => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, equals), pair.slice(equals + 1)];
  });
  const token =
    /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? /access_token=(\w+)/.exec(url)?.[1];
  return { cookies: new Map(pairs), token };
}
