import { copyFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { guardedSite, notesAlias, useGuardedSite } from './support/guarded-site.js';
import { programFile } from './support/program.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'auth-cookie.test';

const LOGIN = `<!doctype html><title>Mill</title><form method="post" action="/LOGIN">
<input type="hidden" name="destination" value="/private/"><input name="credential_0">
<input type="password" name="credential_1"><button>Continue</button></form>`;

/** Apache2::AuthCookie in mod_perl: a ticket in a cookie that is called like class and realm. */
export const application: Application = {
  name: 'auth-cookie',
  kind: 'application',
  language: 'Perl',
  packages: ['apache2', 'libapache2-mod-perl2', 'libapache2-authcookie-perl'],
  docs: [
    // "credential_0", "credential_1", "destination"; /LOGIN and /LOGOUT; the cookie
    // "WhatEver_AuthName".
    'https://metacpan.org/pod/Apache2_4::AuthCookie',
    // authen_cred gives the session key; authen_ses_key reads the user from it.
    'https://metacpan.org/dist/Apache-AuthCookie/view/lib/Apache2/AuthCookie.pm',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'Mill::AuthCookieHandler_Mill', role: 'session' },
      { carrier: 'body', name: 'destination', role: 'other' },
    ],
  },
  proof: {
    url: /\/private\/$/,
    knows: ({ status, body }) => status === 200 && body.includes('leave'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const documentRoot = guardedSite(scratch, { 'login.html': LOGIN });
  scratch.open('perl/Mill');
  copyFileSync(programFile('auth-cookie.pm'), scratch.path('perl/Mill/AuthCookieHandler.pm'));
  const directives = `${notesAlias(scratch)}
PerlSetEnv MILL_NAME ${USER.name}
PerlSetEnv MILL_PASSWORD "${USER.password}"
PerlSwitches -I${scratch.path('perl')}
PerlModule Mill::AuthCookieHandler
PerlSetVar MillPath /
PerlSetVar MillLoginScript /login.html
PerlSetVar MillSatisfy All
PerlSetVar MillEncoding UTF-8
<LocationMatch "^/private">
  AuthType Mill::AuthCookieHandler
  AuthName Mill
  PerlAuthenHandler Mill::AuthCookieHandler->authenticate
  Require valid-user
</LocationMatch>
<LocationMatch "^/LOGIN$">
  AuthType Mill::AuthCookieHandler
  AuthName Mill
  SetHandler perl-script
  PerlResponseHandler Mill::AuthCookieHandler->login
</LocationMatch>
<LocationMatch "^/leave$">
  AuthType Mill::AuthCookieHandler
  AuthName Mill
  SetHandler perl-script
  PerlResponseHandler Mill::Leave
</LocationMatch>
<Perl>
  package Mill::Leave;
  use Apache2::RequestRec ();
  sub handler {
    my $r = shift;
    Mill::AuthCookieHandler->logout($r);
    $r->headers_out->set(Location => '/goodbye.html');
    return 302;
  }
  $INC{'Mill/Leave.pm'} = 1;
</Perl>`;
  return apache(scratch, { host: HOST, documentRoot, modules: ['perl'], directives });
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/login.html`);
  await step('failed-login');
  await logIn(page, 'wrong-password');
  await step('login');
  await page.goto(`${url}/login.html`);
  await logIn(page);
  await step('use');
  await useGuardedSite(page, url);
  await step('logout');
  await clickThrough(page, '#leave');
  await page.goto(`${url}/goodbye.html`);
  await step('login-2');
  await page.goto(`${url}/login.html`);
  await logIn(page);
  await page.goto(`${url}/private/drawings.html`);
}

async function logIn(page: Page, password = USER.password): Promise<void> {
  await page.type('input[name=credential_0]', USER.name);
  await page.type('input[name=credential_1]', password);
  await clickThrough(page, 'button');
}
