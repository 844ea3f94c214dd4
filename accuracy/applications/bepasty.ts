import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'bepasty.test';
const OUT = 'form[action$="/+logout"] [type=submit]';

/**
 * bepasty, a pastebin in Flask: one secret without a name, and what it allows in Flask's signed
 * cookie.
 */
export const application: Application = {
  name: 'bepasty',
  kind: 'application',
  language: 'Python',
  packages: ['bepasty'],
  docs: [
    // "PERMISSIONS is a dict that maps secrets to permissions"; login: session[PERMISSIONS] = …,
    // session[LOGGEDIN] = True; logout takes both away, and Flask the empty cookie.
    '/usr/lib/python3/dist-packages/bepasty/views/login.py, config.py',
    // "token present in query args or post form"
    '/usr/lib/python3/dist-packages/bepasty/utils/permissions.py',
    'https://flask.palletsprojects.com/en/latest/quickstart/#sessions',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session', format: 'signed' },
      // The secret that is typed: who has it may do what it allows, as often as he likes.
      { carrier: 'body', name: 'token', role: ['api-key', 'basic', 'other'] },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/\+list$/, knows: ({ status }) => status === 200 },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const config = scratch.write(
    'bepasty.conf',
    `SITENAME = '${HOST}'
STORAGE = 'filesystem'
STORAGE_FILESYSTEM_DIRECTORY = '${scratch.open('files')}'
SECRET_KEY = 'a secret of this server that is long enough'
SESSION_COOKIE_SECURE = False
PERMISSIONS = {'${USER.password}': 'admin,list,create,modify,read,delete'}
DEFAULT_PERMISSIONS = ''
`,
  );
  scratch.serve('/usr/bin/bepasty-server', ['--host', '127.0.0.1', '--port', String(port)], {
    env: { BEPASTY_CONFIG: config, HOME: scratch.folder },
  });
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit): Promise<void> {
  // Below this width the login is folded away.
  await page.setViewport({ width: 1280, height: 800 });
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/+list`);
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await step('login');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT);
  await step('use');
  await page.type('textarea[name=text]', 'On the engine');
  await clickThrough(page, '#formupload-submit');
  await page.goto(`${url}/+list`);
  await page.goto(`${url}/`);
  await page.goto(`${url}/+list`);
  await page.reload();
  await step('logout');
  await clickThrough(page, OUT);
  await page.goto(`${url}/+list`);
  await step('login-2');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT);
  await page.goto(`${url}/+list`);
}

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/`);
  await page.type('input[name=token]', password);
  await clickThrough(page, 'form[action$="/+login"] [type=submit]');
}
