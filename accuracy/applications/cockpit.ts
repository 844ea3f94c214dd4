import type { Page } from 'puppeteer-core';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';
import { systemUser } from './support/system-user.js';

const HOST = 'cockpit.test';

/** Cockpit: its login page sends name and password as Basic once, and gets a session cookie. */
export const application: Application = {
  name: 'cockpit',
  kind: 'application',
  language: 'C, JavaScript',
  packages: ['cockpit-ws', 'cockpit-bridge', 'cockpit-system'],
  docs: [
    // "GET /cockpit/login with Authorization: Basic … a cookie that identifies the session".
    'https://github.com/cockpit-project/cockpit/blob/287/doc/authentication.md',
    // cockpit_auth_check_cookie(): cookie `cockpit` holds base64 of `v=2;k=NONCE`; `csrf-token` is
    // given with it.
    'https://github.com/cockpit-project/cockpit/blob/287/src/ws/cockpitauth.c',
    // The socket's "init" brings `csrf-token`, and "the path must start with /channel/csrftoken"
    // where a channel is opened.
    'https://github.com/cockpit-project/cockpit/blob/287/src/ws/ (cockpitwebservice.c, cockpithandlers.c)',
    // What it keeps in localStorage and sessionStorage.
    '/usr/share/cockpit/static/login.js',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'cockpit', role: 'session' },
      // Once, to begin the session.
      { carrier: 'header', name: 'authorization', role: 'basic', format: 'basic' },
      { carrier: 'body', name: '/csrf-token', role: 'csrf' },
      // The socket's first message brings it to every page.
      { carrier: 'websocket', name: /csrf-token$/, role: 'csrf' },
      // Whether to become root at once, which the page remembers for each user.
      { carrier: 'header', name: 'x-superuser', role: ['preference', 'other'] },
      { carrier: 'localStorage', name: /^superuser/, role: ['preference', 'other'] },
      { carrier: 'localStorage', name: 'standard-login', role: 'other' },
      // What the machine's packages of pages say of themselves.
      { carrier: 'sessionStorage', name: /^cockpit:v2-machines\.json/, role: 'other' },
    ],
  },
  // Without a session the same address gives the login page.
  proof: {
    url: /\/system\/services$/,
    knows: ({ status, body }) => status === 200 && !body.includes('login-user-input'),
  },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('#login-user-input', { visible: true });
    await step('failed-login');
    await send(page, 'wrong');
    await page.waitForSelector('#login-error-message, #error-group', { visible: true });
    await step('login');
    await page.goto(`${url}/`);
    await logIn(page);
    await step('use');
    await use(page, url);
    await step('logout');
    await page.click('#toggle-menu');
    await page.waitForSelector('#logout', { visible: true });
    await Promise.all([page.waitForNavigation(), page.click('#logout')]);
    await page.goto(`${url}/cockpit/@localhost/shell/index.html`);
    await step('login-2');
    await page.goto(`${url}/`);
    await logIn(page);
  },
};

async function send(page: Page, password: string): Promise<void> {
  await page.waitForSelector('#login-user-input', { visible: true });
  await page.type('#login-user-input', USER.name);
  await page.type('#login-password-input', password);
  await page.click('#login-button');
}

async function logIn(page: Page): Promise<void> {
  await send(page, USER.password);
  await page.waitForSelector('#toggle-menu', { visible: true });
}

async function use(page: Page, url: string): Promise<void> {
  for (const path of ['system', 'users', 'system/logs', 'system/services'])
    await page.goto(`${url}/${path}`);
  await page.reload();
  await page.waitForSelector('#toggle-menu', { visible: true });
}

async function start(scratch: Scratch) {
  const port = await freePort();
  scratch.write(
    'config/cockpit/cockpit.conf',
    '[WebService]\nAllowUnencrypted=true\nLoginTo=false\n',
  );
  systemUser();
  scratch.serve(
    '/usr/lib/cockpit/cockpit-ws',
    ['--no-tls', '--port', String(port), '--address', '127.0.0.1'],
    { env: { XDG_CONFIG_DIRS: scratch.path('config') } },
  );
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}
