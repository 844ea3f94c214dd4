import { randomBytes } from 'node:crypto';
import { clickThrough } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';

const HOST = 'jsreport.test';

/** jsreport's studio with its own accounts: who is logged in stands in an encrypted cookie. */
export const application: Application = {
  name: 'jsreport',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "cookieSession: secret"; "API requests … Basic".
    'https://jsreport.net/learn/authentication',
    // sessions({ cookieName: 'session' }) of client-sessions; passport keeps the user in it.
    'node_modules/@jsreport/jsreport-authentication/lib/main.js',
    'https://github.com/mozilla/node-client-sessions#readme',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'session', role: 'session' },
      { carrier: 'cookie', name: /^render-complete/, role: 'other' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: 'returnUrl', role: 'other' },
      // "none": no password dialog, please (jsreport-express/lib/handleError.js).
      { carrier: 'header', name: 'x-www-authenticate', role: 'other' },
      { carrier: 'body', name: /serverStartupHash$/, role: 'other' },
    ],
  },
  proof: { url: /\/api\/settings$|\/odata\/settings/, knows: ({ status }) => status === 200 },
  async start(scratch) {
    const { node, path } = npmPackages('jsreport');
    const port = await freePort();
    const admin = { username: USER.name, password: USER.password };
    const config = {
      httpPort: port,
      hostname: '127.0.0.1',
      rootDirectory: path(),
      dataDirectory: scratch.open('data'),
      tempDirectory: scratch.open('temp'),
      store: { provider: 'memory' },
      blobStorage: { provider: 'memory' },
      workers: { numberOfWorkers: 1 },
      trustUserCode: true,
      logger: { file: { enabled: false }, error: { enabled: false } },
      extensions: {
        authentication: {
          cookieSession: { secret: randomBytes(32).toString('hex') },
          admin,
          enabled: true,
        },
        'sample-template': { createSamples: true },
        'version-control': { enabled: false },
        licensing: { enabled: false },
      },
    };
    const main = `require(${JSON.stringify(path('jsreport'))})(${JSON.stringify(config)}).init().catch((error) => { console.error(error); process.exit(1); });\n`;
    scratch.serve(node, [scratch.write('main.cjs', main)]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    const studio = () =>
      page.waitForSelector('#MainPanel, .Pane, [class*=EntityTree]', { timeout: 60_000 });
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.waitForSelector('input[type=password]');
    await page.goto(`${url}/studio/templates/letter`);
    await step('failed-login');
    await logIn(visit, 'something else');
    await step('login');
    await logIn(visit, USER.password);
    await studio();
    await step('use');
    await page.reload();
    await studio();
    await page.evaluate(`fetch('/odata/folders').then((answer) => answer.json()).then(() => true)`);
    await page.evaluate(MAKE);
    await page.reload();
    await studio();
    await page.evaluate(`fetch('/odata/settings').then((answer) => answer.status)`);
    await step('logout');
    await page.evaluate(LOG_OUT);
    await page.waitForSelector('input[type=password]');
    await page.goto(`${url}/studio/templates/letter`);
    await step('login-2');
    await logIn(visit, USER.password);
    await studio();
  },
};

const MAKE =
  "fetch('/odata/templates', { method: 'POST', headers: { 'Content-Type': 'application/json' }, " +
  "body: JSON.stringify({ name: 'letter', content: 'Dear Charles', engine: 'none', recipe: " +
  "'html' }) }).then((answer) => answer.status)";
/** The studio's menu sends this form. */
const LOG_OUT =
  "(() => { const form = document.querySelector('form[action*=logout]') ?? " +
  "Object.assign(document.body.appendChild(document.createElement('form')), { method: 'post', " +
  "action: '/logout' }); form.submit(); })()";

async function logIn({ page }: Visit, password: string): Promise<void> {
  await page.waitForSelector('input[name=username]');
  await page.$eval('input[name=username]', (field) => ((field as HTMLInputElement).value = ''));
  await page.type('input[name=username]', USER.name);
  await page.type('input[type=password]', password);
  await clickThrough(page, 'input[type=submit], button[type=submit], button');
}
