import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';

const HOST = 'django-allauth.test';

/**
 * django-allauth in German: what the session knows lies in a signed cookie, and all cookies have
 * names of their own.
 */
export const application: Application = {
  name: 'django-allauth',
  kind: 'application',
  language: 'Python',
  packages: ['python3-django-allauth'],
  docs: [
    // "signed_cookies: … the session data will be stored using Django’s tools for cryptographic
    // signing".
    'https://docs.djangoproject.com/en/3.2/topics/http/sessions/#using-cookie-based-sessions',
    // The CSRF cookie, and csrfmiddlewaretoken, "a scrambled form of it".
    'https://docs.djangoproject.com/en/3.2/ref/csrf/#how-it-works',
    // CookieStorage: the cookie "messages", signed, gone when they were shown.
    'https://docs.djangoproject.com/en/3.2/ref/contrib/messages/',
    // account_login (field "login"), account_logout (asks first, then POST); "remember" makes the
    // session last.
    'https://docs.allauth.org/en/0.51.0/account/views.html',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'sitzung', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'faelschungsschutz', role: 'csrf' },
      { carrier: 'cookie', name: 'messages', role: 'other' },
      { carrier: 'cookie', name: 'farben', role: 'preference' },
      {
        carrier: 'body',
        name: /^(csrfmiddlewaretoken|input\[csrfmiddlewaretoken\])$/,
        role: 'csrf',
      },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/mitglieder$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('django-allauth.py')]),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await clickThrough(page, '#theme');
    await page.goto(`${url}/mitglieder`);
    await step('failed-login');
    await logIn(page, 'wrong-password');
    await step('login');
    await page.goto(`${url}/accounts/login/?next=/mitglieder`);
    await logIn(page, USER.password);
    await page.waitForSelector('#note');
    await step('use');
    await page.type('[name=notiz]', 'Beitrag bezahlt');
    await clickThrough(page, '#note');
    await page.goto(`${url}/accounts/email/`);
    await page.goto(`${url}/`);
    await page.goto(`${url}/mitglieder`);
    await page.reload();
    await step('logout');
    await page.goto(`${url}/accounts/logout/`);
    await clickThrough(page, 'form button[type=submit]');
    await page.goto(`${url}/mitglieder`);
    await step('login-2');
    await logIn(page, USER.password);
    await page.waitForSelector('#note');
  },
};

async function logIn(page: Page, password: string): Promise<void> {
  await page.waitForSelector('#id_login');
  await retype(page, '#id_login', USER.email);
  await page.type('#id_password', password);
  await page.click('#id_remember');
  await clickThrough(page, 'form.login [type=submit]');
}
