import { rmSync } from 'node:fs';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'shaarli.test';

/** One person's bookmarks in files, with "remember me": a PHP session beside a lasting cookie. */
export const application: Application = {
  name: 'shaarli',
  kind: 'application',
  language: 'PHP',
  packages: ['shaarli', 'apache2', 'libapache2-mod-php'],
  docs: [
    // session_name('shaarli').
    '/usr/share/shaarli/init.php',
    // STAY_SIGNED_IN 'shaarli_staySignedIn'.
    '/usr/share/shaarli/application/security/CookieManager.php',
    // checkLoginState: "The user client has a valid stay-signed-in cookie"; else the session
    // decides.
    '/usr/share/shaarli/application/security/LoginManager.php',
    // initialize: "XSRF token"; checkToken: "Checks the validity of a session token, and destroys
    // it afterwards".
    '/usr/share/shaarli/application/security/SessionManager.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'shaarli', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'shaarli_staySignedIn', role: 'remember-me', format: 'opaque' },
      { carrier: 'body', name: /^(token|input\[token\])$/, role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: 'token', role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: /^(?!token$)/, role: 'other' },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: { url: /\/admin\/tools$/, knows: ({ status }) => status === 200 },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const www = scratch.path('www');
  scratch.run('cp', ['-a', '/usr/share/shaarli', www]);
  for (const folder of ['data', 'cache/cache', 'cache/tmp', 'cache/pagecache'])
    scratch.open(folder);
  rmSync(`${www}/cache`);
  const paths = [
    ['/var/lib/shaarli/data', scratch.path('data')],
    ['/var/cache/shaarli', scratch.path('cache')],
    ['/usr/share/shaarli', www],
  ] as const;
  // The package has these paths in its code.
  const moved = paths.map(([from, to]) => `s|${from}|${to}|g`).join(';');
  scratch.run('sh', ['-c', `grep -rl /shaarli www --include='*.php' | xargs sed -i '${moved}'`]);
  const salt = 'a long enough salt';
  const { name, password } = USER;
  const hash = scratch.run('php', ['-r', `echo sha1('${password}${name}${salt}');`]);
  const settings = {
    credentials: { login: name, hash, salt },
    security: { session_protection_disabled: false },
    general: { title: 'Links', timezone: 'Europe/London', enable_async_metadata: false },
    updates: { check_updates: false },
  };
  scratch.write('data/config.json.php', `<?php /*\n${JSON.stringify(settings)}\n*/ ?>`);
  scratch.run('chown', ['-R', 'www-data:', scratch.path('data'), scratch.path('cache')]);
  return apache(scratch, {
    host: HOST,
    documentRoot: www,
    php: true,
    directives: 'Alias /javascript /usr/share/javascript',
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const logIn = async () => {
    await page.goto(`${url}/login`);
    await page.type('#login-form input[name=login]', USER.name);
    await page.type('#login-form input[name=password]', USER.password);
    await page.$eval(
      '#longlastingsessionform',
      (box) => ((box as HTMLInputElement).checked = true),
    );
    await clickThrough(page, '#login-form input[type=submit]');
    await page.waitForSelector('a[href$="/admin/logout"]');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/admin/tools`);
  await step('login');
  await logIn();
  await step('use');
  await page.goto(`${url}/admin/shaare?post=${encodeURIComponent('http://localhost:1/notes')}`);
  await page.type('input[name=lf_tags]', 'notes');
  await clickThrough(page, 'input[name=save_edit]');
  await page.goto(`${url}/tags/cloud`);
  await page.goto(`${url}/admin/configure`);
  await page.goto(`${url}/`);
  await page.reload();
  await page.goto(`${url}/admin/tools`);
  await step('logout');
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('a[href$="/admin/logout"]', (link) => (link as HTMLElement).click()),
  ]);
  await page.goto(`${url}/admin/tools`);
  await step('login-2');
  await logIn();
}
