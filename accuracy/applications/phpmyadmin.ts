import { spawnSync } from 'node:child_process';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { mariadb } from './support/databases.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'phpmyadmin.test';
/** PHP's sessions: a refused request ends the one that it names. */
let sessions = '';

/**
 * MariaDB's tables in the browser: a PHP session, and the account encrypted in cookies beside it.
 */
export const application: Application = {
  name: 'phpmyadmin',
  kind: 'application',
  language: 'PHP',
  packages: ['phpmyadmin', 'apache2', 'libapache2-mod-php', 'mariadb-server', 'php-mysql'],
  docs: [
    // readCredentials: needs pmaUser, pmaAuth and `browser_access_time` of the session.
    '/usr/share/phpmyadmin/libraries/classes/Plugins/Auth/AuthenticationCookie.php',
    // generateToken: ' PMA_token '; secure: session_regenerate_id.
    '/usr/share/phpmyadmin/libraries/classes/Session.php',
    '/usr/share/phpmyadmin/libraries/classes/Config.php (pma_lang, getCookieName)',
  ],
  truth: {
    mechanism: ['session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'phpMyAdmin', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'pmaAuth-1', role: 'session', format: 'opaque' },
      // The user's name, encrypted: kept for a month for the next login, and needed by every
      // request.
      { carrier: 'cookie', name: 'pmaUser-1', role: ['session', 'remember-me'], format: 'opaque' },
      { carrier: 'cookie', name: /^(pma_|goto$|back$)/, role: 'preference' },
      { carrier: 'body', name: /^(token|input\[token\])$/, role: 'csrf', format: 'opaque' },
      { carrier: 'body', name: /^(set_session|input\[set_session\])$/, role: 'session' },
      // The scripts' own copy: CommonParams in the page, in storage and in what a script fetched.
      { carrier: 'body', name: '/params/token', role: 'csrf', format: 'opaque' },
      { carrier: 'sessionStorage', name: 'token', role: 'csrf', format: 'opaque' },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      { carrier: 'url', name: 'token', role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: /^(?!token$)/, role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: {
    url: /route=\/server\/databases/,
    knows: ({ body }) => body.includes('text_create_db'),
    keep: () => {
      const kept = `${sessions}.kept`;
      spawnSync('cp', ['-a', sessions, kept]);
      return () => void spawnSync('cp', ['-a', `${kept}/.`, sessions]);
    },
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { port, sql } = await mariadb(scratch);
  sql(`CREATE DATABASE library CHARACTER SET utf8mb4;
CREATE TABLE library.books (id INT PRIMARY KEY AUTO_INCREMENT, title VARCHAR(100));
INSERT INTO library.books (title) VALUES ('First'), ('Second');
CREATE USER ${USER.name}@'%' IDENTIFIED BY '${USER.password}';
GRANT ALL ON *.* TO ${USER.name}@'%';`);
  const config = scratch.write(
    'config.inc.php',
    `<?php
$cfg['blowfish_secret'] = 'abcdefghijklmnopqrstuvwxyz012345';
$cfg['Servers'][1] = ['auth_type' => 'cookie', 'host' => '127.0.0.1', 'port' => '${port}'];
$cfg['TempDir'] = '${scratch.open('pma')}/';
`,
  );
  // Its configuration is looked for where this file says.
  scratch.run('cp', ['-aL', '/usr/share/phpmyadmin', scratch.path('www')]);
  const vendor = scratch.path('www/libraries/vendor_config.php');
  const moved =
    `s|/etc/phpmyadmin/config.inc.php|${config}|;s|/var/lib/phpmyadmin/tmp|${scratch.path('pma')}` +
    '|';
  scratch.run('sed', ['-i', moved, vendor]);
  sessions = scratch.path('tmp');
  return apache(scratch, { host: HOST, documentRoot: scratch.path('www'), php: true });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const logIn = async () => {
    await page.waitForSelector('#input_username');
    await page.$eval('#input_username', (field) => ((field as HTMLInputElement).value = ''));
    await page.type('#input_username', USER.name);
    await page.type('#input_password', USER.password);
    await page.click('#input_go');
    await page.waitForSelector('a.logout, a[href*="route=/logout"]');
    await page.waitForSelector('#pma_navigation_tree_content li.database');
  };
  const open = async (link: string, sign: string) => {
    await page.waitForSelector(link);
    await page.$eval(link, (element) => (element as HTMLElement).click());
    await page.waitForSelector(sign);
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/index.php?route=/server/databases`);
  await step('login');
  await page.goto(`${url}/`);
  await logIn();
  await step('use');
  await open(
    '#topmenu a[href*="route=/server/status"]',
    '#serverStatusTabs, a[href*="/server/status/processes"]',
  );
  await open('#topmenu a[href*="route=/server/databases"]', '#text_create_db');
  await page.type('#text_create_db', 'notes');
  await page.click('#buttonGo');
  await page.waitForSelector('a[href*="db=notes"]');
  await page.goto(`${url}/index.php?route=/sql&db=library&table=books&pos=0`);
  await page.waitForSelector('table.table_results');
  await page.reload();
  await page.waitForSelector('table.table_results');
  await page.goto(`${url}/index.php?route=/server/databases`);
  await page.waitForSelector('#text_create_db');
  await step('logout');
  await page.waitForSelector('a[href*="route=/logout"]');
  await clickThrough(page, 'a[href*="route=/logout"]');
  await page.waitForSelector('#input_username');
  await page.goto(`${url}/index.php?route=/server/databases`);
  await step('login-2');
  await logIn();
}
