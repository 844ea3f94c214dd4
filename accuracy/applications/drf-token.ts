import { retype, waitForText } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';

const HOST = 'drf-token.test';

/** Django REST framework’s own tokens: one row of the database, without an end, sent as "Token …". */
export const application: Application = {
  name: 'drf-token',
  kind: 'application',
  language: 'Python',
  packages: ['python3-djangorestframework'],
  docs: [
    // "Authorization: Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b"; obtain_auth_token: {"token": …}.
    'https://www.django-rest-framework.org/api-guide/authentication/#tokenauthentication',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'opaque' },
      { carrier: 'localStorage', name: 'books.user/token', role: 'access-token' },
      { carrier: 'body', name: '/token', role: 'access-token' },
      { carrier: 'localStorage', name: 'books.font', role: 'preference' },
    ],
  },
  proof: { url: /\/books\/$/, knows: ({ status }) => status === 200 },
  start: (scratch) => program(scratch, HOST, '/usr/bin/python3', [programFile('drf-token.py')]),
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const logIn = async (password: string, answer: string) => {
      await retype(page, 'input[name=username]', USER.name);
      await retype(page, 'input[name=password]', password);
      await press('#login button', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await press('#dark', 'serif');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await logIn(USER.password, 'signed in');
    await step('use');
    await press('#load', USER.name);
    await page.reload();
    await press('#add', USER.name);
    await press('#load', USER.name);
    await step('logout');
    await press('#out', 'signed out');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'signed in');
    await press('#load', USER.name);
  },
};
