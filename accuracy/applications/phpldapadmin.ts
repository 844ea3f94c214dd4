import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { slapd, SUFFIX } from './support/slapd.js';
import { copyTree } from './support/tree.js';

const HOST = 'phpldapadmin.test';
const ADA = `uid=${USER.name},ou=people,${SUFFIX}`;
const OUT = 'a[href*="cmd=logout"]';

/** phpLDAPadmin before an OpenLDAP with one account: a directory that is browsed and written to. */
export const application: Application = {
  name: 'phpldapadmin',
  kind: 'application',
  language: 'PHP',
  packages: ['phpldapadmin', 'libapache2-mod-php', 'php-ldap', 'slapd'],
  docs: [
    // APP_SESSION_ID: the MD5 of "phpLDAPadmin" names the session of PHP.
    '/usr/share/phpldapadmin/lib/session_functions.php',
    // "'session': … your login dn and password are stored on the web server in a persistent session
    // variable".
    '/usr/share/phpldapadmin/config/config.php.example (auth_type)',
    // The commands and their parameters; nothing in them against forged requests.
    '/usr/share/phpldapadmin/htdocs/cmd.php, login.php, update.php',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      {
        carrier: 'cookie',
        name: '5d89dac18813e15aa2f75788275e3588',
        role: 'session',
        format: 'opaque',
      },
      {
        carrier: 'url',
        name: /^(cmd|server_id|meth|redirect|dn|modified_attrs\[\])$/,
        role: 'other',
      },
    ],
  },
  proof: {
    url: /\/cmd\.php\?cmd=template_engine/,
    knows: ({ status, body }) => status === 200 && body.includes('cmd=logout'),
  },
  async start(scratch) {
    const port = await slapd(scratch, DIRECTORY);
    const folder = copyTree(scratch, '/usr/share/phpldapadmin', 'pla');
    scratch.write(
      'pla/config/config.php',
      `<?php
$servers = new Datastore();
$servers->newServer('ldap_pla');
$servers->setValue('server', 'name', 'Directory');
$servers->setValue('server', 'host', '127.0.0.1');
$servers->setValue('server', 'port', ${port});
$servers->setValue('server', 'base', array('${SUFFIX}'));
$servers->setValue('login', 'auth_type', 'session');
$servers->setValue('login', 'attr', 'uid');
$servers->setValue('login', 'anon_bind', false);
`,
    );
    return apache(scratch, { host: HOST, documentRoot: `${folder}/htdocs`, php: true });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/cmd.php?cmd=export_form&server_id=1`);
    await step('failed-login');
    await logIn(page, url, 'wrong-password');
    await page.waitForSelector('.sysmsg');
    await step('login');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
    await step('use');
    await use(page, url);
    await step('logout');
    await clickThrough(page, OUT);
    await page.goto(`${url}/cmd.php?cmd=export_form&server_id=1`);
    await step('login-2');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
  },
};

/** The tree and what it opens come by script into the page. */
async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/`);
  await page.click('a[href*="cmd=login_form"]');
  await page.waitForSelector('#login');
  await retype(page, '#login', USER.name);
  await page.type('#password', password);
  await clickThrough(page, 'input[name=submit]');
}

async function use(page: Page, url: string): Promise<void> {
  for (const command of ['schema', 'query_engine', 'export_form'])
    await Promise.all([
      page.waitForResponse((answer) => answer.url().includes(`cmd=${command}`)),
      page.click(`a[href*="cmd=${command}"]`),
    ]);
  await page.goto(`${url}/cmd.php?cmd=template_engine&server_id=1&dn=${encodeURIComponent(ADA)}`);
  await retype(page, '[name="new_values[mail][0]"]', 'ada.lovelace@example.test');
  await clickThrough(page, '#create_button');
  await clickThrough(page, '#update_form input[value="Update Object"]');
  await page.goto(`${url}/cmd.php?cmd=template_engine&server_id=1&dn=${encodeURIComponent(ADA)}`);
  await page.reload();
  await page.waitForSelector('[name="new_values[mail][0]"][value^="ada.lovelace"]');
}

const DIRECTORY = `dn: ${SUFFIX}
objectClass: dcObject
objectClass: organization
dc: example
o: Example

dn: ou=people,${SUFFIX}
objectClass: organizationalUnit
ou: people

dn: ${ADA}
objectClass: inetOrgPerson
uid: ${USER.name}
cn: Ada Lovelace
sn: Lovelace
mail: ${USER.email}
userPassword: ${USER.password}
`;
