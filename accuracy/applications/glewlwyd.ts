import type { Page } from 'puppeteer-core';
import { retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { press } from './support/press.js';
import type { Scratch } from './support/scratch.js';
import { copyTree } from './support/tree.js';

const HOST = 'glewlwyd.test';
const DEFAULT = 'password';
const OUT = '.fa-sign-out-alt';

/** Glewlwyd, an authorization server in C, and the page where its users see to their account. */
export const application: Application = {
  name: 'glewlwyd',
  kind: 'application',
  language: 'C',
  packages: ['glewlwyd', 'sqlite3'],
  docs: [
    // "session_key", "session_expiration" of four weeks, "cookie_secure", "cookie_same_site": the
    // session's id is all that the browser gets.
    '/usr/share/doc/glewlwyd/glewlwyd.conf.sample.gz',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'GLEWLWYD2_SESSION_ID', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: /^i18next/, role: 'preference' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: /./, role: ['other', 'preference'] },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/api\/profile(\/(session|grant|plugin|scheme))?\/?$/,
    knows: ({ status }) => status === 200,
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  const webapp = copyTree(scratch, '/usr/share/glewlwyd/webapp');
  const set = [
    `s#^port=.*#port=${port}#`,
    `s#^external_url=.*#external_url="${url}"#`,
    `s#^cookie_domain=.*#cookie_domain="${HOST}"#`,
    's#^cookie_secure=.*#cookie_secure=0#',
    `s#^static_files_path=.*#static_files_path="${webapp}/"#`,
    `s#/var/cache/glewlwyd/glewlwyd.db#${scratch.path('glewlwyd.db')}#`,
  ].map((one) => `-e '${one}'`);
  const docs = '/usr/share/doc/glewlwyd';
  scratch.run('sh', [
    '-c',
    `rm -rf ${webapp}/config.json && cp /etc/glewlwyd/config-2.7.json/config.json ${webapp}/
zcat ${docs}/database/init.sqlite3.sql.gz | sqlite3 ${scratch.path('glewlwyd.db')}
zcat ${docs}/glewlwyd.conf.sample.gz | sed ${set.join(' ')} > ${scratch.path('glewlwyd.conf')}`,
  ]);
  scratch.serve('/usr/bin/glewlwyd', ['-c', scratch.path('glewlwyd.conf')]);
  await waitUntilUp(port);
  await choosePassword(`http://127.0.0.1:${port}/api`);
  return { url, stop: () => scratch.stop() };
}

/** The one that it comes with is known to all. */
async function choosePassword(api: string): Promise<void> {
  const send = (method: string, path: string, fields: object, cookie = '') =>
    fetch(`${api}/${path}`, {
      method,
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify(fields),
    });
  const login = await send('POST', 'auth/', { username: 'admin', password: DEFAULT });
  const cookie = login.headers.get('set-cookie')?.split(';')[0] ?? '';
  const fields = { old_password: DEFAULT, password: USER.password };
  const answer = await send('PUT', 'profile/password', fields, cookie);
  if (!answer.ok) throw new Error(`password: ${answer.status} ${await answer.text()}`);
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const profile = async () => {
    await page.goto(`${url}/profile.html`, { waitUntil: 'networkidle0' });
    await page.waitForSelector(OUT);
  };
  await step('anonymous');
  await page.goto(`${url}/profile.html`, { waitUntil: 'networkidle0' });
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await step('login');
  await logIn(page, url, USER.password);
  await profile();
  await step('use');
  await profile();
  await page.goto(`${url}/index.html`, { waitUntil: 'networkidle0' });
  await page.reload({ waitUntil: 'networkidle0' });
  await profile();
  await step('logout');
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'DELETE'),
    press(page, `button:has(${OUT}), a:has(${OUT})`),
  ]);
  await page.goto(`${url}/profile.html`, { waitUntil: 'networkidle0' });
  await step('login-2');
  await logIn(page, url, USER.password);
  await profile();
}

async function logIn(page: Page, url: string, password: string): Promise<void> {
  const back = new URLSearchParams({ callback_url: `${url}/profile.html`, scope: 'g_profile' });
  await page.goto(`${url}/login.html?${back}`, { waitUntil: 'networkidle0' });
  await page.waitForSelector('#password');
  await retype(page, '#username', 'admin');
  await retype(page, '#password', password);
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/api/auth')),
    press(page, '#loginBut, #loginbut, button[type=submit]'),
  ]);
}
