import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { postgres } from './support/databases.js';
import { pressThrough } from './support/press.js';
import { copyTree } from './support/tree.js';

const HOST = 'davical.test';

/** DAViCal's administration: principals of a calendar server, kept in PostgreSQL. */
export const application: Application = {
  name: 'davical',
  kind: 'application',
  language: 'PHP',
  packages: ['davical', 'libapache2-mod-php', 'php-pgsql', 'postgresql'],
  docs: [
    // Login: setcookie('sid', "$session_id;$session_key"), a row of the table "session".
    '/usr/share/awl/inc/Session.php',
    // The session of PHP keeps csrf_token and nothing else; it begins at the first form.
    '/usr/share/davical/inc/csrf_tokens.php',
    // A new ticket's id is proposed in a hidden field: nothing knows it before the form is sent.
    '/usr/share/davical/inc/ui/principal-edit.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'sid', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'PHPSESSID', role: ['csrf', 'session'], format: 'opaque' },
      { carrier: 'body', name: /^(csrf_token|input\[csrf_token\])$/, role: 'csrf' },
      { carrier: 'body', name: 'input[ticket_id]', role: ['other', 'access-token'] },
      { carrier: 'url', name: /^(action|t|type|id|logout)$/, role: 'other' },
    ],
  },
  proof: {
    url: /\/davical\/(admin|index|setup|tools)\.php/,
    knows: ({ status, body }) => status === 200 && body.includes('logout'),
  },
  async start(scratch) {
    const database = await postgres(scratch);
    const at = { PGHOST: '127.0.0.1', PGPORT: String(database.port), PGUSER: 'postgres' };
    const create = '/usr/share/davical/dba/create-database.sh';
    scratch.run('sh', [create, 'davical', USER.password], { env: at });
    database.sql(
      `UPDATE usr SET username = '${USER.name}', email = '${USER.email}' WHERE user_no = 1`,
      'davical',
    );
    const folder = copyTree(scratch, '/usr/share/davical', 'davical');
    scratch.write(
      'etc/config.php',
      `<?php
$c->admin_email = 'admin@example.test';
$c->pg_connect[] = 'dbname=davical user=davical_app host=127.0.0.1 port=${database.port}';
`,
    );
    const reader = `${folder}/htdocs/always.php`;
    const text = readFileSync(reader, 'utf8').replaceAll(
      "'/etc/davical/",
      `'${scratch.path('etc')}/`,
    );
    writeFileSync(reader, text);
    return apache(scratch, {
      host: HOST,
      documentRoot: scratch.open('root'),
      php: true,
      directives: `Alias /davical ${folder}/htdocs\nAcceptPathInfo On`,
    });
  },
  async visit({ page, url, step }) {
    const home = `${url}/davical`;
    await step('anonymous');
    await page.goto(`${home}/index.php`);
    await page.goto(`${home}/admin.php?action=browse&t=principal&type=1`);
    await step('failed-login');
    await logIn(page, home, 'wrong-password');
    await step('login');
    await logIn(page, home, USER.password);
    await page.waitForSelector('a[href*="logout"]');
    await step('use');
    await use(page, home);
    await step('logout');
    await pressThrough(page, 'a[href*="logout"]');
    await page.goto(`${home}/admin.php?action=browse&t=principal&type=1`);
    await step('login-2');
    await logIn(page, home, USER.password);
    await page.waitForSelector('a[href*="logout"]');
  },
};

async function logIn(page: Page, home: string, password: string): Promise<void> {
  await page.goto(`${home}/index.php`);
  await retype(page, 'input[name=username]', USER.name);
  await page.type('input[name=password]', password);
  await clickThrough(page, 'input[type=submit][name=submit]');
}

async function use(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/admin.php?action=browse&t=principal&type=1`);
  await page.goto(`${home}/admin.php?action=edit&t=principal&id=1`);
  await page.goto(`${home}/admin.php?action=edit&t=principal`);
  await page.type('form.editor input[name=xxxxusername]', 'readers');
  await page.type('form.editor input[name=fullname]', 'Readers');
  await page.type('form.editor input[name=email]', 'readers@example.test');
  await page.select('form.editor select[name=type_id]', '3');
  await clickThrough(page, 'form.editor input[type=submit]');
  await page.waitForSelector('h1 ::-p-text(Readers)');
  await page.goto(`${home}/admin.php?action=browse&t=principal&type=3`);
  await page.goto(`${home}/tools.php`);
  await page.goto(`${home}/admin.php?action=browse&t=external`);
  await page.reload();
}
