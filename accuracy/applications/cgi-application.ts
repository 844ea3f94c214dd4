import { chmodSync, copyFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { programFile } from './support/program.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'cgi-application.test';
const NAME = 'input[name=authen_username]';

/**
 * CGI::Application: run modes in the query, a session in files, the login box of its own plugin.
 */
export const application: Application = {
  name: 'cgi-application',
  kind: 'application',
  language: 'Perl',
  packages: [
    'apache2',
    'libcgi-application-plugin-session-perl',
    'libcgi-application-plugin-authentication-perl',
  ],
  docs: [
    // "authen_username", "authen_password", "authen_logout"; protected_runmodes.
    'https://metacpan.org/pod/CGI::Application::Plugin::Authentication',
    // CGISESSID; COOKIE_PARAMS -expires "+24h"; a new cookie with each answer.
    'https://metacpan.org/pod/CGI::Application::Plugin::Session',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'CGISESSID', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'lamp', role: 'preference' },
      { carrier: 'url', name: /^(rm|authen_logout)$/, role: 'other' },
    ],
  },
  proof: {
    url: /\?rm=residents$/,
    knows: ({ body }) => body.includes('id="note"'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const documentRoot = scratch.open('htdocs');
  const site = scratch.path('htdocs', 'house.cgi');
  copyFileSync(programFile('cgi-application.pl'), site);
  chmodSync(site, 0o755);
  const directives = `AddHandler cgi-script .cgi
SetEnv USER_NAME ${USER.name}
SetEnv USER_PASSWORD "${USER.password}"
SetEnv SESSIONS ${scratch.open('sessions')}
<Directory ${documentRoot}>
  Options ExecCGI
</Directory>`;
  return apache(scratch, { host: HOST, documentRoot, directives });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  const residents = `${url}/house.cgi?rm=residents`;
  await step('anonymous');
  await page.goto(`${url}/house.cgi`);
  await clickThrough(page, '#theme');
  await page.goto(residents);
  await step('failed-login');
  await logIn(page, 'wrong-password');
  await step('login');
  await logIn(page, USER.password);
  await page.waitForSelector('#logout');
  await step('use');
  await page.goto(`${url}/house.cgi?rm=rooms`);
  await page.goto(residents);
  await retype(page, '#note [type=text]', 'Mr Harding');
  await clickThrough(page, '#note [type=submit]');
  await page.goto(residents);
  await page.reload();
  await step('logout');
  await clickThrough(page, '#logout');
  await page.goto(residents);
  await step('login-2');
  await logIn(page, USER.password);
  await page.waitForSelector('#logout');
  await page.goto(residents);
}

async function logIn(page: Page, password: string): Promise<void> {
  await retype(page, NAME, USER.name);
  await retype(page, 'input[name=authen_password]', password);
  await clickThrough(page, 'input[name=authen_loginbutton]');
}
