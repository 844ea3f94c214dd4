import type { RequestListener } from 'node:http';
import type { Page } from 'puppeteer-core';
import { type FirefoxBrowser, untilTrue } from '../../browser/firefox-browser.js';
import type { RequestRow } from '../../src/recording/shown/view.js';

/** Firefox and a server, for all parts of the suite. */
export interface FirefoxLab {
  firefox: FirefoxBrowser;
  /** Two hosts of this machine, which are two sites; without a slash at the end. */
  site: string;
  other: string;
}

export type UseLab = () => FirefoxLab;

export const SESSION = '0123456789abcdef0123456789abcdef';
export const BEARER = 'Zm9vYmFyYmF6cXV4MDEyMzQ1Njc4OWFiY2RlZg';
export const PASSWORD = 'correct-horse-battery';

const SERVICE_WORKER = `
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  self.addEventListener('message', ({ data }) => fetch('/by-service-worker/' + data));`;

const LOGIN = `<form method="post" action="/login">
  <input name="username"><input name="password" type="password"><button>Log in</button></form>`;

/** Logs out: the cookie goes, and with `ends` the session too. */
const LOGOUT = `<form method="post" action="/logout"><button>Log out</button></form>
  <form method="post" action="/logout?ends"><button id="ends">Log out</button></form>`;

/** Asks for news with a password that it has in memory alone. */
const POLLING = `<script>
  const ask = () => fetch('/api/news', { headers: { 'x-password': '${PASSWORD}' } });
  ask().then(() => document.body.setAttribute('data-ready', ''));
  setInterval(ask, 500);</script>`;
const FORMS: Readonly<Record<string, string>> = {
  '/login': LOGIN,
  '/home': LOGOUT,
  '/polling': POLLING,
};

/** The session that was ended, until the next login. */
let isOver = false;

/** What the server of the suite answers. */
export const answer: RequestListener = (request, response) => {
  const [path] = (request.url ?? '/').split('?');
  if (path === '/redirect') {
    response.writeHead(302, { location: '/home', 'set-cookie': ['hop=1; Path=/', 'two=2'] }).end();
  } else if (path === '/logout') {
    isOver = request.url?.endsWith('?ends') ?? false;
    response.writeHead(303, { location: '/login', 'set-cookie': 'sid=; Path=/; Max-Age=0' }).end();
  } else if (path === '/api/news') {
    const isUser = request.headers['x-password'] === PASSWORD;
    response.writeHead(isUser ? 200 : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ user: isUser ? 'ada' : null }));
  } else if (path === '/login' && request.method === 'POST') {
    isOver = false;
    response.writeHead(303, {
      location: '/home',
      'set-cookie': `sid=${SESSION}; Path=/; HttpOnly`,
    });
    response.end();
  } else if (path === '/token') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: BEARER, token_type: 'Bearer' }));
  } else if (path === '/api/me') {
    const isUser = !isOver && (request.headers.cookie ?? '').includes(SESSION);
    response.setHeader('content-type', 'application/json');
    // Whoever is nobody gets a session of nobody, and has to forget what was there.
    if (!isUser)
      response.writeHead(401, { 'set-cookie': 'sid=nobody; Path=/', 'clear-site-data': '"*"' });
    response.end(JSON.stringify(isUser ? { user: { name: 'ada' } } : { error: 'who?' }));
  } else if (path === '/worker.js') {
    response.setHeader('content-type', 'text/javascript');
    response.end(SERVICE_WORKER);
  } else {
    const form = FORMS[path ?? ''] ?? '';
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Lab</title><link rel="icon" href="data:,">${form}`);
  }
};

/** Rows of a tab, once there are enough of them. */
export function rowsOf(
  { firefox }: FirefoxLab,
  tabId: number,
  enough: (rows: RequestRow[]) => boolean,
): Promise<RequestRow[]> {
  return untilTrue(`rows of tab ${tabId}`, async () => {
    const { rows } = await firefox.ask<'getRequests'>({ type: 'getRequests', tabId, since: 0 });
    return enough(rows) ? rows : undefined;
  });
}

/** Path and status of rows, in order. */
export const outline = (rows: readonly RequestRow[]): string[] =>
  rows.map(({ method, url, status }) => `${method} ${new URL(url).pathname} ${status}`);

let visits = 0;

/** Opens a page of a site, at an address of its own, and tells its tab. */
export async function visit(
  { firefox }: FirefoxLab,
  address: string,
): Promise<{ page: Page; tabId: number }> {
  const page = await firefox.browser.newPage();
  await page.goto(`${address}?visit=${++visits}`);
  return { page, tabId: await firefox.tabIdOf(page) };
}

/** A tab in which somebody logged in. */
export async function loggedIn(lab: FirefoxLab): Promise<{ page: Page; tabId: number }> {
  const visited = await visit(lab, `${lab.site}/login`);
  await visited.page.evaluate(() => fetch('/login', { method: 'POST' }).then(() => {}));
  await visited.page.goto(`${lab.site}/home`);
  await rowsOf(lab, visited.tabId, ({ length }) => length > 3);
  return visited;
}

/** Has a page's service worker ask for something of this name. */
export async function askByServiceWorker(page: Page, name: string): Promise<void> {
  await page.evaluate(async (word) => {
    await navigator.serviceWorker.register('/worker.js');
    (await navigator.serviceWorker.ready).active?.postMessage(word);
  }, name);
}
