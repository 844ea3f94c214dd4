import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { copyTree } from './support/tree.js';

const HOST = 'phpliteadmin.test';

/** phpLiteAdmin: one password, a PHP session, and a login that is kept in a hash and its salt. */
export const application: Application = {
  name: 'phpliteadmin',
  kind: 'application',
  language: 'PHP',
  packages: ['phpliteadmin', 'apache2', 'libapache2-mod-php', 'php-sqlite3', 'php-mbstring'],
  docs: [
    // session_start(): PHPSESSID; COOKIENAME is `pla3412` with the version.
    // attemptGrant(): "user wants to be remembered": md5 of password and salt, and the salt, 30
    // days. Authorization(): whoever brings both is let in, as is the session that holds that hash.
    // generateToken(), checkToken(): "all POST forms need tokens! downloads are protected as well".
    '/usr/share/phpliteadmin/phpliteadmin.php',
  ],
  truth: {
    mechanism: ['session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'PHPSESSID', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: /^pla3412_[\d_]+$/, role: 'remember-me', format: 'opaque' },
      // Nobody is remembered without it, and it lets nobody in by itself.
      { carrier: 'cookie', name: /^pla3412_[\d_]+_salt$/, role: ['remember-me', 'other'] },
      { carrier: 'body', name: /^(token|input\[token\])$/, role: 'csrf' },
      { carrier: 'url', name: 'token', role: 'csrf' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /action=row_view/,
    knows: ({ status, body }) => status === 200 && !body.includes("type='password'"),
  },
  async start(scratch) {
    const documentRoot = copyTree(scratch, '/usr/share/phpliteadmin');
    scratch.open('data');
    scratch.run('php', ['-r', LIBRARY]);
    scratch.run('chmod', ['666', scratch.path('data/library.sqlite')]);
    scratch.run('rm', ['-f', `${documentRoot}/phpliteadmin.config.php`]);
    scratch.write(
      'www/phpliteadmin.config.php',
      `<?php\n$password = '${USER.password}';\n$directory = '${scratch.path('data')}';\n`,
    );
    const directives = 'DirectoryIndex phpliteadmin.php';
    return apache(scratch, { host: HOST, documentRoot, directives, php: true });
  },
  visit,
};

const LIBRARY = `$db = new PDO('sqlite:data/library.sqlite');
$db->exec('CREATE TABLE books (id INTEGER PRIMARY KEY, title TEXT)');
$db->exec("INSERT INTO books (title) VALUES ('First'), ('Second')");`;

async function visit({ page, url, step }: Visit): Promise<void> {
  const table = (action: string) => `${url}/phpliteadmin.php?action=${action}&table=books`;
  const logIn = async (password: string) => {
    await page.type('input[name=password]', password);
    await clickThrough(page, 'input[name=login], input[type=submit]');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(table('row_view'));
  await step('failed-login');
  await logIn('wrong-password');
  await step('login');
  await logIn(USER.password);
  await page.waitForSelector('input[name=logout]');
  await step('use');
  await page.goto(table('row_view'));
  await page.goto(table('row_create'));
  await page.type('#row_0_field_1_value', 'Third');
  await clickThrough(page, 'form[action*=row_create] input[type=submit]');
  await page.goto(table('column_view'));
  await page.goto(`${url}/phpliteadmin.php?view=sql`);
  await page.goto(table('row_view'));
  await page.reload();
  await step('logout');
  await clickThrough(page, 'input[name=logout]');
  await page.goto(table('row_view'));
  await step('login-2');
  await logIn(USER.password);
  await page.waitForSelector('input[name=logout]');
  await page.goto(table('row_view'));
}
