import { rmSync } from 'node:fs';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'nagvis.test';
const FRONT = '/nagvis/frontend/nagvis-js/index.php';

/** Maps of a monitored network: a PHP session with a lifetime, and pages that ask by script. */
export const application: Application = {
  name: 'nagvis',
  kind: 'application',
  language: 'PHP',
  packages: ['nagvis', 'apache2', 'libapache2-mod-php', 'php-sqlite3', 'sqlite3'],
  docs: [
    // session_name, session_set_cookie_params; the cookie is set again after half of its time.
    '/usr/share/nagvis/share/server/core/classes/CoreSessionHandler.php',
    // SESSION_NAME 'nagvis_session'.
    '/usr/share/nagvis/share/server/core/defines/global.php',
    // "Some user information is stored in sessions which are identified by session cookies".
    '/etc/nagvis/nagvis.ini.php',
    '/usr/share/nagvis/share/server/core/classes/CoreAuthHandler.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'nagvis_session', role: 'session', format: 'opaque' },
      { carrier: 'url', name: /./, role: 'other' },
      {
        carrier: 'body',
        name: /^(input\[)?(mode|sent|_form_name|_submit|mod|act)\]?$/,
        role: 'other',
      },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: { url: /index\.php\?mod=Map/, knows: ({ body }) => !body.includes('_password') },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const folder = scratch.path('nagvis');
  scratch.run('cp', ['-a', '/usr/share/nagvis', folder]);
  rmSync(`${folder}/etc`);
  rmSync(`${folder}/var`);
  scratch.run('cp', ['-r', '/etc/nagvis', `${folder}/etc`]);
  for (const kind of ['cache', 'compile']) scratch.open('nagvis/var/tmpl', kind);
  // The package has these paths in its code, and takes what PHP 8 only warns of for an error.
  const moved =
    `s|/etc/nagvis|${folder}/etc|g;s|/var/cache/nagvis|${folder}/var|g;s|/usr/share/nagvis|` +
    `${folder}|g;s/error_reporting(E_ALL[^)]*)/error_reporting(E_ERROR)/`;
  scratch.run('sh', [
    '-c',
    "grep -rlE '/(etc|var/cache|usr/share)/nagvis|error_reporting.E_ALL' nagvis/share/server " +
      `nagvis/share/frontend nagvis/etc | xargs sed -i '${moved}'`,
  ]);
  scratch.write('nagvis/etc/maps/london.cfg', 'define global {\n  alias=London\n}\n');
  scratch.run('chown', ['-R', 'www-data:', folder]);
  const running = await apache(scratch, {
    host: HOST,
    documentRoot: scratch.open('www'),
    php: true,
    directives: `Alias /nagvis ${folder}/share`,
  });
  // The first request makes the table of users.
  const { port } = new URL(running.url);
  await fetch(`http://127.0.0.1:${port}${FRONT}`);
  const salt = '29d58ead6a65f5c00342ae03cdc6d26565e20954';
  const hash = scratch.run('php', ['-r', `echo sha1('${salt}${USER.password}');`]);
  const sql = `UPDATE users SET name = '${USER.name}', password = '${hash}' WHERE userId = 1`;
  scratch.run('sqlite3', [`${folder}/etc/auth.db`, sql]);
  return running;
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const logIn = async () => {
    await page.goto(url + FRONT);
    await page.waitForSelector('input[name=_username]');
    await page.type('input[name=_username]', USER.name);
    await page.type('input[name=_password]', USER.password);
    await clickThrough(page, 'input[type=submit], button[type=submit]');
    await page.waitForSelector('#user-ddcontent');
  };
  const choose = async (link: string, sign: string) => {
    await page.$eval(`a[onclick*="${link}"]`, (element) => (element as HTMLElement).click());
    await page.waitForSelector(sign);
  };
  await step('anonymous');
  await page.goto(url + FRONT);
  await page.goto(`${url}${FRONT}?mod=Map&act=view&show=london`);
  await step('login');
  await logIn();
  await step('use');
  await choose('mod=UserMgmt', 'input[name=name]');
  await page.goto(url + FRONT);
  await page.waitForSelector('#user-ddcontent');
  await choose('mod=Map&act=manage', 'input[name=name]');
  await page.type('input[name=name]', 'paris');
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.$eval('input[name=name]', (field) =>
      (field as HTMLInputElement).form?.querySelector<HTMLElement>('[type=submit]')?.click(),
    ),
  ]);
  await page.goto(`${url}${FRONT}?lang=de_DE`);
  await page.goto(`${url}${FRONT}?mod=Map&act=view&show=london`);
  await page.waitForSelector('#user-ddcontent');
  await page.reload();
  await page.waitForSelector('#user-ddcontent');
  await step('logout');
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('a[onclick^="logout()"]', (link) => (link as HTMLElement).click()),
  ]);
  await page.goto(`${url}${FRONT}?mod=Map&act=view&show=london`);
  await step('login-2');
  await logIn();
}
