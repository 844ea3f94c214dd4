import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';
import { slapd, SUFFIX } from './support/slapd.js';
import { copyTree } from './support/tree.js';

const HOST = 'ldap-account-manager.test';
const ADA = `cn=${USER.name},${SUFFIX}`;
const OUT = 'a[href$="logout.php"]';

/**
 * LDAP Account Manager: a PHP session, and the key to the password in it in cookies of their own.
 */
export const application: Application = {
  name: 'ldap-account-manager',
  kind: 'application',
  language: 'PHP',
  packages: ['ldap-account-manager', 'apache2', 'libapache2-mod-php', 'php-ldap', 'slapd'],
  docs: [
    // lam_start_session; "delete key and iv in cookie": xxxxxxxx; generateRandomPassword(40):
    // sec_token.
    '/usr/share/ldap-account-manager/lib/security.inc',
    // "start empty session and change ID for security reasons", with every visit of the login page;
    // "generate 256 bit key and initialization vector for user/passwd-encryption … save both in
    // cookie".
    '/usr/share/ldap-account-manager/templates/login.php, logout.php',
    // lamEncrypt, lamDecrypt: name and password in the session can be read with Key and IV alone.
    '/usr/share/ldap-account-manager/lib/ldap.inc, security.inc',
  ],
  truth: {
    mechanism: ['session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'PHPSESSID', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'Key', role: 'session', format: 'opaque' },
      // Goes with the key; that a directory shows anybody is shown without it too.
      { carrier: 'cookie', name: 'IV', role: ['session', 'other'], format: 'opaque' },
      { carrier: 'cookie', name: /^(lam_|ListOptions_)/, role: 'preference' },
      { carrier: 'body', name: /^(sec_token|input\[sec_token\])$/, role: 'csrf', format: 'opaque' },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/templates\/lists\/list\.php\?type=group/,
    // Without the key its pages are there, and what the directory holds is not.
    knows: ({ status, body }) => status === 200 && body.includes('readers'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const port = await slapd(scratch, DIRECTORY);
  const copy = copyTree(scratch, '/usr/share/ldap-account-manager');
  const sample = readFileSync(`${copy}/config/unix.sample.conf`, 'utf8');
  scratch.write(
    'www/config/lam.conf',
    sample
      .replaceAll('localhost:389', `127.0.0.1:${port}`)
      .replace('cn=Manager,dc=my-domain,dc=com', ADA)
      .replaceAll(/dc=(my-domain,dc=com|yourdomain,dc=org)/g, SUFFIX),
  );
  scratch.run('sed', ['-i', 's/SYSLOG/NONE/', `${copy}/config/config.cfg`]);
  scratch.run('chown', ['-R', 'www-data', ...['config', 'sess', 'tmp'].map((f) => `${copy}/${f}`)]);
  return apache(scratch, { host: HOST, documentRoot: copy, php: true });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const users = `${url}/templates/lists/list.php?type=user`;
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.waitForSelector('#btn_checklogin');
  await page.goto(users);
  await page.waitForSelector('#btn_checklogin');
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await page.waitForSelector('#btn_checklogin');
  await step('login');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT);
  await step('use');
  await page.goto(users);
  await page.goto(`${url}/templates/lists/list.php?type=group`);
  await page.goto(`${url}/templates/account/edit.php?type=group`);
  await page.type('input[name=cn]', 'readers');
  await clickThrough(page, 'button[name=accountContainerSaveAccount]');
  await page.goto(`${url}/templates/lists/list.php?type=group`);
  await page.goto(`${url}/templates/tools/ou_edit.php`);
  await page.goto(users);
  await page.reload();
  await page.waitForSelector(OUT);
  await step('logout');
  await page.click(OUT);
  await page.waitForSelector('#btn_checklogin');
  await page.goto(users);
  await page.waitForSelector('#btn_checklogin');
  await step('login-2');
  await logIn(page, url, USER.password);
  await page.waitForSelector(OUT);
  await page.goto(users);
}

/** Its pages lead on by script or by a refresh of their own. */
async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/templates/login.php`);
  await page.waitForSelector('#passwd');
  await page.type('#passwd', password);
  await clickThrough(page, '#btn_checklogin');
}

const DIRECTORY = `dn: ${SUFFIX}
objectClass: dcObject
objectClass: organization
dc: example
o: Example

dn: ou=People,${SUFFIX}
objectClass: organizationalUnit
ou: People

dn: ou=group,${SUFFIX}
objectClass: organizationalUnit
ou: group

dn: ${ADA}
objectClass: organizationalRole
objectClass: simpleSecurityObject
cn: ${USER.name}
userPassword: ${USER.password}
`;
