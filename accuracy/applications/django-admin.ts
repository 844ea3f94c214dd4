import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';

const HOST = 'django-admin.test';
const OUT = '#user-tools a[href$="/logout/"]';

/** Django's own administration, as a new project has it. */
export const application: Application = {
  name: 'django-admin',
  kind: 'application',
  language: 'Python',
  packages: ['python3-django'],
  docs: [
    // "session ID … in a cookie", SESSION_COOKIE_NAME 'sessionid'; cycle_key() at login.
    'https://docs.djangoproject.com/en/3.2/topics/http/sessions/',
    // The cookie csrftoken; csrfmiddlewaretoken is "a scrambled form of it", new in each form.
    'https://docs.djangoproject.com/en/3.2/ref/csrf/#how-it-works',
    // FallbackStorage: the cookie "messages", signed, gone when they were shown.
    'https://docs.djangoproject.com/en/3.2/ref/contrib/messages/',
    // LANGUAGE_COOKIE_NAME 'django_language'.
    'https://docs.djangoproject.com/en/3.2/topics/i18n/translation/#the-set-language-redirect-view',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'sessionid', role: 'session', format: 'opaque' },
      { carrier: 'cookie', name: 'csrftoken', role: 'csrf' },
      { carrier: 'cookie', name: 'messages', role: 'other' },
      { carrier: 'cookie', name: 'django_language', role: 'preference' },
      {
        carrier: 'body',
        name: /^(csrfmiddlewaretoken|input\[csrfmiddlewaretoken\])$/,
        role: 'csrf',
      },
      { carrier: 'url', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/admin\/auth\/user\/$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('django-admin.py')]),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await clickThrough(page, '#theme');
    await page.goto(`${url}/admin/`);
    await step('failed-login');
    await logIn(page, 'wrong-password');
    await step('login');
    await page.goto(`${url}/admin/`);
    await logIn(page, USER.password);
    await page.waitForSelector(OUT);
    await step('use');
    await page.goto(`${url}/admin/auth/group/add/`);
    await page.type('#id_name', 'Mathematicians');
    await clickThrough(page, 'input[name=_save]');
    await page.goto(`${url}/admin/auth/user/`);
    await clickThrough(page, '#result_list tbody th a');
    await page.type('#id_first_name', 'Ada');
    await clickThrough(page, 'input[name=_continue]');
    await page.goto(`${url}/`);
    await page.goto(`${url}/admin/auth/user/`);
    await page.reload();
    await step('logout');
    await clickThrough(page, OUT);
    await page.goto(`${url}/admin/auth/user/`);
    await step('login-2');
    await logIn(page, USER.password);
    await page.waitForSelector(OUT);
    await page.goto(`${url}/admin/`);
  },
};

async function logIn(page: Page, password: string): Promise<void> {
  await page.waitForSelector('#id_username');
  await page.$eval('#id_username', (field) => ((field as HTMLInputElement).value = ''));
  await page.type('#id_username', USER.name);
  await page.type('#id_password', password);
  await clickThrough(page, '#login-form input[type=submit]');
}
