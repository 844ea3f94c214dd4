import { retype, waitForText } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';

const HOST = 'simplejwt.test';

/** Django REST framework with Simple JWT, and a page that keeps both tokens in localStorage. */
export const application: Application = {
  name: 'simplejwt',
  kind: 'application',
  language: 'Python',
  packages: ['python3-djangorestframework-simplejwt', 'python3-djangorestframework'],
  docs: [
    // {"access": "…", "refresh": "…"}; "Authorization: Bearer"; token/refresh/ gives a new
    // "access".
    'https://django-rest-framework-simplejwt.readthedocs.io/en/latest/getting_started.html',
    'https://django-rest-framework-simplejwt.readthedocs.io/en/latest/blacklist_app.html',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'access', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/access', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'refresh', role: 'refresh-token', format: 'jwt' },
      { carrier: 'body', name: '/refresh', role: 'refresh-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'theme', role: 'preference' },
    ],
  },
  proof: { url: /\/api\/me\/$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('simplejwt.py')]),
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#profile', answer);
    };
    const logIn = async (password: string, answer: string) => {
      await retype(page, 'input[name=username]', USER.name);
      await retype(page, 'input[name=password]', password);
      await press('#login button', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await press('#dark', 'dark');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await logIn(USER.password, 'signed in');
    await step('use');
    await press('#load', USER.name);
    await page.reload();
    await press('#load', USER.name);
    await press('#dark', 'dark');
    await press('#save', USER.name);
    await step('refresh');
    await press('#refresh', 'renewed');
    await press('#load', USER.name);
    await step('logout');
    await press('#out', 'signed out');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'signed in');
    await press('#load', USER.name);
  },
};
