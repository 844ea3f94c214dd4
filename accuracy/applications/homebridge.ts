import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'homebridge.test';

/** Homebridge with its usual page: an Angular application that keeps a JWT in localStorage. */
export const application: Application = {
  name: 'homebridge',
  kind: 'application',
  language: 'TypeScript',
  packages: [],
  docs: [
    // "auth: form … users have to log in", "sessionTimeout".
    'https://github.com/homebridge/homebridge-config-ui-x/wiki/Config-Options',
    // signIn() and refreshToken(): `access_token`, a JWT with name, admin and instanceId.
    'node_modules/homebridge-config-ui-x/dist/core/auth/auth.service.js',
    // The sockets take the same token as the parameter `token` of their handshake.
    'node_modules/homebridge-config-ui-x/dist/core/auth/guards/ws.guard.js',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'localStorage', name: 'access_token', role: 'access-token', format: 'jwt' },
      { carrier: 'header', name: 'authorization', role: 'access-token', format: 'jwt' },
      { carrier: 'url', name: 'token', role: 'access-token', format: 'jwt' },
      { carrier: 'body', name: '/access_token', role: 'access-token', format: 'jwt' },
      { carrier: 'url', name: /^(?:sid|t|EIO|transport)$/, role: 'other' },
      { carrier: 'body', name: '/sid', role: 'other' },
      // Which installation this is, and how a phone finds it: shown to everybody who is let in.
      { carrier: 'body', name: /^\/env\/instanceId$|\/setupID$/, role: 'other' },
      { carrier: 'localStorage', name: /^(?!access_token)/, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: { url: /\/api\/users$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path, folder } = npmPackages('homebridge');
    const port = await freePort();
    configure(scratch, port, await freePort());
    scratch.serve(node, [
      path('homebridge-config-ui-x/dist/bin/hb-service.js'),
      'run',
      '--allow-root',
      '--stdout',
      '--strict-plugin-resolution',
      '-U',
      scratch.path('home'),
      '-P',
      `${folder}/node_modules`,
    ]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string, selector: string) => {
      await page.goto(`${url}${path}`);
      await page.waitForSelector(selector);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('input[type=password]');
    await page.goto(`${url}/users`);
    await step('failed-login');
    await logIn(visit, 'something else');
    await step('login');
    await logIn(visit, USER.password);
    await page.waitForSelector('app-sidebar');
    await step('use');
    await open('/config', '.monaco-editor');
    await open('/users', 'app-users');
    await page.reload();
    await page.waitForSelector('app-users');
    await open('/accessories', 'app-accessories, app-layout main, app-layout');
    await open('/logs', '.xterm');
    await open('/users', 'app-users');
    await step('logout');
    await page.evaluate(`document.querySelector('app-sidebar [aria-label="Log Out"]').click()`);
    await page.waitForSelector('input[type=password]');
    await page.goto(`${url}/users`);
    await step('login-2');
    await logIn(visit, USER.password);
    await page.waitForSelector('app-sidebar');
  },
};

async function logIn({ page }: Visit, password: string): Promise<void> {
  await page.waitForSelector('input[type=password]', { visible: true });
  await page.click('input[autocomplete=username], input[type=text]', { count: 3 });
  await page.keyboard.type(USER.name);
  await page.click('input[type=password]', { count: 3 });
  await page.keyboard.type(password);
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/auth/login'));
  await page.keyboard.press('Enter');
  await answered;
}

/** The files that its first start would write after asking for a name and a password. */
function configure(scratch: Scratch, port: number, bridge: number): void {
  scratch.write(
    'home/config.json',
    JSON.stringify({
      bridge: {
        name: 'Homebridge',
        username: '0E:2D:5B:7A:11:42',
        port: bridge,
        pin: '031-45-154',
      },
      accessories: [],
      platforms: [{ platform: 'config', name: 'Config', port, auth: 'form', theme: 'auto' }],
    }),
  );
  const salt = randomBytes(32).toString('hex');
  const hashedPassword = pbkdf2Sync(USER.password, salt, 1000, 64, 'sha512').toString('hex');
  const account = { id: 1, username: USER.name, name: 'Ada', hashedPassword, salt, admin: true };
  scratch.write('home/auth.json', JSON.stringify([account]));
}
