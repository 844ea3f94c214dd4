import express from 'express';
import { clickThrough, waitForText } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import {
  providerLabels,
  signInAtProvider,
  startProvider,
  tokenLabels,
} from '../support/provider.js';
import { serve } from '../support/serve.js';
import { html } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'auth0-spa.test';
const PROVIDER = 'login-two.test';

/** The Auth0 SDK for single-page applications against an OpenID provider with Auth0's paths. */
export const stack: Stack = {
  name: 'auth0-spa',
  half: 'held-out',
  docs: [
    // "cacheLocation: 'localstorage' … tokens … stored in local storage"; "useRefreshTokens".
    'https://auth0.com/docs/libraries/auth0-single-page-app-sdk',
    // "auth0.{clientId}.is.authenticated": a flag cookie, value "true".
    'https://github.com/auth0/auth0-spa-js/blob/main/FAQ.md',
    'https://openid.net/specs/openid-connect-core-1_0.html#TokenResponse',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'localStorage', name: /^@@auth0spajs@@.*\/access_token$/, role: 'access-token' },
      { carrier: 'localStorage', name: /^@@auth0spajs@@.*\/refresh_token$/, role: 'refresh-token' },
      {
        carrier: 'localStorage',
        name: /^@@auth0spajs@@.*\/(id_token|decodedToken\/encoded\/.*|decodedToken\/claims\/__raw)$/,
        role: 'id-token',
        format: 'jwt',
      },
      {
        carrier: 'localStorage',
        name: /^@@auth0spajs@@/,
        role: ['other', 'id-token', 'access-token'],
      },
      { carrier: 'sessionStorage', name: /^a0\.spajs\.txs/, role: 'oauth-state' },
      {
        carrier: 'cookie',
        name: /^(_legacy_)?auth0\..*is\.authenticated$/,
        role: ['other', 'preference'],
      },
      ...tokenLabels,
      ...providerLabels(PROVIDER),
    ],
  },
  start,
  async visit({ page, url, step }) {
    const press = async (button: string, answer: string) => {
      await page.click(button);
      await waitForText(page, '#profile', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await press('#load', 'refused');
    await step('login');
    await clickThrough(page, '#in');
    await signInAtProvider(page);
    await waitForText(page, '#profile', 'signed in');
    await step('use');
    await press('#load', 'Ada');
    await page.reload();
    await press('#load', 'Ada');
    await step('refresh');
    await press('#refresh', 'renewed');
    await press('#load', 'Ada');
    await step('logout');
    await clickThrough(page, '#out');
    await clickThrough(page, 'button[type=submit]');
    await page.goto(`${url}/`);
    await press('#load', 'refused');
    await step('login-2');
    await clickThrough(page, '#in');
    await signInAtProvider(page);
    await waitForText(page, '#profile', 'signed in');
    await press('#load', 'Ada');
  },
};

const page = (provider: string) =>
  html(
    'App',
    `<p id="profile">…</p><button id="in">Log in</button> <button id="load">Load</button> <button id="refresh">Refresh</button> <button id="out">Log out</button>
<script>
const show = (text) => { document.querySelector('#profile').textContent = text; };
const client = new auth0.Auth0Client({
  domain: '${new URL(provider).host}', issuer: '${provider}', clientId: 'spa', useRefreshTokens: true, cacheLocation: 'localstorage',
  authorizationParams: { redirect_uri: location.origin + '/', scope: 'openid profile email' },
});
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().catch((error) => show('failed: ' + error)));
on('#in', () => client.loginWithRedirect());
on('#out', () => client.logout({ logoutParams: { returnTo: location.origin } }));
on('#refresh', () => client.getTokenSilently({ cacheMode: 'off' }).then(() => show('renewed')));
on('#load', async () => {
  show('…');
  if (!(await client.isAuthenticated())) return show('refused');
  const token = await client.getTokenSilently();
  const answer = await fetch('${provider}/me', { headers: { Authorization: 'Bearer ' + token } });
  show(answer.ok ? (await answer.json()).name : 'refused: ' + answer.status);
});
if (location.search.includes('code=')) client.handleRedirectCallback().then(() => { history.replaceState(null, '', '/'); show('signed in'); }, (error) => show('failed: ' + error));
</script>`,
    '<script src="/auth0-spa-js.js"></script>',
  );

async function start(): Promise<Running> {
  let provider: Running | undefined;
  const app = await serve(
    HOST,
    async (origin) => {
      const client = {
        client_id: 'spa',
        token_endpoint_auth_method: 'none' as const,
        redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code', 'refresh_token'],
      };
      const routes = {
        authorization: '/authorize',
        token: '/oauth/token',
        end_session: '/v2/logout',
      };
      provider = await startProvider(PROVIDER, client, { secure: true, more: { routes } });
      return site(provider.url);
    },
    { secure: true },
  );
  return {
    url: app.url,
    stop: async () => void (await Promise.all([app.stop(), provider?.stop()])),
  };
}

function site(provider: string) {
  const app = express();
  app.get('/', (_, response) => void response.send(page(provider)));
  app.get('/auth0-spa-js.js', (_, response) =>
    response.sendFile(packageFile('@auth0/auth0-spa-js', 'dist/auth0-spa-js.production.js')),
  );
  return app;
}
