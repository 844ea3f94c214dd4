import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { testCertificate } from '../../../accuracy/support/serve.js';

/** A way in which a server knows its user, that is no cookie of the page's own site. */
export interface Way {
  /** What its page does: logs in, then asks who is there by `askMe`. */
  page: (at: (host: string) => string) => string;
  /** Answers `/login` and `/api/…`. */
  answer(request: IncomingMessage, response: ServerResponse): void;
  /** Answers what `answer` does, in place of the host of the page. */
  api?: string;
}

const id = () => randomBytes(16).toString('hex');
const WHO = JSON.stringify({ user: { name: 'ada' } });
const READY = `window.askMe = askMe;
  askMe().then(() => document.body.setAttribute('data-ready', ''));`;

const told = (response: ServerResponse, isKnown: boolean) => {
  response.statusCode = isKnown ? 200 : 401;
  response.setHeader('content-type', 'application/json');
  response.end(isKnown ? WHO : '{"error":"who?"}');
};

/** Gives a token as JSON, and knows its user where this header has it. */
function byHeader(name: string, valueOf: (token: string) => string): Pick<Way, 'page' | 'answer'> {
  const token = id();
  const script = valueOf.toString();
  return {
    page: (at) => `<script>
      const headerOf = ${script};
      const asking = fetch('${at('')}/login', { method: 'POST', body: '{"password":"correct"}' })
        .then((answer) => answer.json())
        .then(({ access_token }) => sessionStorage.setItem('access_token', access_token));
      const askMe = async () => {
        await asking;
        const headers = { '${name}': headerOf(sessionStorage.getItem('access_token')) };
        return (await fetch('${at('')}/api/me', { headers })).text();
      };
      ${READY}</script>`,
    answer(request, response) {
      if (request.url === '/login') {
        response.setHeader('content-type', 'application/json');
        return void response.end(JSON.stringify({ access_token: token }));
      }
      told(response, request.headers[name] === valueOf(token));
    },
  };
}

/**
 * A page that keeps a password in memory, and asks for news with it in this header every half
 * second.
 */
function byPassword(header: string, value: string): Way {
  return {
    page: () => `<script>
      const askMe = async () =>
        (await fetch('/api/me', { headers: { '${header}': '${value}' } })).text();
      setInterval(askMe, 500);
      ${READY}</script>`,
    answer: (request, response) => told(response, request.headers[header] === value),
  };
}

/** As it goes over the wire, too. */
export const PASSWORD = 'correct horse battery 7f3a';
export const PAIR = btoa(`ada:${PASSWORD}`);

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization',
};
const bearer = byHeader('authorization', (token) => `Bearer ${token}`);
const sessions = new Set<string>();

export const WAYS: Readonly<Record<string, Way>> = {
  'custom.test': byHeader('x-auth-token', (token) => token),
  /** Of another site, open to everybody's page; who is nobody is told so without a word of CORS. */
  'app.test': {
    page: bearer.page,
    api: 'api.other.test',
    answer(request, response) {
      const isRefused = request.method === 'GET' && request.headers.authorization === undefined;
      if (!isRefused)
        for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
      if (request.method === 'OPTIONS') return void response.writeHead(204).end();
      bearer.answer(request, response);
    },
  },
  /** Name and password by the browser's own dialog. */
  'basic.test': {
    page: () => `<script>
      const askMe = () => fetch('/api/me').then((answer) => answer.text());
      ${READY}</script>`,
    answer(request, response) {
      const isKnown = request.headers.authorization === `Basic ${btoa('ada:correct horse')}`;
      if (!isKnown) response.setHeader('www-authenticate', 'Basic realm="mill"');
      told(response, isKnown);
    },
  },
  'polling.test': byPassword('authorization', `Basic ${PAIR}`),
  'keyed.test': byPassword('x-password', PASSWORD),
  /** A frame of another site, which keeps its cookie for this top-level site alone. */
  'top.test': {
    page: (at) => `<iframe src="${at('')}/frame"></iframe><script>
      const framed = new Promise((resolve) => addEventListener('message', resolve));
      const askMe = () => framed.then(({ data }) => data);
      ${READY}</script>`,
    api: 'widget.test',
    answer(request, response) {
      if (request.url === '/frame') {
        response.setHeader('content-type', 'text/html');
        return void response.end(`<link rel="icon" href="data:,"><script>
          const askMe = () => fetch('/api/me').then((answer) => answer.text());
          fetch('/login', { method: 'POST', body: '{"password":"correct"}' })
            .then(askMe).then((text) => parent.postMessage(text, '*'));</script>`);
      }
      if (request.url === '/login') {
        const sid = id();
        sessions.add(sid);
        const line = `__Host-sid=${sid}; Path=/; Secure; HttpOnly; SameSite=None; Partitioned`;
        response.setHeader('set-cookie', [line, 'theme=dark; Secure; SameSite=None; Partitioned']);
        return void response.end('{}');
      }
      const sid = /__Host-sid=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
      told(response, sessions.has(sid));
    },
  },
};

export interface Ways {
  at(host: string): string;
  close(): Promise<void>;
}

/** All of them on one server, over https. */
export async function startWays(): Promise<Ways> {
  const { key, pem: cert } = await testCertificate();
  let port = 0;
  const at = (host: string) => `https://${host}:${port}`;
  const server = https.createServer({ key, cert }, (request, response) => {
    const host = (request.headers.host ?? '').split(':')[0]!;
    const found = Object.entries(WAYS).find(([name, { api }]) => name === host || api === host);
    if (!found) return void response.writeHead(404).end();
    const [, way] = found;
    // The page of a Basic site stands behind it as well.
    if (request.url !== '/home' && request.url !== '/') return way.answer(request, response);
    const isAsked = host === 'basic.test' && request.headers.authorization === undefined;
    if (isAsked) return way.answer(request, response);
    // It is challenged at another address than those of which the browser then answers unasked.
    if (request.url === '/') return void response.writeHead(302, { location: '/home' }).end();
    response.setHeader('content-type', 'text/html');
    const body = way.page(() => (way.api === undefined ? '' : at(way.api)));
    response.end(`<!doctype html><link rel="icon" href="data:,"><body>${body}`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
  return {
    at,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
