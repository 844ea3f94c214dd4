import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'dokuwiki.test';

/**
 * A wiki in files: a PHP session beside a cookie with the encrypted password, bound to that
 * session.
 */
export const application: Application = {
  name: 'dokuwiki',
  kind: 'application',
  language: 'PHP',
  packages: ['dokuwiki', 'apache2', 'libapache2-mod-php'],
  docs: [
    // auth_login: "he has session, cookie and browser right"; auth_setCookie: user|sticky|encrypted
    // password.
    '/usr/share/dokuwiki/inc/auth.php',
    // getSecurityToken: "a secret token to be used for CSRF attack prevention" (hidden field and
    // parameter `sectok`).
    '/usr/share/dokuwiki/inc/common.php',
    // DOKU_SESSION_NAME, DOKU_COOKIE; init_session.
    '/usr/share/dokuwiki/inc/init.php',
    // DW: "necessary data to (re)login a previously authenticated user"; DOKU_PREFS: "user
    // preferences".
    'https://www.dokuwiki.org/faq:cookies',
  ],
  truth: {
    mechanism: ['session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'DokuWiki', role: 'session', format: 'opaque' },
      // Not sticky: it ends with the browser, and its password can only be read with the session's
      // id.
      { carrier: 'cookie', name: /^DW[0-9a-f]{32}$/, role: 'session' },
      { carrier: 'cookie', name: 'DOKU_PREFS', role: 'preference' },
      { carrier: 'body', name: /^(sectok|input\[sectok\])$/, role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: 'sectok', role: 'csrf' },
      // A hash of the text that is being edited.
      { carrier: 'body', name: /^(changecheck|input\[changecheck\])$/, role: 'other' },
      { carrier: 'url', name: /^(?!sectok$)/, role: 'other' },
      { carrier: 'sessionStorage', name: /^dw-security-check:/, role: ['preference', 'other'] },
    ],
  },
  proof: { url: /do=profile/, knows: ({ body }) => body.includes('name="fullname"') },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  scratch.run('cp', ['-aL', '/var/lib/dokuwiki/data', scratch.path('data')]);
  const { password } = USER;
  const hash = scratch.run('php', ['-r', `echo password_hash('${password}', PASSWORD_BCRYPT);`]);
  scratch.write(
    'conf/users.auth.php',
    `${USER.name}:${hash}:Ada Lovelace:${USER.email}:admin,user\n`,
  );
  scratch.write('conf/acl.auth.php', '* @ALL 1\n* @user 8\n');
  scratch.write(
    'conf/local.php',
    `<?php
$conf['title'] = 'Notes';
$conf['useacl'] = 1;
$conf['superuser'] = '@admin';
$conf['updatecheck'] = 0;
$conf['savedir'] = '${scratch.path('data')}';
`,
  );
  const prepend = scratch.write(
    'conf.php',
    `<?php define('DOKU_CONF', '${scratch.path('conf')}/');\n`,
  );
  scratch.run('chown', ['-R', 'www-data:', scratch.path('data'), scratch.path('conf')]);
  return apache(scratch, {
    host: HOST,
    documentRoot: '/usr/share/dokuwiki',
    php: true,
    directives: `php_admin_value auto_prepend_file ${prepend}`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const logIn = async () => {
    await page.goto(`${url}/doku.php?id=start&do=login`);
    await page.type('#dw__login input[name=u]', USER.name);
    await page.type('#dw__login input[name=p]', USER.password);
    await clickThrough(page, '#dw__login button[type=submit]');
    await page.waitForSelector('a.logout, .action.logout a');
  };
  await step('anonymous');
  await page.goto(`${url}/doku.php`);
  await page.goto(`${url}/doku.php?id=start&do=admin`);
  await step('login');
  await logIn();
  await step('use');
  await page.goto(`${url}/doku.php?id=notes&do=edit`);
  await page.type('#wiki__text', '====== Notes ======\n\nThe first page.');
  await page.click('#size__ctl img');
  await clickThrough(page, '#edbtn__save');
  await page.reload();
  await page.goto(`${url}/doku.php?id=start&do=recent`);
  await page.goto(`${url}/doku.php?id=start&do=admin&page=config`);
  await page.goto(`${url}/doku.php?id=start&do=profile`);
  await page.waitForSelector('input[name=fullname]');
  await step('logout');
  await clickThrough(page, 'a.logout, .action.logout a');
  await page.goto(`${url}/doku.php?id=start&do=admin`);
  await step('login-2');
  await logIn();
}
