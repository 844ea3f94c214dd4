import { rmSync, symlinkSync } from 'node:fs';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { type Database, mariadb } from './support/databases.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'cacti.test';
/** Its persistent cookie changes with each session that it opens. */
let database: Database | undefined;

/** Graphs of a network, with "keep me signed in": a PHP session beside a persistent cookie. */
export const application: Application = {
  name: 'cacti',
  kind: 'application',
  language: 'PHP',
  packages: ['cacti', 'apache2', 'libapache2-mod-php', 'mariadb-server', 'php-mysql'],
  docs: [
    // $cacti_session_name: "Default session name" (Cacti).
    '/etc/cacti/debian.php',
    // set_auth_cookie, check_auth_cookie: `cacti_remembers` is user, realm, secret of
    // `user_auth_cache`.
    '/usr/share/cacti/site/lib/auth.php',
    // "authentication cookie … allowing that user to stay logged in".
    '/usr/share/cacti/site/include/global_settings.php (auth_cache_enabled)',
    // csrf_get_tokens, csrf_check: `__csrf_magic` of forms.
    '/usr/share/cacti/site/include/vendor/csrf/csrf-magic.php',
    // setZoneInfo: the browser's date, which nothing reads, and its offset, which
    // cacti_time_zone_set shows times by.
    '/usr/share/cacti/site/include/layout.js, include/global.php',
    // menu_…, menuState_…: which parts of the menu are folded, and whether it is shown.
    '/usr/share/cacti/site/include/layout.js (Storages.localStorage)',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'Cacti', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'cacti_remembers', role: 'remember-me' },
      { carrier: 'cookie', name: 'CactiDateTime', role: 'other' },
      { carrier: 'cookie', name: 'CactiTimeZone', role: 'preference' },
      { carrier: 'body', name: /^(__csrf_magic|input\['?__csrf_magic'?\])$/, role: 'csrf' },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      { carrier: 'url', name: '__csrf_magic', role: 'csrf' },
      { carrier: 'url', name: /^(?!__csrf_magic$)/, role: 'other' },
      { carrier: 'localStorage', name: /^menu(_|State_)/, role: 'preference' },
    ],
  },
  proof: {
    url: /host\.php/,
    knows: ({ body }) => !body.includes('login_password'),
    keep: () => {
      database?.sql('CREATE TABLE kept AS SELECT * FROM user_auth_cache;', 'cacti');
      const back = 'DELETE FROM user_auth_cache; INSERT INTO user_auth_cache SELECT * FROM kept;';
      return () => void database?.sql(back, 'cacti');
    },
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  database = await mariadb(scratch);
  const { port, sql } = database;
  sql(`CREATE DATABASE cacti CHARACTER SET utf8mb4;
CREATE USER cacti@'%' IDENTIFIED BY 'cacti';
GRANT ALL ON *.* TO cacti@'%';`);
  sql('source /usr/share/doc/cacti/cacti.sql', 'cacti');
  const { name, password } = USER;
  const hash = scratch.run('php', ['-r', `echo password_hash('${password}', PASSWORD_BCRYPT);`]);
  sql(
    `UPDATE user_auth SET username = '${name}', password = '${hash}', must_change_password = '' WHERE id = 1;
UPDATE version SET cacti = '1.2.24';`,
    'cacti',
  );
  // Its links lead to folders beside its own.
  scratch.open('share');
  scratch.run('cp', ['-a', '/usr/share/cacti', scratch.path('share')]);
  for (const beside of ['doc', 'fonts-fork-awesome', 'javascript', 'nodejs', 'php'])
    symlinkSync(`/usr/share/${beside}`, scratch.path('share', beside));
  const site = 'share/cacti/site';
  for (const link of ['cache', 'log', 'rra']) {
    rmSync(scratch.path(site, link));
    scratch.open(site, link);
  }
  rmSync(scratch.path(site, 'include/config.php'));
  scratch.run('cp', ['/etc/cacti/debian.php', scratch.path(site, 'include/config.php')]);
  scratch.open('csrf');
  const config = scratch.path(site, 'include/config.php');
  const settings = { hostname: '127.0.0.1', password: 'cacti', port: String(port) };
  for (const [key, value] of Object.entries(settings))
    scratch.run('sed', ['-i', `s|^\\$database_${key} .*|$database_${key} = '${value}';|`, config]);
  scratch.run('sed', [
    '-i',
    `s|/var/lib/cacti/csrf|${scratch.path('csrf')}|;s|'/cacti/'|'/'|`,
    config,
  ]);
  scratch.run('chmod', ['644', config]);
  return apache(scratch, { host: HOST, documentRoot: scratch.path(site), php: true });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const logIn = async () => {
    await page.waitForSelector('#login_username');
    await page.type('#login_username', USER.name);
    await page.type('#login_password', USER.password);
    await page.$eval('#remember_me', (box) => ((box as HTMLInputElement).checked = true));
    await clickThrough(page, 'input[type=submit]');
    await page.waitForSelector('a[href*="logout.php"]');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/host.php`);
  await step('login');
  await page.goto(`${url}/index.php`);
  await logIn();
  await step('use');
  await page.goto(`${url}/graph_view.php?action=preview`);
  await page.goto(`${url}/sites.php?action=edit`);
  await page.waitForSelector('#name');
  await page.type('#name', 'London');
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === 'POST'),
    page.click('#submit'),
  ]);
  await page.goto(`${url}/auth_profile.php?action=edit`);
  await page.goto(`${url}/user_admin.php`);
  await page.reload();
  await page.goto(`${url}/host.php`);
  await page.waitForSelector('a[href*="logout.php"]');
  await step('logout');
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('a[href*="logout.php"]', (link) => (link as HTMLElement).click()),
  ]);
  await page.goto(`${url}/host.php`);
  await step('login-2');
  await page.goto(`${url}/index.php`);
  await logIn();
}
