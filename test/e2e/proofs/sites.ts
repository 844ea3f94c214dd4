import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a request of the API came with. */
export interface ApiAsk {
  cookies: ReadonlyMap<string, string>;
  token: string | undefined;
  /** What is kept of who is logged in: each site's own. */
  sessions: Map<string, string>;
  request: IncomingMessage;
  response: ServerResponse;
}

/** How a site knows its users. */
export interface SiteKind {
  /** Set-Cookie lines of the login; a token for the page, where it keeps one itself. */
  login(sessions: Map<string, string>): { cookies?: string[]; token?: string };
  /** The user of a request; undefined: nobody. It may do what servers do to sessions. */
  userOf(ask: ApiAsk): string | undefined;
  /** Answers who is nobody; by default with 401. */
  refuse?(ask: ApiAsk): void;
  /** Of the logout: whether the session is ended. By default it is. */
  endsNothing?: boolean;
  /** Another host of the same server, which is asked instead. */
  api?: string;
  /** How the page asks, beside with its cookies: by a parameter. */
  byParameter?: boolean;
}

const id = () => randomBytes(16).toString('hex');
const USER = 'ada';

/** A session in a cookie, as express-session does it. */
function newSession(sessions: Map<string, string>): string {
  const key = id();
  sessions.set(key, USER);
  return key;
}

const bySession = ({ cookies, sessions }: ApiAsk) => sessions.get(cookies.get('connect.sid') ?? '');

export const SITES: Readonly<Record<string, SiteKind>> = {
  'session.test': {
    login: (sessions) => ({ cookies: [`connect.sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: bySession,
  },
  'worker.test': {
    login: (sessions) => ({ cookies: [`connect.sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: bySession,
  },
  'survives.test': {
    login: (sessions) => ({ cookies: [`connect.sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: bySession,
    endsNothing: true,
  },
  'bearer.test': {
    login: (sessions) => ({ token: newSession(sessions) }),
    userOf: ({ token, sessions }) => sessions.get(token ?? ''),
  },
  'parameter.test': {
    login: (sessions) => ({ token: newSession(sessions) }),
    userOf: ({ token, sessions }) => sessions.get(token ?? ''),
    byParameter: true,
  },
  /** A page that asks another host, which lets it read nothing but what its user may. */
  'www.spa.test': {
    login: (sessions) => ({
      cookies: [`sid=${newSession(sessions)}; Domain=spa.test; Path=/; HttpOnly`],
    }),
    userOf: ({ cookies, sessions }) => sessions.get(cookies.get('sid') ?? ''),
    refuse: ({ response }) => void response.writeHead(401).end(),
    api: 'api.spa.test',
  },
  'both.test': {
    login: (sessions) => ({
      cookies: [`auth_id=${newSession(sessions)}; Path=/`, `auth_key=${id()}; Path=/; HttpOnly`],
    }),
    userOf: ({ cookies, sessions }) =>
      cookies.has('auth_key') ? sessions.get(cookies.get('auth_id') ?? '') : undefined,
  },
  'either.test': {
    login: (sessions) => ({
      cookies: [
        `session=${newSession(sessions)}; Path=/; HttpOnly`,
        `remember_me=${newSession(sessions)}; Path=/; HttpOnly; Max-Age=9999999`,
      ],
    }),
    userOf: ({ cookies, sessions }) =>
      sessions.get(cookies.get('session') ?? '') ?? sessions.get(cookies.get('remember_me') ?? ''),
  },
  /** A new id with every request; the old one is good for nothing. */
  'rotating.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf({ cookies, sessions, response }) {
      const old = cookies.get('sid') ?? '';
      if (!sessions.delete(old)) return undefined;
      response.appendHeader('set-cookie', `sid=${newSession(sessions)}; Path=/; HttpOnly`);
      return USER;
    },
  },
  /** Takes a session without its guard for stolen. */
  'guarded.test': {
    login: (sessions) => ({
      cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`, `csrf_token=${id()}; Path=/`],
    }),
    userOf({ cookies, sessions }) {
      const sid = cookies.get('sid') ?? '';
      if (!cookies.has('csrf_token')) sessions.delete(sid);
      return sessions.get(sid);
    },
  },
  /** Gives whoever is nobody a session of nobody. */
  'anew.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: ({ cookies, sessions }) => sessions.get(cookies.get('sid') ?? ''),
    refuse({ response }) {
      response.appendHeader('set-cookie', [`sid=${id()}; Path=/; HttpOnly`, 'seen=1; Path=/']);
      response.setHeader('clear-site-data', '"cookies", "storage"');
      response.writeHead(401).end();
    },
  },
  /** Tells everybody the same, but for the orders. */
  'open.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: ({ cookies, sessions, request }) =>
      request.url === '/api/me/orders' ? sessions.get(cookies.get('sid') ?? '') : USER,
  },
  /** Ends a session that comes without what it is bound to. */
  'strict.test': {
    login: (sessions) => ({
      cookies: [
        `auth_token=${id()}; Path=/; HttpOnly`,
        `sid=${newSession(sessions)}; Path=/; HttpOnly`,
      ],
    }),
    userOf({ cookies, sessions }) {
      const sid = cookies.get('sid') ?? '';
      if (!cookies.has('auth_token')) sessions.delete(sid);
      return sessions.get(sid);
    },
  },
  'redirects.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf: ({ cookies, sessions }) => sessions.get(cookies.get('sid') ?? ''),
    refuse: ({ response }) => void response.writeHead(302, { location: '/login' }).end(),
  },
  /** Answers only so often. */
  'limited.test': {
    login: (sessions) => ({ cookies: [`sid=${newSession(sessions)}; Path=/; HttpOnly`] }),
    userOf({ cookies, sessions, response }) {
      const asked = Number(sessions.get('asked') ?? 0) + 1;
      sessions.set('asked', String(asked));
      if (asked > 3) response.writeHead(429, { 'retry-after': '60' }).end();
      return sessions.get(cookies.get('sid') ?? '');
    },
  },
};

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
