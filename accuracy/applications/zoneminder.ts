import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Label, Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { mariadb } from './support/databases.js';
import type { Scratch } from './support/scratch.js';
import { copyTree } from './support/tree.js';

const HOST = 'zoneminder.test';
const WWW = '/usr/share/zoneminder/www';

const TOKENS: Label[] = [
  { carrier: 'body', name: '/access_token', role: 'access-token', format: 'jwt' },
  { carrier: 'body', name: '/refresh_token', role: 'refresh-token', format: 'jwt' },
  // The refresh token is sent to host/login.json, the access token to all else, under one name.
  { carrier: 'url', name: 'token', role: 'access-token', format: 'jwt' },
  { carrier: 'body', name: 'token', role: 'refresh-token', format: 'jwt' },
];

/** Video surveillance: a PHP session, an anti-forgery value in its forms, and an API with JWTs. */
export const application: Application = {
  name: 'zoneminder',
  kind: 'application',
  language: 'PHP',
  packages: ['zoneminder', 'apache2', 'libapache2-mod-php', 'mariadb-server', 'php-mysql'],
  docs: [
    // ZMSESSID with httponly, samesite=Strict, ZM_COOKIE_LIFETIME; regenerated at login, expired by
    // userLogout; zm_setcookie: ten years, for zmSkin and zmCSS.
    `${WWW}/includes/session.php, auth.php, index.php`,
    // setCookie of zmBandwidth, zmHeaderFlip and others: how lists and pictures are shown.
    `${WWW}/skins/classic/js/skin.js`,
    // "__csrf_magic": "key:" and a hash of ZM_AUTH_HASH_SECRET with its time.
    `${WWW}/includes/csrf/csrf-magic.php`,
    // "access_token" for two hours, "refresh_token" for a day, of one form but for their `type`.
    `${WWW}/api/app/Controller/HostController.php`,
    'https://zoneminder.readthedocs.io/en/stable/api.html (Log in, Tokens)',
  ],
  truth: {
    mechanism: ['session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'ZMSESSID', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: /^zm[A-Z]|\.bs\.table\./, role: 'preference' },
      { carrier: 'body', name: /^(__csrf_magic|input\[__csrf_magic\])$/, role: 'csrf' },
      ...TOKENS,
      { carrier: 'body', name: /^\//, role: 'other' },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: {
    url: /\?view=options$/,
    knows: ({ status, body }) => status === 200 && body.includes('logoutButton'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { port, sql } = await mariadb(scratch);
  const hash = scratch.run('php', [
    '-r',
    `echo password_hash('${USER.password}', PASSWORD_BCRYPT);`,
  ]);
  sql(`SOURCE /usr/share/zoneminder/db/zm_create.sql;
CREATE USER zmuser@'%' IDENTIFIED BY 'zmpass';
GRANT ALL ON zm.* TO zmuser@'%';
USE zm;
UPDATE Users SET Username = '${USER.name}', Password = '${hash}', APIEnabled = 1;
UPDATE Config SET Value = '1' WHERE Name IN ('ZM_OPT_USE_AUTH', 'ZM_OPT_USE_API');
UPDATE Config SET Value = '0' WHERE Name IN ('ZM_SHOW_PRIVACY', 'ZM_CHECK_FOR_UPDATES');
UPDATE Config SET Value = 'a-secret-of-this-server' WHERE Name = 'ZM_AUTH_HASH_SECRET';`);
  const copy = copyTree(scratch, WWW);
  const folders = ['events', 'cache', 'logs', 'etc', 'etc/conf.d', 'cache/temp', 'swap'];
  for (const folder of folders) scratch.open(folder);
  const moved =
    `s#/etc/zm/conf.d#${scratch.path('none')}#g; ` +
    `s#/etc/zm/zm.conf#${scratch.path('etc/zm.conf')}#g; ` +
    `s#/var/cache/zoneminder#${scratch.path('cache')}#g; s#'/tmp/zm'#'${scratch.path('swap')}'#g`;
  const files = ['includes/config.php', 'api/app/Config/bootstrap.php'];
  scratch.run('sed', ['-i', moved, ...files.map((file) => `${copy}/${file}`)]);
  scratch.open('www/api/app/tmp');
  scratch.run('sh', ['-c', 'cat /etc/zm/zm.conf /etc/zm/conf.d/*.conf > etc/zm.conf']);
  scratch.run('sh', [
    '-c',
    `printf '%s\\n' ZM_DB_HOST=127.0.0.1:${port} ZM_DIR_EVENTS=${scratch.path('events')} ` +
      `ZM_PATH_LOGS=${scratch.path('logs')} ZM_PATH_SOCKS=${scratch.path('swap')} >> etc/zm.conf`,
  ]);
  return apache(scratch, {
    host: HOST,
    documentRoot: copy,
    php: true,
    directives: `Alias /cache ${scratch.path('cache')}
<Directory ${copy}/api>
  RewriteEngine on
  RewriteBase /api
  RewriteRule ^app/webroot/index.php - [L]
  RewriteRule ^ app/webroot/index.php [L]
</Directory>`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/?view=options`);
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await step('login');
  await logIn(page, url, USER.password);
  await page.waitForSelector('#logoutButton');
  const tokens = await call(page, 'host/login.json', {
    user: USER.name,
    pass: USER.password,
  });
  await step('use');
  await call(page, `monitors.json?token=${tokens.access_token}`);
  await page.goto(`${url}/?view=console`);
  await page.goto(`${url}/?view=groups`);
  await page.goto(`${url}/?view=log`);
  await page.goto(`${url}/?view=options`);
  await page.goto(`${url}/?view=options&tab=web`);
  await clickThrough(page, '#contentForm button[type=submit], form button[type=submit]');
  await page.goto(`${url}/?view=options`);
  await page.reload();
  await page.waitForSelector('#logoutButton');
  await step('refresh');
  const next = await call(page, 'host/login.json', { token: tokens.refresh_token ?? '' });
  await call(page, `host/getVersion.json?token=${next.access_token}`);
  await step('logout');
  await page.click('#logoutButton');
  await page.waitForSelector('#logoutForm button[value=logout]', { visible: true });
  await clickThrough(page, '#logoutForm button[value=logout]');
  await page.goto(`${url}/?view=options`);
  await step('login-2');
  await logIn(page, url, USER.password);
  await page.waitForSelector('#logoutButton');
  await page.goto(`${url}/?view=options`);
}

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/?view=login`);
  await page.type('#inputUsername', USER.name);
  await page.type('#inputPassword', password);
  await clickThrough(page, '#loginForm button[type=submit]');
}

/** What a client of its API asks, from a page of the same origin. */
function call(
  page: Page,
  path: string,
  form?: Record<string, string>,
): Promise<Record<string, string>> {
  return page.evaluate(
    async (to, fields) => {
      const sent = fields && { method: 'POST', body: new URLSearchParams(fields) };
      const answer = await fetch(`/api/${to}`, sent);
      return (await answer.json()) as Record<string, string>;
    },
    path,
    form,
  );
}
