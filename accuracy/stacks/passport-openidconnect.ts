import express from 'express';
import session from 'express-session';
import passport from 'passport';
import { Strategy, type Profile, type VerifyCallback } from 'passport-openidconnect';
import { clickThrough, waitForText } from '../support/drive.js';
import { providerLabels, signInAtProvider, startProvider } from '../support/provider.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, PROFILE } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'passport-openid.test';
const PROVIDER = 'login-passport.test';

/**
 * Passport's OpenID Connect strategy: `state` of the login in the session, no token in the browser.
 */
export const stack: Stack = {
  name: 'passport-openidconnect',
  half: 'tuning',
  docs: [
    // "app.get('/login', passport.authenticate('openidconnect'))"; state is kept in the session.
    'https://github.com/jaredhanson/passport-openidconnect#readme',
    'https://expressjs.com/en/resources/middleware/session.html',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'connect.sid', role: 'session', format: 'signed' },
      // This site's own, so no documentation: which button the login page puts first.
      { carrier: 'cookie', name: 'last_login_provider', role: ['preference', 'other'] },
      ...providerLabels(PROVIDER),
    ],
  },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await step('login');
    await page.goto(`${url}/login`);
    await signInAtProvider(page);
    await step('use');
    await waitForText(page, '#profile', 'Ada');
    await clickThrough(page, '#save button');
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
    await step('logout');
    await clickThrough(page, '#logout button');
    await page.goto(`${url}/account`);
    // The provider still knows the user: it answers without asking for the password again.
    await step('login-2');
    await page.goto(`${url}/login`);
    await waitForText(page, '#profile', 'Ada');
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
  },
};

async function start(): Promise<Running> {
  let provider: Running | undefined;
  const app = await serve(HOST, async (origin) => {
    provider = await startProvider(
      PROVIDER,
      {
        client_id: 'portal',
        client_secret: 'a client secret',
        redirect_uris: [`${origin}/oauth2/redirect`],
      },
      { more: { pkce: { required: () => false } } },
    );
    return site(origin, provider.url);
  });
  return {
    url: app.url,
    stop: async () => void (await Promise.all([app.stop(), provider?.stop()])),
  };
}

function configure(origin: string, issuer: string): void {
  const verify = (_issuer: string, profile: Profile, done: VerifyCallback) =>
    done(null, { id: profile.id });
  const endpoints = {
    authorizationURL: `${issuer}/auth`,
    tokenURL: `${issuer}/token`,
    userInfoURL: `${issuer}/me`,
  };
  passport.use(
    new Strategy(
      {
        issuer,
        ...endpoints,
        clientID: 'portal',
        clientSecret: 'a client secret',
        callbackURL: `${origin}/oauth2/redirect`,
        scope: ['profile'],
      },
      verify,
    ),
  );
  passport.serializeUser((user, done) => done(null, user));
  passport.deserializeUser((user: Express.User, done) => done(null, user));
}

function site(origin: string, issuer: string) {
  configure(origin, issuer);
  const app = express();
  app.use(
    session({ secret: 'a secret that is long enough', resave: false, saveUninitialized: false }),
    passport.authenticate('session'),
  );
  app.get('/', (_, response) => void response.send(homePage()));
  app.get('/login', passport.authenticate('openidconnect'));
  app.get(
    '/oauth2/redirect',
    passport.authenticate('openidconnect', { failureRedirect: '/', failureMessage: true }),
    (_, response) => {
      response
        .cookie('last_login_provider', 'company', { maxAge: 31_536_000_000 })
        .redirect('/account');
    },
  );
  app.use((request, response, next) =>
    request.isAuthenticated() ? next() : response.redirect('/'),
  );
  app.get('/account', (_, response) => void response.send(accountPage()));
  app.get('/api/profile', (_, response) => void response.json(PROFILE));
  app.post('/account', (_, response) => response.redirect('/account'));
  app.post('/logout', (request, response, next) =>
    request.logout((error) => (error ? next(error) : response.redirect('/'))),
  );
  return app;
}
