import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';

const HOST = 'vendure.test';

/**
 * Vendure, a shop's server, with its administration: one session, by cookie and by bearer token.
 */
export const application: Application = {
  name: 'vendure',
  kind: 'application',
  language: 'TypeScript',
  packages: [],
  docs: [
    // "tokenMethod: ['bearer', 'cookie']": what `npx @vendure/create` writes; both are taken.
    'https://docs.vendure.io/reference/typescript-api/auth/auth-options/#tokenmethod',
    // setSessionToken(): the token goes into the cookie `session` and the header
    // `vendure-auth-token`.
    'node_modules/@vendure/core/dist/api/common/set-session-token.js',
    // "session", "session.sig": what is kept, as base64, and its signature.
    'https://github.com/expressjs/cookie-session#readme',
    // "vendure-token": names the channel, not who asks.
    'https://docs.vendure.io/guides/core-concepts/channels/',
  ],
  truth: {
    mechanism: 'hybrid',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session' },
      // Nobody is known without it, and it stands for nobody by itself.
      { carrier: 'cookie', name: 'session.sig', role: ['session', 'other'] },
      { carrier: 'header', name: 'authorization', role: ['access-token', 'session'] },
      { carrier: 'header', name: 'vendure-auth-token', role: ['access-token', 'session'] },
      { carrier: 'header', name: 'vendure-token', role: ['other', 'api-key'] },
      { carrier: 'localStorage', name: /authToken/, role: ['access-token', 'session'] },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: 'languageCode', role: ['preference', 'other'] },
      { carrier: 'header', name: 'apollo-require-preflight', role: 'other' },
      // Channels have a token each, which says which shop is meant.
      {
        carrier: 'body',
        name: /\/(?:channels?|activeChannel)\/.*token$/i,
        role: ['other', 'api-key'],
      },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/admin-api\?.*|\/admin-api$/,
    knows: ({ status, body }) => status === 200 && !body.includes('FORBIDDEN'),
  },
  async start(scratch) {
    const { node, path } = npmPackages('vendure');
    const port = await freePort();
    scratch.serve(node, [scratch.write('server.cjs', serverOf(path('_'), port, await freePort()))]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string, selector: string) => {
      await page.goto(`${url}/admin${path}`);
      await page.waitForSelector(selector);
    };
    await step('anonymous');
    await open('/', 'input[type=password]');
    await open('/catalog/products', 'input[type=password]');
    await step('failed-login');
    await logIn(visit, 'something else');
    await step('login');
    await logIn(visit, USER.password);
    await page.waitForSelector('vdr-main-nav');
    await step('use');
    await use(visit, open);
    await step('logout');
    await page.click('vdr-user-menu button');
    const out =
      "[...document.querySelectorAll('button, a')].find((one) => one.innerText.trim() " +
      "=== 'Log out')";
    await page.waitForFunction(out);
    await page.evaluate(`${out}.click()`);
    await page.waitForSelector('input[type=password]');
    await open('/catalog/products', 'input[type=password]');
    await step('login-2');
    await logIn(visit, USER.password);
    await page.waitForSelector('vdr-main-nav');
  },
};

async function use(
  { page }: Visit,
  open: (path: string, selector: string) => Promise<void>,
): Promise<void> {
  await open('/catalog/products', 'vdr-data-table-2, vdr-data-table');
  await open('/settings/administrators', 'vdr-data-table-2, vdr-data-table');
  await page.reload();
  await page.waitForSelector('vdr-main-nav');
  await open('/settings/tax-categories/create', 'input#name');
  await page.type('input#name', 'Books');
  const saved = page.waitForResponse((answer) =>
    (answer.request().postData() ?? '').includes('CreateTaxCategory'),
  );
  const create =
    "[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === 'Create' && " +
    '!one.disabled)';
  await page.waitForFunction(create);
  await page.evaluate(`${create}.click()`);
  await saved;
  await open('/customer/customers', 'vdr-data-table-2, vdr-data-table');
}

async function logIn({ page }: Visit, password: string): Promise<void> {
  await page.waitForSelector('input[type=password]', { visible: true });
  for (const [field, text] of [
    ['input#login_username', USER.name],
    ['input#login_password', password],
  ] as const) {
    await page.click(field, { count: 3 });
    await page.type(field, text);
  }
  const answered = page.waitForResponse((answer) =>
    (answer.request().postData() ?? '').includes('AttemptLogin'),
  );
  await page.keyboard.press('Enter');
  await answered;
}

/** What `npx @vendure/create` would write, with SQLite in memory. */
function serverOf(from: string, port: number, uiPort: number): string {
  return `
const require_ = require('node:module').createRequire(${JSON.stringify(from)});
const { bootstrap, DefaultLogger, LogLevel } = require_('@vendure/core');
const { AdminUiPlugin } = require_('@vendure/admin-ui-plugin');
bootstrap({
  logger: new DefaultLogger({ level: LogLevel.Info }),
  apiOptions: { port: ${port}, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api', trustProxy: false },
  authOptions: {
    tokenMethod: ['bearer', 'cookie'],
    superadminCredentials: { identifier: '${USER.name}', password: '${USER.password}' },
    cookieOptions: { secret: 'a secret that is long enough' },
  },
  dbConnectionOptions: { type: 'sqljs', synchronize: true, logging: false },
  paymentOptions: { paymentMethodHandlers: [] },
  plugins: [AdminUiPlugin.init({ route: 'admin', port: ${uiPort} })],
}).catch((error) => { console.error(error); process.exit(1); });
`;
}
