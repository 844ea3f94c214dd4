import express from 'express';
import { createRequire } from 'node:module';
import type * as ExpressOpenid from 'express-openid-connect';
import { clickThrough, waitForText } from '../support/drive.js';
import { providerLabels, signInAtProvider, startProvider } from '../support/provider.js';
import { serve } from '../support/serve.js';
import { accountPage, homePage, PROFILE } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const { auth, requiresAuth } = createRequire(import.meta.url)(
  'express-openid-connect',
) as typeof ExpressOpenid;
const HOST = 'express-openid-connect.test';
const PROVIDER = 'login-four.test';

/**
 * Auth0's middleware for web applications: the whole session, tokens too, in an encrypted cookie.
 */
export const stack: Stack = {
  name: 'express-openid-connect',
  half: 'held-out',
  docs: [
    // "the default session … stores … in an encrypted cookie"; session.name default `appSession`;
    // transactionCookie.name default `auth_verification`: "the cookie used to store nonce, state
    // and code_verifier".
    'https://auth0.github.io/express-openid-connect/interfaces/ConfigParams.html',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
  ],
  truth: {
    mechanism: 'token-cookie',
    host: HOST,
    credentials: [
      { carrier: 'cookie', name: 'appSession', role: 'session', format: 'jwe' },
      // The second one for browsers that do not know SameSite=None (legacySameSiteCookie).
      { carrier: 'cookie', name: /^_?auth_verification$/, role: 'oauth-state' },
      // A flag: attemptSilentLogin was tried already.
      { carrier: 'cookie', name: 'skipSilentLogin', role: ['other', 'preference'] },
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
    await page.goto(`${url}/logout`);
    await page.goto(`${url}/`);
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
    provider = await startProvider(PROVIDER, {
      client_id: 'webapp',
      client_secret: 'a client secret',
      redirect_uris: [`${origin}/callback`],
    });
    return site(origin, provider.url);
  });
  return {
    url: app.url,
    stop: async () => void (await Promise.all([app.stop(), provider?.stop()])),
  };
}

function site(baseURL: string, issuerBaseURL: string) {
  const app = express();
  const authorizationParams = { response_type: 'code', scope: 'openid profile email' } as const;
  app.use(
    auth({
      baseURL,
      issuerBaseURL,
      clientID: 'webapp',
      clientSecret: 'a client secret',
      secret: 'a secret that is long enough for everyone',
      authRequired: false,
      authorizationParams,
    }),
  );
  app.get('/', (_, response) => void response.send(homePage()));
  app.use(requiresAuth());
  app.get('/account', (_, response) => void response.send(accountPage()));
  app.get('/api/profile', (_, response) => void response.json(PROFILE));
  app.post('/account', (_, response) => response.redirect('/account'));
  return app;
}
