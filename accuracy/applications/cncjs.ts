import type { Page } from 'puppeteer-core';
import { retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { GUESTS } from './support/guest-site.js';
import { npmPackages } from './support/npm-package.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'cncjs.test';
/** "Sign Out" of the user's menu, which is only seen while it is open. */
const OUT =
  "[...document.querySelectorAll('nav [role=menuitem], nav [class*=menu-item---]')].find((one) " +
  "=> one.textContent.trim() === 'Abmelden')";

/**
 * CNCjs, for milling machines, in German: a JWT of thirty days in localStorage, a header, and a
 * socket's address.
 */
export const application: Application = {
  name: 'cncjs',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // signin: jsonwebtoken of id and name, "access-token-lifetime … 30d"; expressJwt from the
    // header Authorization or ?token=; io: the query's token.
    'node_modules/cncjs/dist/cncjs/server/index.js: api.users.js, CNCEngine.js',
    'https://github.com/cncjs/cncjs#readme ("--access-token-lifetime")',
    // "sid … the id of the session" of a transport, "t … a random string" against caches.
    'https://socket.io/docs/v2/how-it-works/',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'url', name: 'token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: /token$/, role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: /token$/, role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: /^(?!.*token$)/, role: ['preference', 'other'] },
      { carrier: 'cookie', name: 'lang', role: 'preference' },
      // Everybody has one, and the server asks it for nobody.
      { carrier: 'cookie', name: 'connect.sid', role: GUESTS },
      { carrier: 'cookie', name: 'io', role: ['other', 'device'] },
      { carrier: 'url', name: /^(?!token$)/, role: ['other', 'preference'] },
      { carrier: 'body', name: /^(?!.*token$)/, role: 'other' },
    ],
  },
  proof: {
    url: /\/api\/(state|users|macros|mdi|watch\/files|gcode|controllers|commands|machines)\b/,
    knows: ({ status }) => status === 200,
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { node, path } = npmPackages('cncjs');
  const port = await freePort();
  const settings = { secret: 'a secret of this server', users: [], checkForUpdates: false };
  const config = scratch.write('cncrc', JSON.stringify(settings));
  const listen = ['-H', '127.0.0.1', '-p', String(port), '-c', config];
  scratch.serve(node, [path('cncjs/bin/cncjs'), ...listen], { env: { HOME: scratch.folder } });
  await waitUntilUp(port);
  const headers = { 'content-type': 'application/json' };
  const post = async (to: string, fields: object, more: Record<string, string> = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/${to}`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(fields),
    });
    if (!answer.ok) throw new Error(`${to}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { token?: string };
  };
  // As long as there is no user, anybody may make one.
  const { token } = await post('signin', {});
  const user = { enabled: true, name: USER.name, password: USER.password };
  await post('users', user, { authorization: `Bearer ${token}` });
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/?lang=de`);
  await page.waitForSelector('input[type=password]');
  await step('failed-login');
  await logIn(page, 'wrong-password');
  await step('login');
  await logIn(page, USER.password);
  await answered(page, '/api/macros');
  await step('use');
  await Promise.all([answered(page, '/api/macros'), page.reload()]);
  await Promise.all([
    answered(page, '/api/users'),
    page.evaluate(`location.hash = '#/settings/user-accounts'`),
  ]);
  await page.evaluate(`location.hash = '#/workspace'`);
  await Promise.all([answered(page, '/api/macros'), page.reload()]);
  await step('logout');
  await page.evaluate(`${OUT}.click()`);
  await page.waitForSelector('input[type=password]');
  await page.reload();
  await page.waitForSelector('input[type=password]');
  await step('login-2');
  await logIn(page, USER.password);
  await answered(page, '/api/macros');
}

const answered = (page: Page, path: string) =>
  page.waitForResponse((answer) => new URL(answer.url()).pathname === path);

async function logIn(page: Page, password: string): Promise<void> {
  await retype(page, 'input[type=text]', USER.name);
  await retype(page, 'input[type=password]', password);
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/api/signin')),
    page.click('form button'),
  ]);
}
