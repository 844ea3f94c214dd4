import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { type Database, mariadb } from './support/databases.js';
import type { Scratch } from './support/scratch.js';
import { copyTree } from './support/tree.js';

const HOST = 'zabbix.test';
const FRONTEND = '/usr/share/zabbix';
const CONFIGURATION = '/etc/zabbix/zabbix.conf.php';

/** Zabbix' frontend with its database; the server that would collect measurements does not run. */
export const application: Application = {
  name: 'zabbix',
  kind: 'application',
  language: 'PHP',
  packages: [
    'zabbix-frontend-php',
    // The schema comes with the server.
    'zabbix-server-mysql',
    'libapache2-mod-php',
    'php-mysql',
    'mariadb-server',
  ],
  docs: [
    // prepareData, checkSign: the cookie is JSON with "sessionid" and "sign" in base64.
    '/usr/share/zabbix/include/classes/core/CEncryptedCookieSession.php, CCookieSession.php',
    // checkAuthentication: the sessionid must be in the table of sessions.
    '/usr/share/zabbix/include/classes/api/services/CUser.php',
    // checkSID: "sid", half of the session's id, in each request that changes something.
    '/usr/share/zabbix/include/classes/mvc/CController.php, include/classes/html/CForm.php',
    // What the tabs of one browser tell each other, keyed by a checksum of the session's id.
    '/usr/share/zabbix/js/class.localstorage.js, class.browsertab.js, class.notifications.js',
  ],
  truth: {
    // Signed state in the cookie, and a session in the database that it must name.
    mechanism: ['session-cookie', 'token-cookie'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'zbx_session', role: 'session', format: 'signed' },
      // Only ever deleted here: which tab of a form was open.
      { carrier: 'cookie', name: 'tab', role: 'preference' },
      { carrier: 'url', name: 'sid', role: 'csrf' },
      { carrier: 'body', name: /^(sid|input\[sid\])$/, role: 'csrf' },
      {
        carrier: 'localStorage',
        name: /^(\d+:|sessions|key_last_write|dashboard\.)/,
        role: ['other', 'preference'],
      },
      {
        carrier: 'sessionStorage',
        name: /^(\d+:|dashboard\.|cb_|zbx_session)/,
        role: ['other', 'preference'],
      },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      {
        carrier: 'url',
        name: /^(action|lang|ver|showGuiMessaging|files\[\d+\]|output|form|reconnect|\d+)$/,
        role: 'other',
      },
    ],
  },
  proof: {
    url: /\/zabbix\.php\?action=(userprofile\.edit|problem\.view|host\.list)$/,
    knows: ({ status, body }) => status === 200 && body.includes('icon-signout'),
  },
  async start(scratch) {
    const database = await mariadb(scratch);
    await fill(scratch, database);
    const documentRoot = copyTree(scratch, FRONTEND);
    const own = scratch.write('zabbix.conf.php', configuration(database));
    const reader = `${documentRoot}/include/classes/core/CConfigFile.php`;
    writeFileSync(reader, readFileSync(reader, 'utf8').replace(CONFIGURATION, own));
    return apache(scratch, {
      host: HOST,
      documentRoot,
      php: true,
      directives: `php_value max_execution_time 300
php_value max_input_time 300
php_value post_max_size 16M
php_value date.timezone UTC`,
    });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/zabbix.php?action=dashboard.view`);
    await page.goto(`${url}/index.php`);
    await step('failed-login');
    await logIn(page, 'wrong-password');
    await page.waitForSelector('.signin-container .red');
    await step('login');
    await logIn(page, USER.password);
    await page.waitForSelector('.dashboard');
    await step('use');
    await use(page, url);
    await step('logout');
    await clickThrough(page, '.icon-signout');
    await page.waitForSelector('#enter');
    await page.goto(`${url}/zabbix.php?action=userprofile.edit`);
    await page.goto(`${url}/index.php`);
    await step('login-2');
    await logIn(page, USER.password);
    await page.waitForSelector('.dashboard');
  },
};

async function logIn(page: Page, password: string): Promise<void> {
  await page.waitForSelector('#enter');
  await retype(page, '#name', USER.name);
  await page.type('#password', password);
  await clickThrough(page, '#enter');
}

async function use(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/zabbix.php?action=problem.view`);
  await page.waitForSelector('.list-table');
  await page.goto(`${url}/zabbix.php?action=host.list`);
  await page.waitForSelector('.list-table');
  await page.goto(`${url}/hostgroups.php?form=create`);
  await page.type('#name', 'Machines');
  await clickThrough(page, '#add');
  await page.waitForSelector('.msg-good');
  await page.goto(`${url}/zabbix.php?action=userprofile.edit`);
  await page.waitForSelector('#update');
  await page.reload();
  await page.waitForSelector('#update');
}

async function fill(scratch: Scratch, database: Database): Promise<void> {
  database.sql(`CREATE DATABASE zabbix CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    SET GLOBAL innodb_flush_log_at_trx_commit = 0;`);
  for (const part of ['schema', 'images', 'data']) {
    const sql = gunzipSync(readFileSync(`/usr/share/zabbix-server-mysql/${part}.sql.gz`));
    database.sql(`SET autocommit = 0;\n${sql.toString()}\nCOMMIT;`, 'zabbix');
  }
  const hash = scratch.run('php', [
    '-r',
    'echo password_hash($argv[1], PASSWORD_BCRYPT);',
    USER.password,
  ]);
  database.sql(
    `UPDATE users SET username = '${USER.name}', passwd = '${hash}' WHERE userid = 1`,
    'zabbix',
  );
}

function configuration({ port }: Database): string {
  return `<?php
$DB['TYPE'] = 'MYSQL';
$DB['SERVER'] = '127.0.0.1';
$DB['PORT'] = '${port}';
$DB['DATABASE'] = 'zabbix';
$DB['USER'] = 'root';
$DB['PASSWORD'] = '';
$DB['SCHEMA'] = '';
$DB['ENCRYPTION'] = false;
$DB['DOUBLE_IEEE754'] = true;
$ZBX_SERVER_NAME = 'Lab';
$IMAGE_FORMAT_DEFAULT = IMAGE_FORMAT_PNG;
`;
}
