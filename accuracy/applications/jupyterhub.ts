import type { Page } from 'puppeteer-core';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'hub.test';
const FILES = '#notebook_list .list_item';

/**
 * JupyterHub: it logs in, starts a server for the user, and that one logs in at the hub by OAuth.
 */
export const application: Application = {
  name: 'jupyterhub',
  kind: 'application',
  language: 'Python (Tornado)',
  packages: ['jupyterhub', 'jupyter-notebook', 'python3-notebook', 'python3-ipykernel'],
  docs: [
    // "jupyterhub-hub-login … used to authenticate users with the Hub", path /hub/, encrypted and
    // signed; "jupyterhub-user-<username> … for each single-user server", path /user/<username>,
    // holds an OAuth access token; "jupyterhub-session-id … a random string, meaningless in
    // itself", to log out of all.
    'https://jupyterhub.readthedocs.io/en/3.0.0/reference/security-basics.html',
    // "_xsrf": Tornado's, of the single-user server.
    'https://www.tornadoweb.org/en/stable/guide/security.html',
    // service-oauth state: "jupyterhub-user-ada-oauth-state" holds next_url and a random id.
    '/usr/lib/python3/dist-packages/jupyterhub/services/auth.py, handlers/base.py',
  ],
  truth: {
    mechanism: ['token-cookie', 'session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'jupyterhub-hub-login', role: 'session', format: 'signed' },
      {
        carrier: 'cookie',
        name: 'jupyterhub-user-ada',
        role: ['session', 'access-token'],
        format: 'signed',
      },
      // Random, tells the sessions of one browser apart; the hub knows nobody by it alone.
      { carrier: 'cookie', name: 'jupyterhub-session-id', role: ['device', 'other', 'session'] },
      // Only ever taken away, by the logout.
      { carrier: 'cookie', name: 'jupyterhub-services', role: ['other', 'session'] },
      { carrier: 'cookie', name: /oauth-state/, role: 'oauth-state' },
      { carrier: 'cookie', name: '_xsrf', role: 'csrf' },
      { carrier: 'header', name: 'x-xsrftoken', role: 'csrf' },
      { carrier: 'body', name: /_xsrf\]?$/, role: 'csrf' },
      { carrier: 'url', name: '_xsrf', role: 'csrf' },
      { carrier: 'url', name: 'state', role: 'oauth-state' },
      { carrier: 'url', name: 'code', role: ['other', 'oauth-state'] },
      { carrier: 'url', name: /^(?!state$|code$|_xsrf$)/, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: { url: /\/user\/ada\/api\/contents\b/, knows: ({ status }) => status === 200 },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const [port, api, hub] = [await freePort(), await freePort(), await freePort()];
  const folder = scratch.open('notebooks');
  scratch.write('notebooks/notes.txt', 'notes\n');
  const config = scratch.write(
    'jupyterhub_config.py',
    `c.JupyterHub.bind_url = 'http://127.0.0.1:${port}'
c.JupyterHub.hub_port = ${hub}
c.ConfigurableHTTPProxy.api_url = 'http://127.0.0.1:${api}'
c.JupyterHub.db_url = 'sqlite:///${scratch.path('hub.sqlite')}'
c.JupyterHub.cookie_secret_file = '${scratch.path('cookie_secret')}'
c.ConfigurableHTTPProxy.pid_file = '${scratch.path('proxy.pid')}'
c.JupyterHub.authenticator_class = 'jupyterhub.auth.DummyAuthenticator'
c.DummyAuthenticator.password = '${USER.password}'
c.JupyterHub.spawner_class = 'jupyterhub.spawner.SimpleLocalProcessSpawner'
c.SimpleLocalProcessSpawner.home_dir_template = '${folder}'
c.Spawner.notebook_dir = '${folder}'
c.Spawner.cmd = ['/usr/bin/jupyterhub-singleuser']
c.Spawner.args = ['--allow-root']
c.Spawner.http_timeout = 60
`,
  );
  scratch.serve('/usr/bin/jupyterhub', ['-f', config], {
    // The proxy is Debian's, and so are the modules that it needs.
    env: { PATH: '/usr/bin:/bin', NODE_PATH: '/usr/share/nodejs', HOME: scratch.folder },
  });
  await waitUntilUp(port);
  await waitUntilUp(hub);
  return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.goto(`${url}/user/ada/tree`);
  await step('failed-login');
  await logIn(page, url, 'wrong-password');
  await step('login');
  await logIn(page, url, USER.password);
  await page.waitForSelector(FILES, { timeout: 60_000 });
  await step('use');
  await page.goto(`${url}/user/ada/edit/notes.txt`);
  await page.waitForSelector('#texteditor-container .CodeMirror');
  await page.goto(`${url}/hub/token`);
  await page.goto(`${url}/hub/home`);
  await page.goto(`${url}/user/ada/tree`);
  await page.waitForSelector(FILES);
  await page.reload();
  await page.waitForSelector(FILES);
  await step('logout');
  await page.goto(`${url}/hub/home`);
  await clickThrough(page, '#logout');
  await page.goto(`${url}/user/ada/tree`);
  await step('login-2');
  await logIn(page, url, USER.password);
  await page.waitForSelector(FILES, { timeout: 60_000 });
}

async function logIn(page: Page, url: string, password: string): Promise<void> {
  await page.goto(`${url}/hub/login`);
  await retype(page, '#username_input', USER.name);
  await retype(page, '#password_input', password);
  await clickThrough(page, '#login_submit');
}
