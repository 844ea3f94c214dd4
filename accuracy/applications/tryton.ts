import type { Page } from 'puppeteer-core';
import { retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { press } from './support/press.js';

const HOST = 'tryton.test';
const LOGIN = 'admin';
const MENU = '#menu tbody tr';
const ASKED = '#ask-dialog-entry';

/**
 * Tryton with its web client: an HTTP scheme of its own, and a cookie of the device that is none.
 */
export const application: Application = {
  name: 'tryton',
  kind: 'application',
  language: 'Python',
  packages: ['tryton-server', 'tryton-sao'],
  docs: [
    // "Authorization: Session <base64 of username:user id:session>".
    'https://docs.tryton.org/projects/server/en/6.0/topics/rpc.html',
    // get_auth, store (localStorage sao_session_DATABASE), renew_device_cookie, do_logout.
    '/usr/share/tryton-sao/www/dist/tryton-sao.js',
    // Session.new: token_hex(); UserDevice: only spares who logged in here before the brake on
    // guesses.
    '/usr/lib/python3/dist-packages/trytond/ir/session.py, res/user.py',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: ['session', 'access-token'] },
      {
        carrier: 'localStorage',
        name: /^sao_session_notes/,
        role: ['session', 'access-token', 'other'],
      },
      { carrier: 'localStorage', name: /^sao_device_cookies/, role: 'device' },
      { carrier: 'body', name: /device_cookie/, role: 'device' },
      // common.db.login answers [user's id, session]; user.device.renew takes and gives the
      // device's.
      { carrier: 'body', name: /./, role: ['session', 'access-token', 'device', 'other'] },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/notes\/$/,
    knows: ({ status, body }) => status === 200 && !/"error"/.test(body),
  },
  async start(scratch) {
    const port = await freePort();
    const config = scratch.write(
      'trytond.conf',
      `[database]
uri = sqlite://
path = ${scratch.folder}
[web]
listen = 127.0.0.1:${port}
root = /usr/share/tryton-sao/www
`,
    );
    scratch.write('notes.sqlite', '');
    const env = { TRYTONPASSFILE: scratch.write('password', USER.password) };
    const admin = ['-c', config, '-d', 'notes', '--all', '--email', USER.email];
    scratch.run('trytond-admin', admin, { env });
    scratch.serve('trytond', ['-c', config]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  visit,
};

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.waitForSelector('#login');
  await step('failed-login');
  await name(page);
  await Promise.all([
    page.waitForResponse((response) => response.status() === 401),
    answer(page, 'wrong-password'),
  ]);
  await step('login');
  await answer(page, USER.password);
  await page.waitForSelector(MENU);
  await step('use');
  await use(page);
  await page.reload();
  await page.waitForSelector(MENU);
  await use(page);
  await step('logout');
  await press(page, '#user-logout a');
  await page.waitForSelector('#login', { visible: true });
  await step('login-2');
  await name(page);
  await answer(page, USER.password);
  await page.waitForSelector(MENU);
  await use(page);
}

/** What the menu has below its first line, and what the user prefers. */
async function use(page: Page): Promise<void> {
  await page.waitForSelector(`${MENU} .expander img`);
  await Promise.all([answered(page), press(page, `${MENU} .expander img`)]);
  await Promise.all([answered(page), press(page, '#user-preferences a')]);
  await page.waitForSelector('#tabcontent input, .modal-dialog input');
}

const answered = (page: Page) =>
  page.waitForResponse((response) => response.url().endsWith('/notes/') && response.ok());

async function name(page: Page): Promise<void> {
  await page.waitForSelector('#login', { visible: true });
  await retype(page, '#login', LOGIN);
  await page.keyboard.press('Enter');
  await page.waitForSelector(ASKED, { visible: true });
}

/** The dialog that asks for the password is another one each time. */
async function answer(page: Page, password: string): Promise<void> {
  await page.waitForFunction(`document.querySelector('${ASKED}')?.value === ''`);
  await page.type(ASKED, password);
  await page.keyboard.press('Enter');
}
