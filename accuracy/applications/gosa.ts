import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { pressThrough } from './support/press.js';
import type { Scratch } from './support/scratch.js';
import { ADMIN, slapd, SUFFIX } from './support/slapd.js';
import { copyTree } from './support/tree.js';

const HOST = 'gosa.test';
const ADA = `cn=Ada Lovelace,ou=people,${SUFFIX}`;
const SCHEMAS = [
  'samba3',
  'gosystem',
  'gofon',
  'gofax',
  'goto',
  'goserver',
  'gosa-samba3',
  'trust',
];

/** GOsa² before an OpenLDAP with one administrator: people and groups of a directory. */
export const application: Application = {
  name: 'gosa',
  kind: 'application',
  language: 'PHP',
  packages: ['gosa', 'gosa-schema', 'libapache2-mod-php', 'php-ldap', 'php-mbstring', 'slapd'],
  docs: [
    // session_name("GOsa"), session_regenerate_id: "to increase security".
    '/usr/share/gosa/include/class_session.inc',
    // "Enables storing of user filters in browser cookies": GOsa_Filter_Settings.
    '/usr/share/gosa/include/class_core.inc, html/main.php',
    // "gosatest": set by script to see whether cookies are there.
    '/usr/share/gosa/ihtml/themes/default/login.tpl',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'GOsa', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'GOsa_Filter_Settings', role: 'preference' },
      { carrier: 'cookie', name: 'gosatest', role: 'other' },
      // PID tells which of several lists was meant; rand keeps pictures out of the cache.
      {
        carrier: 'url',
        name: /^(plug|reset|global_check|PID|act|rand|forcedlogout)$/,
        role: 'other',
      },
      {
        carrier: 'body',
        name: /^(PID|FILTER_PID|BPID|input\[(PID|FILTER_PID|BPID)\])$/,
        role: 'other',
      },
    ],
  },
  proof: {
    url: /\/gosa\/main\.php/,
    knows: ({ status, body }) => status === 200 && body.includes('logoutframe'),
  },
  async start(scratch) {
    const schemas = SCHEMAS.map((name) => `gosa/${name}`);
    const port = await slapd(scratch, DIRECTORY, { schemas });
    const folder = configure(scratch, port);
    const copy = copyTree(scratch, '/usr/share/gosa', 'gosa');
    // Where it writes what it has compiled, without asking its configuration.
    const script = 'grep -rl /var/spool/gosa "$0" | xargs sed -i "s#/var/spool/gosa#$1#g"';
    scratch.run('sh', ['-c', script, copy, scratch.open('spool')]);
    return apache(scratch, {
      host: HOST,
      documentRoot: scratch.open('root'),
      php: true,
      directives: `Alias /gosa ${copy}/html
SetEnv CONFIG_DIR ${folder}
php_admin_value session.cookie_lifetime 0`,
    });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/gosa/`);
    await page.goto(`${url}/gosa/main.php`);
    await step('failed-login');
    await logIn(page, url, 'wrong-password');
    await step('login');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
    await step('use');
    for (const entry of [0, 2, 1]) await pressThrough(page, `#plugMenuId_${entry}`);
    await clickThrough(page, 'a[href*="act=listing_edit_0"]');
    await clickThrough(page, 'button[name=edit_cancel]');
    await pressThrough(page, '#plugMenuId_0');
    await pressThrough(page, '[onclick*="new_domain"]');
    await page.type('#dc', 'branch');
    await page.type('#description', 'A branch');
    await clickThrough(page, 'button[name=edit_finish]');
    await page.waitForSelector('a[title^="dc=branch"]');
    await pressThrough(page, '#plugMenuId_3');
    await page.reload();
    await page.waitForSelector(OUT);
    await step('logout');
    await pressThrough(page, OUT);
    await page.goto(`${url}/gosa/main.php`);
    await step('login-2');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
  },
};

const OUT = 'form[name=logoutframe] li';

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/gosa/index.php`);
  await retype(page, 'input[name=username]', USER.name);
  await page.type('input[name=password]', password);
  await clickThrough(page, '[name=login]');
}

/** What the last step of its setup writes: the template of the package, filled in. */
function configure(scratch: Scratch, port: number): string {
  const values: Record<string, string> = {
    instanceUUID: crypto.randomUUID(),
    location: 'Example',
    base: SUFFIX,
    connection: `ldap://127.0.0.1:${port}`,
    admin: ADMIN.dn,
    password: ADMIN.password,
  };
  const template = readFileSync('/usr/share/doc/gosa/gosa.conf', 'utf8');
  const text = template
    .replaceAll(/\{\/?literal\}/g, '')
    .replace(/\{if \$cv\.rfc2307bis\}[^]*?\{else\}([^]*?)\{\/if\}/, '$1')
    .replace('{$config_checksum}', createHash('md5').update(template).digest('hex'))
    .replaceAll(/\{\$cv\.(\w+)\}/g, (_, name: string) => values[name] ?? '');
  scratch.write('etc/gosa.conf', text);
  const folder = scratch.path('etc');
  scratch.run('cp', ['/etc/gosa/encodings', '/etc/gosa/shells', folder]);
  return folder;
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

const DIRECTORY = `dn: ${SUFFIX}
objectClass: dcObject
objectClass: organization
objectClass: gosaDepartment
objectClass: gosaAcl
dc: example
o: Example
ou: Example
description: Example
gosaAclEntry: 0:psub:${base64(ADA)}:all/all;cmdrw

dn: ou=people,${SUFFIX}
objectClass: organizationalUnit
ou: people

dn: ${ADA}
objectClass: person
objectClass: organizationalPerson
objectClass: inetOrgPerson
objectClass: gosaAccount
uid: ${USER.name}
cn: Ada Lovelace
sn: Lovelace
givenName: Ada
mail: ${USER.email}
userPassword: ${USER.password}
`;
