import type { Page } from 'puppeteer-core';
import { retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { press } from './support/press.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'nzbget.test';
const FORM = '#LoginDialog_Password';

/**
 * NZBGet with its own login form: name and password in a header of its own, then a token for all in
 * a cookie.
 */
export const application: Application = {
  name: 'nzbget',
  kind: 'application',
  language: 'C++',
  packages: ['nzbget'],
  docs: [
    // "FormAuth … Use form-based authentication instead of HTTP Basic."
    '/etc/nzbget.conf',
    // authorize(): "X-Authorization: Basic …"; "Auth-Type=form" tells the page that it has to ask.
    '/usr/share/nzbget/webui/index.js',
    // "Set-Cookie: Auth-Token=…; HttpOnly" for who said the password, 48 random characters, and
    // then it is enough: withheld, the server asks again.
    '/usr/bin/nzbget (its strings)',
  ],
  noSecondLogin: 'there is no logout',
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'Auth-Token', role: ['session', 'access-token'] },
      { carrier: 'cookie', name: 'Auth-Type', role: ['other', 'preference'] },
      { carrier: 'header', name: 'x-authorization', role: 'basic' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: { url: /jsonrpc\/(status|loadconfig|config)/, knows: ({ status }) => status === 200 },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const options = {
    MainDir: scratch.open('downloads'),
    ControlIP: '127.0.0.1',
    ControlPort: String(port),
    ControlUsername: USER.name,
    ControlPassword: USER.password,
    FormAuth: 'yes',
    OutputMode: 'log',
  };
  const set = Object.entries(options).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  scratch.serve('/usr/bin/nzbget', ['-s', '-c', '/etc/nzbget.conf', ...set]);
  await waitUntilUp(port);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.waitForSelector(FORM, { visible: true });
  await step('failed-login');
  await logIn(page, 'wrong-password');
  await page.waitForSelector('#LoginDialog_Error', { visible: true });
  await step('login');
  await logIn(page, USER.password);
  await answered(page, 'status');
  await step('use');
  await Promise.all([answered(page, 'config'), press(page, '#ConfigTabLink')]);
  await press(page, '#MessagesTabLink');
  await Promise.all([answered(page, 'status'), page.reload()]);
  await Promise.all([answered(page, 'pausedownload'), press(page, '#PlayPauseButton')]);
  await Promise.all([answered(page, 'status'), page.reload()]);
}

/** A call by GET has its name in the address, one by POST in its body. */
const answered = (page: Page, call: string) =>
  page.waitForResponse(
    (answer) =>
      answer.status() < 400 &&
      `${answer.url()} ${answer.request().postData() ?? ''}`.includes(call),
  );

async function logIn(page: Page, password: string): Promise<void> {
  await retype(page, '#LoginDialog_Username', USER.name);
  await retype(page, FORM, password);
  await press(page, '#LoginDialog_Login');
}
