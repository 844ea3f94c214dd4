import { retype, waitForText } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { goProgram } from './support/go-program.js';

const HOST = 'gin-jwt.test';

/** Gin with gin-jwt: one JWT that renews itself, kept by the page; its logout only answers. */
export const application: Application = {
  name: 'gin-jwt',
  kind: 'application',
  language: 'Go',
  packages: ['golang-go', 'golang-github-appleboy-gin-jwt-dev', 'golang-github-gin-gonic-gin-dev'],
  docs: [
    // {"code": 200, "expire": …, "token": …}; "exp" and "orig_iat"; GET refresh_token with the token itself.
    'https://github.com/appleboy/gin-jwt/blob/v2.6.4/README.md',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'auth/token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'size', role: 'preference' },
    ],
  },
  proof: { url: /\/auth\/hello$/, knows: ({ status }) => status === 200 },
  start: (scratch) => goProgram(scratch, HOST, 'gin-jwt.go'),
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
    await press('#dark', 'large');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await logIn(USER.password, 'signed in');
    await step('use');
    await press('#load', USER.name);
    await page.reload();
    await press('#load', USER.name);
    await press('#add', USER.name);
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
