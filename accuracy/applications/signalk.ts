import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import { waitForText } from '../support/drive.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages, type NpmPackages } from './support/npm-package.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'signalk.test';

/** Signal K, a boat's data server: its admin page logs in to a JWT in a cookie. */
export const application: Application = {
  name: 'signalk',
  kind: 'application',
  language: 'TypeScript',
  packages: [],
  docs: [
    // "the server … set a cookie containing the token"; "Authorization: JWT …", "Bearer".
    'https://signalk.org/specification/1.7.0/doc/security.html',
    // setSessionCookie: JAUTHENTICATION holds the JWT; skLoginInfo tells scripts who is logged in.
    'node_modules/signalk-server/dist/tokensecurity.js',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      {
        carrier: 'cookie',
        name: 'JAUTHENTICATION',
        role: ['session', 'access-token'],
        format: 'jwt',
      },
      { carrier: 'cookie', name: 'skLoginInfo', role: ['other', 'preference'] },
      { carrier: 'body', name: '/token', role: ['session', 'access-token'], format: 'jwt' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: { url: /\/skServer\/security\/users$/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const packages = npmPackages('signalk');
    const port = await freePort();
    configure(scratch, packages, port);
    scratch.serve(
      packages.node,
      [packages.path('signalk-server/bin/signalk-server'), '-c', scratch.path('config')],
      {
        env: {
          PORT: String(port),
          HOME: scratch.folder,
          IS_IN_DOCKER: 'true',
          SKIP_ADMINUI_VERSION_CHECK: 'true',
        },
      },
    );
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (hash: string, text: string) => {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`);
      await waitForText(page, 'body', text);
    };
    await step('anonymous');
    await page.goto(`${url}/admin/#/login`);
    await page.waitForSelector('input[name=username]');
    await page.evaluate(`fetch('/skServer/security/users').then((answer) => answer.status)`);
    await step('failed-login');
    await logIn(visit, 'something else');
    await step('login');
    await logIn(visit, USER.password);
    await page.waitForFunction(`document.body.textContent.includes('Logout')`);
    await step('use');
    await open('#/security/users', USER.name);
    await open('#/serverConfiguration/settings', 'Settings');
    await page.reload();
    await open('#/databrowser', 'Data Browser');
    await open('#/security/users', USER.name);
    await step('logout');
    await page.evaluate(
      "[...document.querySelectorAll('a, button')].find((one) => one.innerText.trim() === " +
        "'Logout').click()",
    );
    await page.waitForResponse((answer) => answer.url().includes('/logout'));
    await page.evaluate(`fetch('/skServer/security/users').then((answer) => answer.status)`);
    await step('login-2');
    await page.goto(`${url}/admin/#/login`);
    await logIn(visit, USER.password);
    await page.waitForFunction(`document.body.textContent.includes('Logout')`);
  },
};

async function logIn({ page }: Visit, password: string): Promise<void> {
  await page.waitForSelector('input[name=username]', { visible: true });
  for (const [field, text] of [
    ['username', USER.name],
    ['password', password],
  ]) {
    await page.click(`input[name=${field}]`, { count: 3 });
    await page.type(`input[name=${field}]`, String(text));
  }
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/login'));
  await page.keyboard.press('Enter');
  await answered;
}

function configure(scratch: Scratch, { path }: NpmPackages, port: number): void {
  const bcrypt = createRequire(import.meta.url)(path('signalk-server/node_modules/bcryptjs')) as {
    hashSync(password: string): string;
  };
  scratch.write(
    'config/settings.json',
    JSON.stringify({
      port,
      mdns: false,
      security: { strategy: './tokensecurity' },
      interfaces: {},
    }),
  );
  const account = { username: USER.name, type: 'admin', password: bcrypt.hashSync(USER.password) };
  scratch.write(
    'config/security.json',
    JSON.stringify({
      allow_readonly: false,
      expiration: '1d',
      secretKey: randomBytes(64).toString('hex'),
      users: [account],
      devices: [],
      acls: [],
    }),
  );
}
