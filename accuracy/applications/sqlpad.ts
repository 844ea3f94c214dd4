import { createRequire } from 'node:module';
import express, { type Handler } from 'express';
import session from 'express-session';
import type { Page } from 'puppeteer-core';
import { clickThrough, retype, submitLogin } from '../support/drive.js';
import { freePort, serve, testCertificate } from '../support/serve.js';
import { loginPage, USER } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import { waitUntilUp } from '../support/wait-until-up.js';
import type { Application } from './support/application.js';
import { npmPackages } from './support/npm-package.js';
import type { Scratch } from './support/scratch.js';

const HOST = 'sqlpad.test';
const PROVIDER = 'saml-three.test';
const OUT =
  "[...document.querySelectorAll('[role=menuitem]')].find((one) => one.textContent " +
  "=== 'Sign out')";

/** SQLPad: a session of Express, once by SAML and once by a password of its own. */
export const application: Application = {
  name: 'sqlpad',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // app.js: express-session, "cookieName … sqlpad.sid", rolling; routes/saml.js: passport-saml.
    'node_modules/sqlpad/app.js, routes/saml.js, routes/signup-signin-signout.js',
    'https://expressjs.com/en/resources/middleware/session.html',
    'https://github.com/auth0/node-samlp#readme',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'sqlpad.sid', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: 'idp', host: PROVIDER, role: 'session', format: 'signed' },
      // The request says who asks; the response logs in, once (SAML bindings §3.4, §3.5).
      { carrier: 'url', name: 'SAMLRequest', role: ['oauth-state', 'other'] },
      { carrier: 'body', name: 'SAMLResponse', role: ['id-token', 'other'], format: 'saml' },
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
      { carrier: 'indexedDB', name: /./, role: ['preference', 'other'] },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
    ],
  },
  proof: {
    url: /\/api\/(queries|connections|tags|users|drivers)$/,
    knows: ({ status, body }) => status === 200 && !body.includes('<!doctype'),
  },
  start,
  visit,
};

async function start(scratch: Scratch): Promise<Running> {
  const { node, path } = npmPackages('sqlpad');
  const port = await freePort();
  const url = `http://${HOST}:${port}`;
  const { pem } = await testCertificate();
  const provider = await serve(PROVIDER, (origin) => samlProvider(origin, `${url}/login/callback`));
  const env = {
    SQLPAD_DB_PATH: scratch.open('data'),
    SQLPAD_IP: '127.0.0.1',
    SQLPAD_PORT: String(port),
    SQLPAD_ADMIN: USER.email,
    PUBLIC_URL: url,
    SAML_ENTRY_POINT: `${provider.url}/sso`,
    SAML_ISSUER: url,
    SAML_CALLBACK_URL: `${url}/login/callback`,
    SAML_CERT: pem,
    SAML_AUTH_CONTEXT: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
    HOME: scratch.folder,
  };
  scratch.serve(node, [path('sqlpad/server.js')], { env });
  await waitUntilUp(port);
  // Who is its administrator chooses the password.
  const account = { email: USER.email, password: USER.password };
  await fetch(`http://127.0.0.1:${port}/api/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...account, passwordConfirmation: USER.password }),
  });
  return { url, stop: async () => void (await Promise.all([scratch.stop(), provider.stop()])) };
}

interface Samlp {
  auth(options: object): Handler;
}

/**
 * As the README of samlp has it: the login is one's own, the answer to the client is the library's.
 */
async function samlProvider(origin: string, callback: string): Promise<express.Express> {
  const { path } = npmPackages('sqlpad');
  const samlp = createRequire(import.meta.url)(path('samlp')) as Samlp;
  const { key, pem } = await testCertificate();
  const app = express();
  const userOf = (request: express.Request) =>
    (request.session as unknown as { user?: string; asked?: string }) ?? {};
  app.use(
    session({
      name: 'idp',
      secret: 'a secret that is long enough',
      resave: false,
      saveUninitialized: false,
      cookie: { sameSite: 'lax' },
    }),
    express.urlencoded({ extended: false }),
  );
  app.get('/login', (_, response) => void response.send(loginPage()));
  app.post('/login', (request, response) => {
    const { username, password } = request.body as Record<string, string>;
    if (username !== USER.email || password !== USER.password) return response.redirect('/login');
    const { asked = '/login' } = userOf(request);
    return request.session.regenerate(() => {
      Object.assign(request.session, { user: username });
      response.redirect(asked);
    });
  });
  app.get(
    '/sso',
    (request, response, next) => {
      if (userOf(request).user) return next();
      Object.assign(request.session, { asked: request.url });
      return response.redirect('/login');
    },
    samlp.auth({
      issuer: origin,
      cert: pem,
      key,
      getPostURL: (_: unknown, __: unknown, ___: unknown, done: (e: null, url: string) => void) =>
        done(null, callback),
      getUserFromRequest: () => ({
        id: USER.id,
        displayName: 'Ada Lovelace',
        emails: [{ value: USER.email }],
        name: {},
      }),
    }),
  );
  return app;
}

async function visit({ page, url, step }: Visit): Promise<void> {
  await step('anonymous');
  await page.goto(`${url}/`);
  await page.waitForSelector('input[type=password]');
  await step('failed-login');
  await signIn(page, 'wrong-password');
  await step('login');
  await clickThrough(page, 'a[href$="/auth/saml"]');
  await submitLogin(page, 'input[name=username]', USER.email);
  await page.waitForSelector('a[href$="/queries/new"], .ant-table, table, a[href*=queries]');
  await step('use');
  await page.goto(`${url}/queries/new`);
  await page.waitForSelector('[aria-label=menu]');
  await page.goto(`${url}/queries`);
  await page.reload({ waitUntil: 'networkidle0' });
  await page.goto(`${url}/queries/new`);
  await page.waitForSelector('[aria-label=menu]');
  await step('logout');
  await page.click('button:has([aria-label=menu]), button[aria-label=menu]');
  await page.waitForFunction(`${OUT}`);
  await page.evaluate(`${OUT}.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))`);
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/api/signout')),
    page.evaluate(`${OUT}.click()`),
  ]);
  await page.waitForSelector('input[type=password]');
  await step('login-2');
  await signIn(page, USER.password);
  await page.goto(`${url}/queries`, { waitUntil: 'networkidle0' });
}

async function signIn(page: Page, password: string): Promise<void> {
  await retype(page, 'input[type=email]', USER.email);
  await retype(page, 'input[type=password]', password);
  await Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/api/signin')),
    page.click('form button'),
  ]);
}
