import express from 'express';
import session from 'express-session';
import * as openid from 'openid-client';
import { clickThrough, waitForText } from '../support/drive.js';
import { providerLabels, signInAtProvider, startProvider } from '../support/provider.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, PROFILE } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'openid-client.test';
const PROVIDER = 'login-three.test';

/** A server-side web application: the tokens never reach the browser, a session does. */
export const stack: Stack = {
  name: 'openid-client',
  half: 'tuning',
  docs: [
    'https://github.com/panva/openid-client#authorization-code-flow',
    'https://expressjs.com/en/resources/middleware/session.html',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
  ],
  truth: {
    mechanism: 'session-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'webapp', role: 'session', format: 'signed' },
      ...providerLabels(PROVIDER),
    ],
  },
  start,
  async visit({ page, url, step }) {
    await step('anonymous');
    await page.goto(`${url}/`);
    await step('login');
    await page.goto(`${url}/account`);
    await signInAtProvider(page);
    await step('use');
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
    await clickThrough(page, '#save button');
    await waitForText(page, '#profile', 'Ada');
    await step('logout');
    await clickThrough(page, '#logout button');
    // The provider still knows the user: it answers without asking for the password again.
    await step('login-2');
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
    await page.goto(`${url}/account`);
    await waitForText(page, '#profile', 'Ada');
  },
};

async function start(): Promise<Running> {
  let provider: Running | undefined;
  const app = await serve(HOST, async (origin) => {
    const client = {
      client_id: 'webapp',
      client_secret: 'a client secret',
      redirect_uris: [`${origin}/callback`],
      grant_types: ['authorization_code', 'refresh_token'],
    };
    provider = await startProvider(PROVIDER, client);
    return site(
      origin,
      await openid.discovery(new URL(provider.url), 'webapp', 'a client secret', undefined, {
        execute: [openid.allowInsecureRequests],
      }),
    );
  });
  return {
    url: app.url,
    stop: async () => void (await Promise.all([app.stop(), provider?.stop()])),
  };
}

interface LoginState {
  verifier?: string;
  state?: string;
  tokens?: unknown;
}

function site(origin: string, config: openid.Configuration) {
  const app = express();
  const stateOf = (request: express.Request) => request.session as unknown as LoginState;
  app.use(
    session({
      name: 'webapp',
      secret: 'a secret that is long enough',
      resave: false,
      saveUninitialized: false,
    }),
  );
  app.get('/', (_, response) => void response.send(homePage()));
  app.get('/callback', async (request, response) => {
    const { verifier, state } = stateOf(request);
    const tokens = await openid.authorizationCodeGrant(config, new URL(request.url, origin), {
      pkceCodeVerifier: verifier!,
      expectedState: state!,
    });
    request.session.regenerate(() => {
      Object.assign(request.session, { tokens });
      response.redirect('/account');
    });
  });
  app.get('/account', async (request, response) => {
    if (stateOf(request).tokens) return void response.send(accountPage());
    const verifier = openid.randomPKCECodeVerifier();
    const state = openid.randomState();
    Object.assign(request.session, { verifier, state });
    const parameters = {
      redirect_uri: `${origin}/callback`,
      scope: 'openid profile email',
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    };
    return response.redirect(openid.buildAuthorizationUrl(config, parameters).href);
  });
  app.use((request, response, next) =>
    stateOf(request).tokens ? next() : response.redirect('/account'),
  );
  app.get('/api/profile', (_, response) => void response.json(PROFILE));
  app.post('/account', (_, response) => response.redirect('/account'));
  app.post('/logout', (request, response, next) => {
    request.session.destroy((error) =>
      error ? next(error) : response.clearCookie('webapp').redirect('/'),
    );
  });
  return app;
}
