import { rmSync } from 'node:fs';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { mariadb } from './support/databases.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'postfixadmin.test';

/** Mail domains and mailboxes in MariaDB: a PHP session and an anti-forgery value in its forms. */
export const application: Application = {
  name: 'postfixadmin',
  kind: 'application',
  language: 'PHP',
  packages: [
    'postfixadmin',
    'apache2',
    'libapache2-mod-php',
    'mariadb-server',
    'php-mysql',
    'php-mbstring',
  ],
  docs: [
    // session_name('postfixadmin_session').
    '/usr/share/postfixadmin/common.php',
    // init_session: session_regenerate_id, `sessid`, `PFA_token`.
    '/usr/share/postfixadmin/functions.inc.php',
    // "Invalid token! (CSRF check failed)"; "language cookie, lifetime 30 days".
    '/usr/share/postfixadmin/public/login.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'postfixadmin_session', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'lang', role: 'preference' },
      { carrier: 'body', name: /^(token|input\[token\])$/, role: 'csrf', format: 'opaque' },
      // Links that switch something on or off carry it as well.
      { carrier: 'url', name: 'token', role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: /^(?!token$)/, role: 'other' },
    ],
  },
  proof: {
    url: /list\.php\?table=domain/,
    knows: ({ status, body }) => status === 200 && body.includes('login.php'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { port, sql } = await mariadb(scratch);
  sql(`CREATE DATABASE postfixadmin CHARACTER SET utf8mb4;
CREATE USER postfixadmin@'%' IDENTIFIED BY 'postfixadmin';
GRANT ALL ON postfixadmin.* TO postfixadmin@'%';`);
  scratch.run('cp', ['-a', '/usr/share/postfixadmin', scratch.path('www')]);
  // These point to folders outside, where nothing is to be written.
  for (const link of ['config.inc.php', 'config.local.php', 'templates_c'])
    rmSync(scratch.path('www', link));
  scratch.run('cp', ['/etc/postfixadmin/config.inc.php', scratch.path('www')]);
  scratch.write(
    'www/dbconfig.inc.php',
    `<?php
$dbtype = 'mysqli';
$dbserver = '127.0.0.1:${port}';
$dbuser = $dbpass = $dbname = 'postfixadmin';
`,
  );
  scratch.write(
    'www/config.local.php',
    `<?php
$CONF['encrypt'] = 'php_crypt:BLOWFISH';
$CONF['emailcheck_resolve_domain'] = 'NO';
$CONF['password_validation'] = [];
`,
  );
  scratch.open('www/templates_c');
  scratch.run('chmod', ['-R', 'a+rX', scratch.path('www')]);
  const cwd = scratch.path('www/public');
  scratch.run('php', ['upgrade.php'], { cwd });
  const { email, password } = USER;
  const cli = ['--password', password, '--password2', password, '--superadmin', '1'];
  scratch.run('bash', ['../scripts/postfixadmin-cli', 'admin', 'add', email, ...cli], { cwd });
  return apache(scratch, { host: HOST, documentRoot: cwd, php: true });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const logIn = async () => {
    await page.goto(`${url}/login.php`);
    await page.type('#fUsername', USER.email);
    await page.type('#fPassword', USER.password);
    await page.select('select[name=lang]', 'de');
    await clickThrough(page, 'button[name=submit]');
    await page.waitForSelector('a[href="list.php?table=domain"]');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/list.php?table=domain`);
  await step('login');
  await logIn();
  await step('use');
  await page.goto(`${url}/edit.php?table=domain`);
  await page.type('input[name="value[domain]"]', 'example.test');
  await clickThrough(page, 'input[name=submit]');
  await page.goto(`${url}/edit.php?table=mailbox&domain=example.test`);
  await page.goto(`${url}/list-virtual.php?domain=example.test`);
  await page.goto(`${url}/viewlog.php`);
  await page.goto(`${url}/list.php?table=domain`);
  await clickThrough(page, 'a[href^="editactive.php?table=domain"]');
  await page.reload();
  await step('logout');
  await clickThrough(page, 'a[href="login.php"]');
  await page.goto(`${url}/list.php?table=domain`);
  await step('login-2');
  await logIn();
}
