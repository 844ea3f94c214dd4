import { retype, waitForText } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';

const HOST = 'fastapi-bearer.test';

/** FastAPI’s tutorial on bearer tokens, with a page that keeps its token in sessionStorage. */
export const application: Application = {
  name: 'fastapi-bearer',
  kind: 'application',
  language: 'Python',
  packages: ['python3-fastapi', 'python3-uvicorn', 'python3-multipart', 'python3-jose'],
  docs: [
    // {"access_token": …, "token_type": "bearer"} of POST /token; "sub" and "exp", HS256, 30 minutes.
    'https://fastapi.tiangolo.com/tutorial/security/oauth2-jwt/',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    forgets: true,
    credentials: [
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'sessionStorage', name: 'token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/access_token', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: 'layout', role: 'preference' },
    ],
  },
  proof: { url: /\/users\/me\/items\/$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('fastapi-bearer.py')]),
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
    await press('#wide', 'wide');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await logIn(USER.password, 'signed in');
    await step('use');
    await press('#load', 'Foo');
    await page.reload();
    await press('#add', 'Foo');
    await press('#load', 'Foo');
    await step('logout');
    await press('#out', 'signed out');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'signed in');
    await press('#load', 'Foo');
  },
};
