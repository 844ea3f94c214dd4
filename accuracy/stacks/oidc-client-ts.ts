import express from 'express';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { clickThrough, waitForText } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import {
  providerLabels,
  signInAtProvider,
  startProvider,
  tokenLabels,
} from '../support/provider.js';
import { serve } from '../support/serve.js';
import { html, PROFILE } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'oidc-client.test';
const PROVIDER = 'login-one.test';

/** A single-page application with code flow and PKCE; access tokens are JWTs for its own API. */
export const stack: Stack = {
  name: 'oidc-client-ts',
  half: 'tuning',
  docs: [
    // "userStore: Storage object used to persist User for currently authenticated user"; key
    // `oidc.user:…`.
    'https://authts.github.io/oidc-client-ts/interfaces/UserManagerSettings.html',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
    'https://openid.net/specs/openid-connect-core-1_0.html#TokenResponse',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      {
        carrier: 'localStorage',
        name: /^oidc\.user:.*\/access_token$/,
        role: 'access-token',
        format: 'jwt',
      },
      {
        carrier: 'localStorage',
        name: /^oidc\.user:.*\/id_token$/,
        role: 'id-token',
        format: 'jwt',
      },
      { carrier: 'localStorage', name: /^oidc\.user:.*\/refresh_token$/, role: 'refresh-token' },
      { carrier: 'localStorage', name: /^oidc\.user:/, role: ['other', 'access-token'] },
      { carrier: 'localStorage', name: /^oidc\.[0-9a-f]{32}/, role: 'oauth-state' },
      ...tokenLabels,
      ...providerLabels(PROVIDER),
    ],
  },
  start,
  async visit({ page, url, step }) {
    const load = async (answer: string) => {
      await page.click('#load');
      await waitForText(page, '#profile', answer);
    };
    await step('anonymous');
    await page.goto(`${url}/`);
    await load('refused');
    await step('login');
    await clickThrough(page, '#in');
    await signInAtProvider(page);
    await waitForText(page, '#profile', 'signed in');
    await step('use');
    await load('Ada');
    await page.reload();
    await load('Ada');
    await step('refresh');
    await page.click('#refresh');
    await waitForText(page, '#profile', 'renewed');
    await load('Ada');
    await step('logout');
    await clickThrough(page, '#out');
    await clickThrough(page, 'button[type=submit]');
    await page.goto(`${url}/`);
    await load('refused');
    await step('login-2');
    await clickThrough(page, '#in');
    await signInAtProvider(page);
    await waitForText(page, '#profile', 'signed in');
    await load('Ada');
  },
};

const page = (authority: string) =>
  html(
    'App',
    `<p id="profile">…</p><button id="in">Log in</button> <button id="load">Load</button> <button id="refresh">Refresh</button> <button id="out">Log out</button>
<script>
const manager = new oidc.UserManager({
  authority: '${authority}', client_id: 'spa', redirect_uri: location.origin + '/', post_logout_redirect_uri: location.origin + '/',
  scope: 'openid profile email offline_access', userStore: new oidc.WebStorageStateStore({ store: localStorage }),
  extraQueryParams: { resource: 'https://api.oidc-client.test' }, automaticSilentRenew: false,
});
const show = (text) => { document.querySelector('#profile').textContent = text; };
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().catch((error) => show('failed: ' + error)));
on('#in', () => manager.signinRedirect());
on('#out', () => manager.signoutRedirect());
on('#refresh', () => manager.signinSilent().then(() => show('renewed')));
on('#load', async () => {
  show('…');
  const user = await manager.getUser();
  const answer = await fetch('/api/profile', user ? { headers: { Authorization: 'Bearer ' + user.access_token } } : {});
  show(answer.ok ? (await answer.json()).name : 'refused: ' + answer.status);
});
if (location.search.includes('code=')) manager.signinCallback().then(() => { history.replaceState(null, '', '/'); show('signed in'); }, (error) => show('failed: ' + error));
</script>`,
    '<script src="/oidc-client-ts.js"></script>',
  );

async function start(): Promise<Running> {
  let provider: Running | undefined;
  const app = await serve(
    HOST,
    async (origin) => {
      provider = await startProvider(PROVIDER, client(origin), {
        secure: true,
        more: jwtAccessTokens,
      });
      return site(provider.url);
    },
    { secure: true },
  );
  return {
    url: app.url,
    stop: async () => void (await Promise.all([app.stop(), provider?.stop()])),
  };
}

const client = (origin: string) => ({
  client_id: 'spa',
  token_endpoint_auth_method: 'none' as const,
  redirect_uris: [`${origin}/`],
  post_logout_redirect_uris: [`${origin}/`],
  grant_types: ['authorization_code', 'refresh_token'],
});

/** RFC 9068 access tokens for a resource (RFC 8707). */
const jwtAccessTokens = {
  features: {
    resourceIndicators: {
      enabled: true,
      useGrantedResource: async () => true,
      getResourceServerInfo: async () => ({
        scope: 'openid profile email',
        accessTokenFormat: 'jwt' as const,
        accessTokenTTL: 600,
      }),
    },
  },
};

function site(authority: string) {
  const app = express();
  const keys = async () => {
    const { port } = new URL(authority);
    const answer = await insecureFetch(`https://127.0.0.1:${port}/jwks`);
    return createLocalJWKSet(JSON.parse(answer));
  };
  app.get('/', (_, response) => void response.send(page(authority)));
  app.get('/oidc-client-ts.js', (_, response) =>
    response.sendFile(packageFile('oidc-client-ts', 'dist/browser/oidc-client-ts.js')),
  );
  app.get('/api/profile', async (request, response) => {
    const token = request.get('authorization')?.replace('Bearer ', '') ?? '';
    const verified =
      token === ''
        ? undefined
        : await jwtVerify(token, await keys(), { audience: 'https://api.oidc-client.test' });
    response.status(verified ? 200 : 401).json(verified ? PROFILE : {});
  });
  return app;
}

/** The provider's certificate is self-signed, and this is the same machine. */
async function insecureFetch(url: string): Promise<string> {
  const { get } = await import('node:https');
  return new Promise((resolve, reject) => {
    get(url, { rejectUnauthorized: false }, (answer) => {
      let body = '';
      answer
        .on('data', (chunk: Buffer) => (body += chunk.toString()))
        .on('end', () => resolve(body));
    }).on('error', reject);
  });
}
