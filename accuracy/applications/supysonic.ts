import type { Page } from 'puppeteer-core';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';

const HOST = 'supysonic.test';
const OUT = 'a[href$="/user/logout"]';

/**
 * Supysonic, a music server in Flask: the user's id in Flask's signed cookie, and no value against
 * forgery.
 */
export const application: Application = {
  name: 'supysonic',
  kind: 'application',
  language: 'Python',
  packages: ['supysonic'],
  docs: [
    // login: session["userid"] = str(user.id); login_check reads it alone. logout: session.clear().
    '/usr/share/supysonic/frontend/user.py, __init__.py',
    // app.secret_key, read from the database: itsdangerous signs what the cookie holds.
    '/usr/lib/python3/dist-packages/supysonic/web.py',
    'https://flask.palletsprojects.com/en/latest/quickstart/#sessions',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session', format: 'signed' },
      // Where to go to after the login.
      { carrier: 'url', name: 'returnUrl', role: 'other' },
    ],
  },
  proof: { url: /\/user\/me$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const port = await freePort();
    scratch.write(
      'supysonic.conf',
      `[base]
database_uri = sqlite:///${scratch.path('supysonic.db')}
[webapp]
cache_dir = ${scratch.path('cache')}
[daemon]
socket = ${scratch.path('daemon.sock')}
`,
    );
    const env = { HOME: scratch.folder };
    scratch.run('supysonic-cli', ['user', 'add', USER.name, '-p', USER.password], { env });
    const site = `from supysonic.web import create_application
create_application().run(port=${port}, threaded=False)`;
    scratch.serve('/usr/bin/python3', ['-c', site], { env });
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/playlist`);
    await step('failed-login');
    await logIn(page, url, 'wrong-password');
    await step('login');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
    await step('use');
    await page.goto(`${url}/user/me`);
    await page.goto(`${url}/user/me/changemail`);
    await page.type('input[name=mail]', USER.email);
    await clickThrough(page, 'form [type=submit]');
    await page.goto(`${url}/playlist`);
    await page.goto(`${url}/`);
    await page.reload();
    await step('logout');
    await clickThrough(page, OUT);
    await page.goto(`${url}/user/me`);
    await step('login-2');
    await logIn(page, url, USER.password);
    await page.waitForSelector(OUT);
    await page.goto(`${url}/user/me`);
  },
};

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/user/login`);
  await page.type('#user', USER.name);
  await page.type('#password', password);
  await clickThrough(page, '#loginform [type=submit]');
}
