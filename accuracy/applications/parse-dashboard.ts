import { randomBytes } from 'node:crypto';
import { clickThrough, retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { postgres } from './support/databases.js';
import { npmPackages, type NpmPackages } from './support/npm-package.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'parse-dashboard.test';
const API = 'parse-api.test';

/** Parse Dashboard with a login of its own, in front of a Parse Server on PostgreSQL. */
export const application: Application = {
  name: 'parse-dashboard',
  kind: 'application',
  language: 'JavaScript',
  packages: ['postgresql'],
  docs: [
    // "users: user, pass"; "cookieSessionSecret"; the master key is given to the page.
    'https://github.com/parse-community/parse-dashboard#readme',
    // express-session named parse_dash; csrf-sync: the token of the page comes back as _csrf or
    // X-CSRF-Token.
    'node_modules/parse-dashboard/Parse-Dashboard/Authentication.js',
    // "X-Parse-Application-Id", "X-Parse-Master-Key", or _ApplicationId and _MasterKey in the body.
    'https://docs.parseplatform.org/rest/guide/#request-format',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'parse_dash', role: 'session', format: 'signed' },
      { carrier: 'body', name: /^(?:_csrf|input\[_csrf\])$/, role: 'csrf' },
      { carrier: 'header', name: 'x-csrf-token', role: 'csrf' },
      // The key to everything that the server holds; it stands for nobody.
      { carrier: 'body', name: /(?:masterKey|_MasterKey)$/, role: 'api-key' },
      { carrier: 'header', name: 'x-parse-master-key', role: 'api-key' },
      { carrier: 'body', name: /(?:appId|_ApplicationId)$/, role: ['api-key', 'other'] },
      { carrier: 'header', name: 'x-parse-application-id', role: ['api-key', 'other'] },
      // A number that the JavaScript SDK gives to each browser.
      { carrier: 'body', name: '/_InstallationId', role: ['device', 'tracking', 'other'] },
      { carrier: 'localStorage', name: /installationId$/i, role: ['device', 'tracking', 'other'] },
      { carrier: 'localStorage', name: /^(?!.*[iI]nstallationId$)/, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: {
    url: /\/parse-dashboard-config\.json$/,
    knows: ({ status, body }) => status === 200 && body.includes('masterKey'),
  },
  async start(scratch) {
    const packages = npmPackages('parse-dashboard');
    const api = await freePort();
    const port = await freePort();
    const masterKey = randomBytes(20).toString('base64url');
    await startServer(scratch, packages, api, masterKey);
    const account = { user: USER.name, pass: USER.password, apps: [{ appId: 'garden' }] };
    const file = scratch.write(
      'dashboard.json',
      JSON.stringify({
        apps: [
          {
            appId: 'garden',
            appName: 'Garden',
            masterKey,
            serverURL: `http://${API}:${api}/parse`,
          },
        ],
        users: [account],
      }),
    );
    scratch.serve(packages.node, [
      packages.path('parse-dashboard/bin/parse-dashboard'),

      '--config',
      file,
      '--port',
      String(port),
      '--host',
      '127.0.0.1',
      '--allowInsecureHTTP',
      'true',
      '--cookieSessionSecret',
      randomBytes(32).toString('hex'),
    ]);
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string, text: string) => {
      await page.goto(`${url}${path}`);
      await page.waitForFunction((wanted) => document.body.textContent?.includes(wanted), {}, text);
    };
    // A browser has that over https only; the page names its drafts with it.
    await page.evaluateOnNewDocument(
      "crypto.randomUUID ??= () => '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (c) " +
        '=> (+c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (+c / ' +
        '4)))).toString(16));',
    );
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/apps/Garden/browser`);
    await step('failed-login');
    await logIn(visit, 'something else');
    await step('login');
    await logIn(visit, USER.password);
    await page.waitForFunction(`document.body.textContent.includes('Garden')`);
    await step('use');
    await open('/apps/Garden/browser/_User', '_User');
    await open('/apps/Garden/browser/Plant', 'Plant');
    await page.reload();
    await open('/apps/Garden/config', 'Config');
    await open('/apps', 'Garden');
    await step('logout');
    await page.goto(`${url}/logout`);
    await page.goto(`${url}/apps`);
    await step('login-2');
    await logIn(visit, USER.password);
    await page.waitForFunction(`document.body.textContent.includes('Garden')`);
  },
};

async function logIn({ page }: Visit, password: string): Promise<void> {
  await page.waitForSelector('input[name=username]');
  // What was typed before is still there.
  await retype(page, 'input[name=username]', USER.name);
  await retype(page, 'input[type=password]', password);
  await clickThrough(page, 'input[type=submit], button[type=submit]');
}

async function startServer(
  scratch: Scratch,
  { node, path }: NpmPackages,
  port: number,
  masterKey: string,
): Promise<void> {
  const { port: database } = await postgres(scratch);
  const options = {
    appId: 'garden',
    masterKey,
    masterKeyIps: ['0.0.0.0/0', '::/0'],
    databaseURI: `postgres://postgres@127.0.0.1:${database}/postgres`,
    port,
    host: '127.0.0.1',
    serverURL: `http://127.0.0.1:${port}/parse`,
    mountPath: '/parse',
    logsFolder: scratch.open('logs'),
  };
  const file = scratch.write('server.json', JSON.stringify(options));
  scratch.serve(node, [path('parse-server/bin/parse-server'), file]);
  await waitUntilUp(port);
  const headers = {
    'X-Parse-Application-Id': 'garden',
    'X-Parse-Master-Key': masterKey,
    'Content-Type': 'application/json',
  };
  const body = JSON.stringify({ name: 'Rose', height: 90 });
  await fetch(`http://127.0.0.1:${port}/parse/classes/Plant`, { method: 'POST', headers, body });
}
