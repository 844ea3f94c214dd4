import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { type Database, mariadb } from './support/databases.js';
import { press } from './support/press.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'icingaweb2.test';

/** Icinga Web 2 with its accounts in a database; pages come by script into a frame of the first one. */
export const application: Application = {
  name: 'icingaweb2',
  kind: 'application',
  language: 'PHP',
  packages: [
    'icingaweb2',
    'icingaweb2-module-doc',
    'libapache2-mod-php',
    'php-mysql',
    'php-intl',
    'php-mbstring',
    'php-gd',
    'mariadb-server',
  ],
  docs: [
    // The PHP session "Icingaweb2".
    '/usr/share/php/Icinga/Web/Session/PhpSession.php',
    // "Retains credentials for 30 days by default in order to stay signed in even after the session is closed."
    '/usr/share/php/Icinga/Web/RememberMe.php',
    // persistCurrentUser: "icingaweb2-session" is time(), read again in ApplicationStateController.
    '/usr/share/php/Icinga/Authentication/Auth.php',
    // "Counter measure element": a seed and the hash of it with the session's id.
    '/usr/share/php/Icinga/Web/Form/Element/CsrfCounterMeasure.php',
    // "_chc": whether cookies are supported.
    '/usr/share/php/Icinga/Web/Helper/CookieHelper.php',
    // Which announcements were acknowledged; "write timezone information into a cookie".
    '/usr/share/php/Icinga/Web/Announcement/AnnouncementCookie.php, /usr/share/icingaweb2/public/js/icinga/timezone.js',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'Icingaweb2', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'icingaweb2-remember-me', role: 'remember-me' },
      { carrier: 'cookie', name: 'icingaweb2-session', role: 'other' },
      { carrier: 'cookie', name: '_chc', role: 'other' },
      { carrier: 'cookie', name: 'icingaweb2-announcements', role: ['preference', 'other'] },
      { carrier: 'cookie', name: 'icingaweb2-tzo', role: ['preference', 'other'] },
      { carrier: 'localStorage', name: /^icinga/, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /^icinga/, role: ['preference', 'other'] },
      { carrier: 'body', name: /^(CSRFToken|input\[CSRFToken\])$/, role: 'csrf' },
      // X-Icinga-WindowId tells windows of one browser apart.
      { carrier: 'header', name: /^x-(icinga-\w+|requested-with)$/, role: 'other' },
      { carrier: 'url', name: /^(redirect|_checkCookie|renderLayout|url|id)$/, role: 'other' },
    ],
  },
  proof: {
    url: /\/icingaweb2\/(account|config|user|announcements|about|dashboard)/,
    knows: ({ status, headers, body }) =>
      status === 200 && !headers.has('x-icinga-redirect') && !body.includes('form_login'),
  },
  async start(scratch) {
    const database = await mariadb(scratch);
    await fill(scratch, database);
    const folder = configure(scratch, database);
    return apache(scratch, {
      host: HOST,
      documentRoot: scratch.open('root'),
      php: true,
      directives: `Alias /icingaweb2 /usr/share/icingaweb2/public
<Directory /usr/share/icingaweb2/public>
  AllowOverride None
  SetEnv ICINGAWEB_CONFIGDIR ${folder}
  SetEnv ICINGAWEB_STORAGEDIR ${scratch.open('storage')}
  RewriteEngine on
  RewriteBase /icingaweb2/
  RewriteCond %{REQUEST_FILENAME} -s [OR]
  RewriteCond %{REQUEST_FILENAME} -l [OR]
  RewriteCond %{REQUEST_FILENAME} -d
  RewriteRule ^.*$ - [NC,L]
  RewriteRule ^.*$ index.php [NC,L]
</Directory>`,
    });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/icingaweb2/account`);
    await page.waitForSelector('form[name^=form_login]');
    await step('failed-login');
    await logIn(page, 'wrong-password');
    await page.waitForSelector('form[name^=form_login] .errors');
    await step('login');
    await logIn(page, USER.password, true);
    await page.waitForSelector('#menu');
    await step('use');
    await use(page, url);
    await step('logout');
    await press(page, '#sidebar a[href$="/authentication/logout"]');
    await page.waitForSelector('form[name^=form_login]');
    await page.goto(`${url}/icingaweb2/account`);
    await page.waitForSelector('form[name^=form_login]');
    await step('login-2');
    await logIn(page, USER.password);
    await page.waitForSelector('#menu');
  },
};

async function logIn(page: Page, password: string, stay = false): Promise<void> {
  await page.waitForSelector('form[name^=form_login] input[name=username]');
  await page.$eval('input[name=username]', (field) => ((field as HTMLInputElement).value = ''));
  await page.type('input[name=username]', USER.name);
  await page.type('input[name=password]', password);
  if (stay)
    await page.$eval('input[type=checkbox][name=rememberme]', (box) =>
      (box as HTMLElement).click(),
    );
  await page.click(
    'form[name^=form_login] input[type=submit], form[name^=form_login] button[type=submit]',
  );
}

async function use(page: Page, url: string): Promise<void> {
  const open = async (path: string) => {
    await press(page, `#sidebar a[href$="/icingaweb2/${path}"]`);
    await page.waitForFunction(`location.pathname.startsWith('/icingaweb2/${path}')`);
    await page.waitForSelector(`#col1 .tabs a[href*="/icingaweb2/${path}"]`);
  };
  await open('about');
  await open('doc/icingaweb/toc');
  await open('role');
  await open('announcements');
  await press(page, '#col1 a[href*="announcements/new"]');
  await page.waitForSelector('textarea[name=message]');
  await page.type('textarea[name=message]', 'Maintenance tonight.');
  await page.$eval(
    'input[name=start]',
    (field) => ((field as HTMLInputElement).value = '2020-01-01T00:00:00'),
  );
  await page.$eval(
    'input[name=end]',
    (field) => ((field as HTMLInputElement).value = '2099-01-01T00:00:00'),
  );
  await press(page, 'form:has(textarea[name=message]) [name=btn_submit]');
  await page.waitForSelector('#col1 td ::-p-text(Maintenance tonight.)');
  await page.goto(`${url}/icingaweb2/account`);
  await page.waitForSelector('#announcements .message');
  await press(page, '#announcements form [type=submit]');
  await page.waitForSelector('#announcements .message', { hidden: true });
  await page.reload();
  await page.waitForSelector('form[name=form_config_preferences]');
}

async function fill(scratch: Scratch, database: Database): Promise<void> {
  const script = 'echo password_hash($argv[1], PASSWORD_DEFAULT);';
  const hash = scratch.run('php', ['-r', script, USER.password]);
  database.sql(`CREATE DATABASE icingaweb2 CHARACTER SET utf8mb4;
    CREATE USER 'icingaweb2'@'%' IDENTIFIED BY 'icingaweb2';
    GRANT ALL ON icingaweb2.* TO 'icingaweb2'@'%';`);
  database.sql(readFileSync('/usr/share/icingaweb2/schema/mysql.schema.sql', 'utf8'), 'icingaweb2');
  database.sql(
    `INSERT INTO icingaweb_user (name, active, password_hash) VALUES ('${USER.name}', 1, '${hash}')`,
    'icingaweb2',
  );
}

/** Its configuration, as the setup wizard writes it. */
function configure(scratch: Scratch, { port }: Database): string {
  const files: Record<string, string> = {
    config: `[global]
show_stacktraces = "0"
config_resource = "icingaweb_db"
module_path = "/usr/share/icingaweb2/modules"
[logging]
log = "php"
level = "ERROR"`,
    resources: `[icingaweb_db]
type = "db"
db = "mysql"
host = "127.0.0.1"
port = "${port}"
dbname = "icingaweb2"
username = "icingaweb2"
password = "icingaweb2"
charset = "utf8mb4"`,
    authentication: `[icingaweb2]
backend = "db"
resource = "icingaweb_db"`,
    roles: `[Administrators]
users = "${USER.name}"
permissions = "*"`,
  };
  const folder = scratch.open('etc');
  for (const [name, text] of Object.entries(files)) scratch.write(`etc/${name}.ini`, text);
  scratch.open('etc', 'enabledModules');
  scratch.run('ln', ['-s', '/usr/share/icingaweb2/modules/doc', `${folder}/enabledModules/doc`]);
  scratch.run('chown', ['-R', 'www-data', folder]);
  return folder;
}
