import { chmodSync, cpSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { guardedSite, notesAlias, useGuardedSite } from './support/guarded-site.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'apache-auth-tkt.test';
const DOCS = '/usr/share/doc/libapache2-mod-auth-tkt';
const SECRET = 'TKTAuthSecret "a secret of all servers"\nTKTAuthDigestType SHA256\n';

/** mod_auth_tkt: a signed ticket in a cookie, written by the module's own login program. */
export const application: Application = {
  name: 'apache-auth-tkt',
  kind: 'application',
  language: 'C, Perl',
  packages: ['apache2', 'libapache2-mod-auth-tkt', 'libcgi-pm-perl', 'liburi-perl'],
  docs: [
    // "ticket := <checksum> <timestamp> <uid> …"; "no server-side storage requirements".
    `${DOCS}/README.md.gz`,
    // "auth_probe": value 1, to see whether the browser keeps cookies; the page then loads itself
    // anew.
    `${DOCS}/examples/cgi/login.cgi`,
    `${DOCS}/examples/cgi/logout.cgi`,
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'auth_tkt', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'auth_probe', role: 'other' },
      { carrier: 'url', name: /^(back|redirect|timeout)$/, role: 'other' },
    ],
  },
  proof: { url: /\/private\/$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    return apache(scratch, {
      host: HOST,
      port,
      documentRoot: guardedSite(scratch),
      modules: ['auth_tkt'],
      directives: directives(scratch, `http://${HOST}:${port}`),
    });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await clickThrough(page, 'a[href="/private/"]');
    await page.waitForSelector('input[name=password]');
    await step('failed-login');
    await logIn(page, 'wrong');
    await page.waitForSelector('.error');
    await step('login');
    await logIn(page);
    await page.waitForSelector('#leave');
    await step('use');
    await useGuardedSite(page, url);
    await step('logout');
    await page.click('#leave');
    await page.waitForSelector('input[name=password]');
    await step('login-2');
    await logIn(page);
    await page.waitForSelector('#leave');
    await page.goto(`${url}/private/notes`);
  },
};

async function logIn(page: Page, password = USER.password): Promise<void> {
  await retype(page, 'input[name=username]', USER.name);
  await retype(page, 'input[name=password]', password);
  await clickThrough(page, 'input[type=submit]');
}

/**
 * The programs as they come with the module, and the configuration that they ask for; `back`
 * forgets the port.
 */
function programs(scratch: Scratch): string {
  const folder = scratch.path('login');
  cpSync(`${DOCS}/examples/cgi`, folder, { recursive: true });
  for (const file of ['login.cgi', 'logout.cgi']) chmodSync(`${folder}/${file}`, 0o755);
  scratch.write(
    'login/AuthTktConfig.pm',
    `package AuthTktConfig;
our ($STYLESHEET, $TITLE, $FIXED_BACK_LOCATION, $DEFAULT_BACK_LOCATION) = ('', '', '/private/', '');
our ($BACK_REFERER, $AUTOLOGIN_FALLBACK_MODE, @NUKE_COOKIES, $DEBUG) = (1, 'login');
our $validate_sub = sub { $_[0] eq '${USER.name}' && $_[1] eq '${USER.password}' };
1;
`,
  );
  return folder;
}

function directives(scratch: Scratch, origin: string): string {
  const folder = programs(scratch);
  return `${notesAlias(scratch)}
${SECRET}
SetEnv MOD_AUTH_TKT_CONF ${scratch.write('tkt.conf', SECRET)}
ScriptAlias /auth/ ${folder}/
ScriptAlias /leave ${folder}/logout.cgi
<Location /private>
  AuthType None
  Require valid-user
  TKTAuthLoginURL ${origin}/auth/login.cgi
  TKTAuthTimeout 1h
</Location>`;
}
