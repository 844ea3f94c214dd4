import { spawnSync } from 'node:child_process';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { mariadb } from './support/databases.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'adminer.test';
let server = '';
/** PHP's sessions: a refused request takes the password out of the one that it names. */
let sessions = '';

/**
 * MariaDB's tables from one PHP file: a PHP session, and a login that is kept, encrypted, on
 * request.
 */
export const application: Application = {
  name: 'adminer',
  kind: 'application',
  language: 'PHP',
  packages: ['adminer', 'apache2', 'libapache2-mod-php', 'mariadb-server', 'php-mysql'],
  docs: [
    // session_name("adminer_sid").
    '/usr/share/adminer/adminer/include/bootstrap.inc.php',
    // session_regenerate_id at login; "adminer_permanent": server, user and the password, encrypted
    // with the file's key; "$permanent && !$_SESSION[pwds]": logs in again without the form.
    // "adminer_key": rand_string(), beside the login form; set_password encrypts the password
    // that the session holds with it, get_password asks for it: without it nobody is known.
    '/usr/share/adminer/adminer/include/auth.inc.php, functions.inc.php',
    // get_token: "rand ^ token : rand", anew for every form.
    '/usr/share/adminer/adminer/include/functions.inc.php',
    // "adminer_version": the newest version, asked for by script; "adminer_lang", "adminer_import".
    '/usr/share/adminer/adminer/static/functions.js, include/lang.inc.php',
  ],
  truth: {
    mechanism: ['session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'adminer_sid', role: 'session', format: 'opaque' },
      // Half of what the session needs: the key to the password in it, given before the login
      // already.
      { carrier: 'cookie', name: 'adminer_key', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'adminer_permanent', role: 'remember-me' },
      { carrier: 'cookie', name: 'adminer_lang', role: 'preference' },
      { carrier: 'cookie', name: /^adminer_(version|import|engine|settings)$/, role: 'other' },
      { carrier: 'body', name: /^(token|input\[token\])$/, role: 'csrf' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\?server=[^&]*&username=ada&db=library$/,
    knows: ({ status, body }) => status === 200 && body.includes('name="logout"'),
    keep: () => {
      const kept = `${sessions}.kept`;
      spawnSync('cp', ['-a', sessions, kept]);
      return () => void spawnSync('cp', ['-a', `${kept}/.`, sessions]);
    },
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { port, sql } = await mariadb(scratch);
  sql(`CREATE DATABASE library CHARACTER SET utf8mb4;
CREATE TABLE library.books (id INT PRIMARY KEY AUTO_INCREMENT, title VARCHAR(100));
INSERT INTO library.books (title) VALUES ('First'), ('Second');
CREATE USER ${USER.name}@'%' IDENTIFIED BY '${USER.password}';
GRANT ALL ON *.* TO ${USER.name}@'%';`);
  sessions = scratch.path('tmp');
  server = `127.0.0.1:${port}`;
  // Served like its configuration says: a file of one's own that includes it.
  scratch.write('www/index.php', "<?php\ninclude '/usr/share/adminer/adminer.php';\n");
  return apache(scratch, { host: HOST, documentRoot: scratch.path('www'), php: true });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const library = `${url}/?server=${server}&username=${USER.name}&db=library`;
  const logIn = async (password: string) => {
    await page.goto(`${url}/`);
    await page.type('input[name="auth[server]"]', server);
    await page.type('#username', USER.name);
    await page.type('input[name="auth[password]"]', password);
    await page.click('input[name="auth[permanent]"]');
    await clickThrough(page, 'input[type=submit][value=Login]');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(library);
  await step('failed-login');
  await logIn('wrong-password');
  await step('login');
  await logIn(USER.password);
  await page.waitForSelector('#logout');
  await step('use');
  await clickThrough(page, 'a[href$="&db=library"]');
  await clickThrough(page, '#Table-books');
  await page.goto(`${library}&edit=books`);
  await page.type('input[name="fields[title]"]', 'Third');
  await clickThrough(page, 'input[type=submit][value=Save]');
  await page.waitForSelector('.message');
  await page.goto(`${library}&sql=`);
  await page.goto(library);
  await page.reload();
  await page.waitForSelector('#logout');
  await page.select('#lang select', 'de');
  await page.waitForSelector('html[lang=de]');
  await page.goto(library);
  await step('logout');
  await clickThrough(page, '#logout');
  await page.goto(library);
  await step('login-2');
  await logIn(USER.password);
  await page.waitForSelector('#logout');
  await page.goto(library);
}
