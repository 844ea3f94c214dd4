import { mkdtemp, rm } from 'node:fs/promises';
import type http from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'verdaccio.test';

/** Verdaccio's web interface: a JWT in localStorage. */
export const stack: Stack = {
  name: 'verdaccio',
  half: 'held-out',
  docs: [
    // "security: web: sign: expiresIn" : "the web UI uses a JSON Web Token" .
    'https://verdaccio.org/docs/configuration#security',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'localStorage', name: 'token', role: 'access-token', format: 'jwt' },
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/token', role: 'access-token', format: 'jwt' },
      { carrier: 'localStorage', name: /^(?!token$)/, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  start,
  async visit({ page, url, step }) {
    const logIn = async () => {
      await (await page.waitForSelector('#login--dialog-username'))?.type(USER.name);
      await page.type('#login--dialog-password', USER.password);
      await page.click('#login--dialog-button-submit');
      await page.waitForSelector('[data-testid="logInDialogIcon"]');
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await (await page.waitForSelector('[data-testid="header--button-login"]'))?.click();
    await step('login');
    await logIn();
    await step('use');
    await page.reload();
    await page.waitForSelector('[data-testid="logInDialogIcon"]');
    await page.goto(`${url}/-/web/detail/nothing-here`);
    await page.goto(`${url}/`);
    await page.waitForSelector('[data-testid="logInDialogIcon"]');
    await step('logout');
    await page.click('[data-testid="logInDialogIcon"]');
    await (
      await page.waitForSelector('[data-testid="logOutDialogIcon"], #logOutDialogIcon')
    )?.click();
    await page.waitForSelector('[data-testid="header--button-login"]');
    await step('login-2');
    await page.click('[data-testid="header--button-login"]');
    await logIn();
  },
};

async function start(): Promise<Running> {
  const { runServer } = createRequire(import.meta.url)('verdaccio') as {
    runServer(config: object): Promise<http.Server>;
  };
  const folder = await mkdtemp(join(tmpdir(), 'credtrail-npm-'));
  const config = {
    storage: join(folder, 'storage'),
    config_path: join(folder, 'config.yaml'),
    configPath: join(folder, 'config.yaml'),
    self_path: folder,
    web: { enable: true },
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: 10 } },
    security: { web: { sign: { expiresIn: '1h' } } },
    uplinks: {},
    packages: { '**': { access: '$authenticated', publish: '$authenticated' } },
    log: { type: 'stdout', format: 'json', level: 'fatal' },
  };
  const server = await runServer(config);
  const url = await listen(server, HOST);
  const { port } = new URL(url);
  await fetch(`http://127.0.0.1:${port}/-/user/org.couchdb.user:${USER.name}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: USER.name, password: USER.password }),
  });
  const stop = async () => {
    server.closeAllConnections();
    await rm(folder, { recursive: true, force: true });
  };
  return { url, stop };
}
