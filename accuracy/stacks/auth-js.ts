import { ExpressAuth, getSession } from '@auth/express';
import Credentials from '@auth/express/providers/credentials';
import express from 'express';
import { clickThrough, submitLogin, waitForText } from '../support/drive.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, isUser, PROFILE, USER } from '../support/site.js';
import type { Stack } from '../support/stack.js';

const HOST = 'auth-js.test';

/** Auth.js with its own login page; the session is an encrypted JWT in a cookie. */
export const stack: Stack = {
  name: 'auth-js',
  half: 'held-out',
  docs: [
    // "session.strategy: … default 'jwt', an encrypted JWT (JWE) stored in the session cookie."
    'https://authjs.dev/reference/express#strategy',
    // "The Auth.js libraries … use the double submit cookie method, which uses a signed, HttpOnly,
    // host-only cookie."
    'https://authjs.dev/concepts/session-strategies',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: '__Secure-authjs.session-token', role: 'session', format: 'jwe' },
      { carrier: 'cookie', name: '__Host-authjs.csrf-token', role: 'csrf' },
      { carrier: 'body', name: /csrfToken/, role: 'csrf' },
      // Where to go after signing in.
      { carrier: 'cookie', name: '__Secure-authjs.callback-url', role: ['other', 'preference'] },
    ],
  },
  start: () => serve(HOST, () => app(), { secure: true }),
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await page.goto(`${url}/account`);
    await step('login');
    await page.goto(`${url}/auth/signin?callbackUrl=/account`);
    await submitLogin(page);
    await step('use');
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
    await clickThrough(page, '#save button');
    await waitForText(page, '#profile', 'Ada');
    await step('logout');
    await page.goto(`${url}/auth/signout`);
    await clickThrough(page, 'button[type=submit], #submitButton');
    await page.goto(`${url}/account`);
    await step('login-2');
    await page.goto(`${url}/auth/signin?callbackUrl=/account`);
    await submitLogin(page);
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
  },
};

function app() {
  const config = {
    secret: 'a secret that is long enough for everyone',
    trustHost: true,
    providers: [
      Credentials({
        credentials: { username: {}, password: { type: 'password' } },
        authorize: ({ username, password }) =>
          isUser(username, password) ? { id: USER.id, name: USER.name, email: USER.email } : null,
      }),
    ],
  };
  const site = express();
  site.set('trust proxy', true);
  site.use('/auth', ExpressAuth(config));
  site.get('/', (_, response) => void response.send(homePage()));
  site.use(async (request, response, next) =>
    (await getSession(request, config)) ? next() : response.redirect('/auth/signin'),
  );
  site.get('/account', (_, response) => void response.send(accountPage()));
  site.get('/api/profile', (_, response) => void response.json(PROFILE));
  site.post('/account', (_, response) => response.redirect('/account'));
  return site;
}
