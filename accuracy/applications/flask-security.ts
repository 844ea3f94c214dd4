import { retype, waitForText } from '../support/drive.js';
import { USER } from '../support/site.js';
import type { Application } from './support/application.js';
import { program, programFile } from './support/program.js';

const HOST = 'flask-security.test';

/**
 * Flask-Security under a single page: a signed session, a value against forgery in three places,
 * and a token of its own.
 */
export const application: Application = {
  name: 'flask-security',
  kind: 'application',
  language: 'Python',
  packages: ['python3-flask-security', 'python3-flask-sqlalchemy'],
  docs: [
    // "SECURITY_CSRF_COOKIE_NAME … XSRF-TOKEN", sent back as "X-XSRF-Token"; "csrf_token" in JSON.
    'https://flask-security-too.readthedocs.io/en/stable/patterns.html#csrf',
    // "include_auth_token": response.user.authentication_token, sent as "Authentication-Token".
    'https://flask-security-too.readthedocs.io/en/stable/features.html#token-authentication',
    // "session": Flask's, signed; "remember_token": Flask-Login's.
    'https://flask-login.readthedocs.io/en/latest/#remember-me',
  ],
  truth: {
    mechanism: ['token-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'remember_token', role: 'remember-me', format: 'signed' },
      { carrier: 'cookie', name: 'XSRF-TOKEN', role: 'csrf', format: 'signed' },
      { carrier: 'header', name: /^x-(xsrf-token|csrftoken)$/, role: 'csrf', format: 'signed' },
      { carrier: 'body', name: /csrf_token$/, role: 'csrf', format: 'signed' },
      { carrier: 'cookie', name: 'view', role: 'preference' },
      { carrier: 'header', name: 'authentication-token', role: 'access-token', format: 'signed' },
      {
        carrier: 'body',
        name: /\/authentication_token$/,
        role: 'access-token',
        format: 'signed',
      },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: { url: /\/api\/tasks$/, knows: ({ status }) => status === 200 },
  start: (scratch) =>
    program(scratch, HOST, '/usr/bin/python3', [programFile('flask-security.py')]),
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#said', answer);
    };
    const logIn = async (password: string, answer: string) => {
      await retype(page, 'input[name=email]', USER.email);
      await retype(page, 'input[name=password]', password);
      await press('#login button', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await press('#compact', 'compact');
    await press('#load', 'refused');
    await step('failed-login');
    await logIn('wrong-password', 'failed');
    await step('login');
    await page.click('input[name=remember]');
    await logIn(USER.password, 'logged in');
    await step('use');
    await press('#load', 'tasks');
    await press('#add', 'added');
    await press('#sync', 'synced');
    await page.reload();
    await press('#load', 'tasks');
    await press('#add', 'added');
    await press('#load', 'tasks');
    await step('logout');
    await press('#out', 'logged out');
    await press('#load', 'refused');
    await step('login-2');
    await logIn(USER.password, 'logged in');
    await press('#load', 'tasks');
  },
};
