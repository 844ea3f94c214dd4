import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { dovecot } from './support/dovecot.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'roundcube.test';

/** Webmail over Dovecot: a session id, a second cookie that vouches for it, and a request token. */
export const application: Application = {
  name: 'roundcube',
  kind: 'application',
  language: 'PHP',
  packages: [
    'roundcube',
    'roundcube-sqlite3',
    'apache2',
    'libapache2-mod-php',
    'php-sqlite3',
    'dovecot-imapd',
  ],
  docs: [
    // "Session name. Default: 'roundcube_sessid'", "Session authentication cookie name. Default:
    // 'roundcube_sessauth'".
    '/etc/roundcube/defaults.inc.php',
    // check_auth, _mkcookie: the second cookie is a random secret of the session with a slice of
    // time.
    '/usr/share/roundcube/program/lib/Roundcube/rcube_session.php',
    // get_request_token, check_request: `_token`, X-Roundcube-Request.
    '/usr/share/roundcube/program/lib/Roundcube/rcube.php',
    // "CSRF attack prevention code".
    '/usr/share/roundcube/program/include/rcmail.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'roundcube_sessid', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'roundcube_sessauth', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: /^(colorMode|language|mailview|listview)/, role: 'preference' },
      { carrier: 'header', name: 'x-roundcube-request', role: 'csrf', format: 'opaque' },
      { carrier: 'header', name: 'x-requested-with', role: 'other' },
      { carrier: 'body', name: /^(_token|input\[_token\])$/, role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: '_token', role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: /^(?!_token$)/, role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: {
    url: /_task=settings/,
    knows: ({ status, body }) => status === 200 && !body.includes('_pass'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { port } = await dovecot(scratch);
  const database = scratch.path('data/roundcube.db');
  for (const folder of ['data', 'temp', 'logs']) scratch.open(folder);
  scratch.run('sh', [
    '-c',
    `sqlite3 ${database} < /usr/share/roundcube/SQL/sqlite.initial.sql && chown -R www-data: data`,
  ]);
  scratch.run('cp', ['-r', '/etc/roundcube/.', scratch.path('config')]);
  scratch.write(
    'config/config.inc.php',
    `<?php
$config['db_dsnw'] = 'sqlite:///${database}?mode=0646';
$config['imap_host'] = '127.0.0.1:${port}';
$config['mail_domain'] = 'example.test';
$config['des_key'] = 'abcdefghijklmnopqrstuvwx';
$config['temp_dir'] = '${scratch.path('temp')}';
$config['log_dir'] = '${scratch.path('logs')}';
$config['plugins'] = [];
$config['enable_spellcheck'] = false;
`,
  );
  scratch.run('chmod', ['-R', 'a+rX', scratch.path('config')]);
  return apache(scratch, {
    host: HOST,
    documentRoot: '/var/lib/roundcube/public_html',
    php: true,
    directives: `SetEnv ROUNDCUBE_CONFIG_DIR ${scratch.path('config')}`,
  });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const logIn = async () => {
    await page.waitForSelector('#rcmloginuser');
    await page.type('#rcmloginuser', USER.name);
    await page.type('#rcmloginpwd', USER.password);
    await clickThrough(page, '#rcmloginsubmit');
    await page.waitForSelector('#messagelist tr.message');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/?_task=mail&_mbox=INBOX`);
  await step('login');
  await page.goto(`${url}/`);
  await logIn();
  await step('use');
  await page.goto(`${url}/?_task=mail&_mbox=INBOX&_uid=1&_action=show`);
  await page.waitForSelector('#messagebody');
  await page.goto(`${url}/?_task=addressbook&_action=show&_source=0`).catch(() => undefined);
  await page.goto(`${url}/?_task=settings&_action=add-identity&_framed=0`);
  await page.waitForSelector('input[name=_name]');
  await page.type('input[name=_name]', 'Ada Lovelace');
  await page.type('input[name=_email]', 'countess@example.test');
  await page.evaluate(`rcmail.command('save')`);
  await page.waitForResponse((answer) => answer.request().method() === 'POST');
  await page.goto(`${url}/?_task=mail&_mbox=INBOX`);
  await page.waitForSelector('#messagelist tr.message');
  await page.reload();
  await page.waitForSelector('#messagelist tr.message');
  await page.goto(`${url}/?_task=settings`);
  await page.waitForSelector('#settings-menu');
  await step('logout');
  await clickThrough(page, 'a.logout');
  await page.goto(`${url}/?_task=settings`);
  await step('login-2');
  await page.goto(`${url}/`);
  await logIn();
}
