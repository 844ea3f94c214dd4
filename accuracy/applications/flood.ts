import type { Page } from 'puppeteer-core';
import { retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';
import { press } from './support/press.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'flood.test';
const OUT = '.sidebar__action--last';
const FEEDS = '.sidebar__actions .sidebar__action:nth-child(3)';

/**
 * Flood, a page for torrent clients: a JWT in a cookie, taken away by a GET, and a stream of
 * events.
 */
export const application: Application = {
  name: 'flood',
  kind: 'application',
  language: 'TypeScript',
  packages: ['transmission-daemon'],
  docs: [
    // setAuthCookie: "jwt", HttpOnly, SameSite=Strict, a week; logout: clearCookie alone.
    'node_modules/flood/dist/index.js: server/util/authUtil.ts',
    'https://github.com/jesec/flood/blob/master/README.md',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'jwt', role: ['session', 'access-token'], format: 'jwt' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/api\/auth\/users$|\/api\/(client\/settings|feed-monitor)$/,
    knows: ({ status }) => status === 200,
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { node, path } = npmPackages('flood');
  const port = await freePort();
  const state = scratch.open('state');
  const rpc = await freePort();
  const torrents = ['-f', '--config-dir', scratch.open('torrents'), '--no-auth', '--no-portmap'];
  const alone = ['--rpc-bind-address', '127.0.0.1', '--no-dht', '--no-lpd', '--no-utp'];
  scratch.serve('transmission-daemon', [...torrents, ...alone, '--port', String(rpc)]);
  await waitUntilUp(rpc);
  scratch.serve(node, [path('flood/dist/index.js'), '--rundir', state, '--port', String(port)]);
  await waitUntilUp(port);
  const client = { client: 'Transmission', type: 'rpc', version: 1, username: '', password: '' };
  const user = {
    username: USER.name,
    password: USER.password,
    client: { ...client, url: `http://127.0.0.1:${rpc}/transmission/rpc` },
    level: 10,
  };
  const answer = await fetch(`http://127.0.0.1:${port}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(user),
  });
  if (!answer.ok) throw new Error(`no user: ${await answer.text()}`);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.waitForSelector('input[name=password]');
  await step('failed-login');
  await logIn(page, 'wrong-password', 401);
  await step('login');
  await logIn(page, USER.password, 200);
  await page.waitForSelector(OUT);
  await step('use');
  await Promise.all([answered(page, '/feed-monitor'), press(page, FEEDS)]);
  await page.reload();
  await page.waitForSelector(OUT);
  await page.type('input.textbox', 'engine');
  await Promise.all([answered(page, '/feed-monitor'), press(page, FEEDS)]);
  await page.goto(`${url}/overview`);
  await step('logout');
  await Promise.all([answered(page, '/logout'), press(page, OUT)]);
  await page.waitForSelector('input[name=password]');
  await step('login-2');
  await logIn(page, USER.password, 200);
  await page.waitForSelector(OUT);
  await Promise.all([answered(page, '/feed-monitor'), press(page, FEEDS)]);
}

const answered = (page: Page, end: string) =>
  page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith(end));

async function logIn(page: Page, password: string, status: number): Promise<void> {
  await retype(page, 'input[name=username]', USER.name);
  await retype(page, 'input[name=password]', password);
  await Promise.all([
    page.waitForResponse(
      (answer) => answer.url().endsWith('/authenticate') && answer.status() === status,
    ),
    page.keyboard.press('Enter'),
  ]);
}
