import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import { apache } from './support/apache.js';
import type { Application } from './support/application.js';
import { guardedSite, notesAlias, useGuardedSite } from './support/guarded-site.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'apache-auth-form.test';

const LOGIN = `<!doctype html><title>Log in</title><form method="post" action="/enter">
<input name="httpd_username"><input type="password" name="httpd_password"><button>Log in</button></form>`;

/** Apache's own form login: name and password themselves, encrypted, in a cookie. */
export const application: Application = {
  name: 'apache-auth-form',
  kind: 'application',
  language: 'C',
  packages: ['apache2', 'apache2-utils'],
  docs: [
    // "stores the authentication details in the session"; form-login-handler, form-logout-handler.
    'https://httpd.apache.org/docs/2.4/mod/mod_auth_form.html',
    // "SessionCookieName": the session itself is kept in that cookie on the browser.
    'https://httpd.apache.org/docs/2.4/mod/mod_session_cookie.html',
    // "contents of the session will be encrypted" before they are written to the browser.
    'https://httpd.apache.org/docs/2.4/mod/mod_session_crypto.html',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [{ carrier: 'cookie', name: 'session', role: 'session' }],
  },
  proof: { url: /\/private\/$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const documentRoot = guardedSite(scratch, { 'login.html': LOGIN });
    const users = scratch.path('users');
    scratch.run('htpasswd', ['-bcB', users, USER.name, USER.password]);
    return apache(scratch, {
      host: HOST,
      documentRoot,
      modules: ['request', 'session', 'session_cookie', 'session_crypto', 'auth_form'],
      directives: directives(scratch, users),
    });
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await clickThrough(page, 'a[href="/private/"]');
    await step('failed-login');
    await logIn(page, 'wrong');
    await step('login');
    await logIn(page);
    await step('use');
    await useGuardedSite(page, url);
    await step('logout');
    await clickThrough(page, '#leave');
    await page.goto(`${url}/private/`);
    await step('login-2');
    await logIn(page);
    await page.goto(`${url}/private/drawings.html`);
  },
};

async function logIn(page: Page, password = USER.password): Promise<void> {
  await page.type('input[name=httpd_username]', USER.name);
  await page.type('input[name=httpd_password]', password);
  await clickThrough(page, 'button');
}

/** As in the manual's "Using with mod_session". */
function directives(scratch: Scratch, users: string): string {
  return `${notesAlias(scratch)}
SessionCryptoDriver openssl
<LocationMatch "^/(private|enter|leave)">
  AuthType form
  AuthName workshop
  AuthFormProvider file
  AuthUserFile ${users}
  AuthFormLoginRequiredLocation /login.html
  AuthFormLoginSuccessLocation /private/
  AuthFormLogoutLocation /goodbye.html
  Session On
  SessionMaxAge 3600
  SessionCookieName session path=/;HttpOnly
  SessionCryptoPassphrase "a passphrase of this server"
</LocationMatch>
<Location /private>
  Require valid-user
</Location>
<Location /enter>
  SetHandler form-login-handler
</Location>
<Location /leave>
  SetHandler form-logout-handler
  SessionMaxAge 1
</Location>`;
}
