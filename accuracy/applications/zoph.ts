import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { mariadb } from './support/databases.js';
import { pressThrough } from './support/press.js';
import type { Scratch } from './support/scratch.js';
import { copyTree } from './support/tree.js';

const HOST = 'zoph.test';
const OUT = 'a[href*="logout"]';

/**
 * A photo album in PHP: a session in a cookie that is called like its installation, and nothing
 * else.
 */
export const application: Application = {
  name: 'zoph',
  kind: 'application',
  language: 'PHP',
  packages: ['zoph', 'apache2', 'libapache2-mod-php', 'mariadb-server', 'php-mysql'],
  docs: [
    // ini_set("session.name", settings::$instance): the name of the section in zoph.ini;
    // logout: session_destroy, the cookie stays.
    '/usr/share/zoph/www/php/classes/web/session.inc.php',
    // $this->session['user'] = $user, without another id; no value against forgery in any form.
    '/usr/share/zoph/www/php/classes/auth/web.inc.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'photos', role: 'session', format: 'opaque' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/zoph\.php$/,
    knows: ({ status, body }) => status === 200 && body.includes('logout'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { port, sql } = await mariadb(scratch);
  const hash = `echo password_hash('${USER.password}', PASSWORD_BCRYPT);`;
  sql(`CREATE DATABASE zoph CHARACTER SET utf8mb4;
CREATE USER zoph_rw@'%' IDENTIFIED BY 'pass';
GRANT ALL ON zoph.* TO zoph_rw@'%';
USE zoph;
SOURCE /usr/share/dbconfig-common/data/zoph/install/mysql;
UPDATE zoph_users SET user_name = '${USER.name}', password = '${scratch.run('php', ['-r', hash])}';`);
  const copy = copyTree(scratch, '/usr/share/zoph/www/php');
  const ini = scratch.write(
    'zoph.ini',
    `[photos]
db_host = "127.0.0.1;port=${port}"
db_name = "zoph"
db_user = "zoph_rw"
db_pass = "pass"
db_prefix = "zoph_"
php_location = "${copy}"
`,
  );
  const files = ['config.inc.php', 'classes/settings.inc.php'].map((file) => `${copy}/${file}`);
  scratch.run('sed', ['-i', `s#/etc/zoph.ini#${ini}#`, ...files]);
  // What it asks of PHP.
  const directives = 'php_admin_value upload_max_filesize 16M\nphp_admin_value post_max_size 32M';
  return apache(scratch, { host: HOST, documentRoot: copy, php: true, directives });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/logon.php`);
  await page.goto(`${url}/zoph.php`);
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await step('login');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT);
  await step('use');
  await page.goto(`${url}/album.php`);
  await page.goto(`${url}/album.php?_action=new&parent_album_id=1`);
  await retype(page, 'input[name=album]', 'Summer');
  await clickThrough(page, 'form input[type=submit]');
  await page.goto(`${url}/category.php`);
  await page.goto(`${url}/search.php`);
  await page.goto(`${url}/zoph.php`);
  await page.reload();
  await page.waitForSelector(OUT);
  await step('logout');
  await pressThrough(page, OUT);
  await page.goto(`${url}/zoph.php`);
  await step('login-2');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT);
  await page.goto(`${url}/zoph.php`);
}

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/logon.php`);
  await page.type('#uname', USER.name);
  await page.type('#pword', password);
  await clickThrough(page, 'input[type=submit]');
}
