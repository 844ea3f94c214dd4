import { retype } from '../support/drive.js';
import { freePort } from '../support/serve.js';
import { USER } from '../support/site.js';
import type { Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';
import { press } from './support/press.js';
import { programEnv, programFile } from './support/program.js';

const HOST = 'pouchdb-server.test';

/**
 * PouchDB Server with Fauxton: CouchDB's own cookie, in which name and time are signed, anew with
 * every answer.
 */
export const application: Application = {
  name: 'pouchdb-server',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // "Cookie Authentication … AuthSession": POST and DELETE /_session.
    'https://docs.couchdb.org/en/stable/api/server/authn.html#cookie-authentication',
    // buildCookieSession(): the cookie is given anew with each answer to somebody known.
    'node_modules/express-pouchdb/lib/routes/authentication.js, session.js',
    // Session IDs: base64 of `name:hex time:HMAC`, as couch_httpd_auth makes them.
    'node_modules/couchdb-calculate-session-id/lib/index.js',
  ],
  truth: {
    mechanism: ['token-cookie', 'session-cookie'],
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'AuthSession', role: 'session' },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  proof: {
    url: /\/_session$/,
    knows: ({ status, body }) => status === 200 && body.includes(`"name":"${USER.name}"`),
  },
  async start(scratch) {
    const { node, path } = npmPackages('pouchdb-server');
    const port = await freePort();
    const env = { ...programEnv(port), PACKAGES: path('_') };
    scratch.serve(node, [programFile('pouchdb-server.cjs')], { env });
    await waitUntilUp(port);
    return { url: `http://${HOST}:${port}`, stop: () => scratch.stop() };
  },
  async visit(visit) {
    const { page, url, step } = visit;
    await step('anonymous');
    await page.goto(`${url}/_utils/`);
    await page.goto(`${url}/_utils/#/_config`);
    await step('failed-login');
    await logIn(visit, 'wrong-password', 401);
    await step('login');
    await logIn(visit, USER.password, 200);
    await page.waitForSelector('[href="#logout"]');
    await step('use');
    await use(visit);
    await step('logout');
    const out = page.waitForResponse(
      (answer) => answer.url().includes('/_session') && answer.request().method() === 'DELETE',
    );
    await press(page, '[href="#logout"]');
    await out;
    await page.goto(`${url}/_session`);
    await step('login-2');
    await logIn(visit, USER.password, 200);
    await page.waitForSelector('[href="#logout"]');
  },
};

async function use({ page, url }: Visit): Promise<void> {
  await page.goto(`${url}/_utils/#/_all_dbs`);
  await page.reload();
  await press(page, '.fonticon-new-database');
  await page.waitForSelector('#js-new-database-name');
  await page.type('#js-new-database-name', 'harvests');
  const made = page.waitForResponse((answer) => answer.url().endsWith('/harvests'));
  await press(page, '#js-create-database');
  await made;
  await page.goto(`${url}/_session`);
  await page.goto(`${url}/_utils/#/_all_dbs`);
  await page.waitForSelector('[href="#logout"]');
}

async function logIn({ page, url }: Visit, password: string, wanted: number): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${url}/_utils/#/login`);
  await page.waitForSelector('form#login');
  await retype(page, '#username', USER.name);
  await page.type('#password', password);
  const answered = page.waitForResponse(
    (answer) => answer.url().includes('/_session') && answer.request().method() === 'POST',
  );
  await press(page, 'form#login [type=submit], form#login button');
  const status = (await answered).status();
  if (status !== wanted) throw new Error(`the login was answered ${status}`);
}
