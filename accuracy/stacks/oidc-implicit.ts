import { get } from 'node:https';
import express from 'express';
import { clickThrough, waitForText } from '../support/drive.js';
import { packageFile } from '../support/noise.js';
import { providerLabels, signInAtProvider, startProvider } from '../support/provider.js';
import { serve } from '../support/serve.js';
import { html, PROFILE } from '../support/site.js';
import type { Running, Stack } from '../support/stack.js';

const HOST = 'oidc-implicit.test';
const PROVIDER = 'login-implicit.test';

/**
 * What older pages still do: both tokens come in the address's fragment, the access token is
 * opaque.
 */
export const stack: Stack = {
  name: 'oidc-implicit',
  half: 'tuning',
  docs: [
    // "userStore (…): Storage object used to persist User … The default is sessionStorage";
    // "stateStore … localStorage".
    'https://github.com/IdentityModel/oidc-client-js/wiki',
    // "All response parameters are added to the fragment component of the Redirection URI":
    // access_token, id_token, state.
    'https://openid.net/specs/openid-connect-core-1_0.html#ImplicitAuthResponse',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      { carrier: 'sessionStorage', name: /^oidc\.user:.*\/access_token$/, role: 'access-token' },
      {
        carrier: 'sessionStorage',
        name: /^oidc\.user:.*\/id_token$/,
        role: 'id-token',
        format: 'jwt',
      },
      { carrier: 'sessionStorage', name: /^oidc\.user:/, role: 'other' },
      { carrier: 'localStorage', name: /^oidc\.[0-9a-f]{32}/, role: 'oauth-state' },
      { carrier: 'url', name: 'access_token', role: 'access-token' },
      { carrier: 'url', name: 'id_token', role: 'id-token', format: 'jwt' },
      // Implicit Flow §3.2.2.5: "session_state" is OpenID Connect Session Management's, not a
      // credential.
      { carrier: 'url', name: 'session_state', role: ['oauth-state', 'other'] },
      { carrier: 'header', name: 'authorization', role: 'access-token' },
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
    await page.goto(`${url}/?again`);
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
    `<p id="profile">…</p><button id="in">Log in</button> <button id="load">Load</button> <button id="out">Log out</button>
<script>
const manager = new Oidc.UserManager({
  authority: '${authority}', client_id: 'legacy', redirect_uri: location.origin + '/', post_logout_redirect_uri: location.origin + '/',
  response_type: 'id_token token', scope: 'openid profile email', monitorSession: false, loadUserInfo: false,
});
const show = (text) => { document.querySelector('#profile').textContent = text; };
const on = (id, action) => document.querySelector(id).addEventListener('click', () => action().catch((error) => show('failed: ' + error)));
on('#in', () => manager.signinRedirect());
on('#out', () => manager.signoutRedirect());
on('#load', async () => {
  show('…');
  const user = await manager.getUser();
  const answer = await fetch('/api/profile', user ? { headers: { Authorization: user.token_type + ' ' + user.access_token } } : {});
  show(answer.ok ? (await answer.json()).name : 'refused: ' + answer.status);
});
if (location.hash.includes('id_token=')) manager.signinRedirectCallback().then(() => { history.replaceState(null, '', '/'); show('signed in'); }, (error) => show('failed: ' + error));
</script>`,
    '<script src="/oidc-client.js"></script>',
  );

async function start(): Promise<Running> {
  let provider: Running | undefined;
  const app = await serve(
    HOST,
    async (origin) => {
      provider = await startProvider(PROVIDER, client(origin), {
        secure: true,
        more: { responseTypes: ['id_token token'] },
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
  client_id: 'legacy',
  token_endpoint_auth_method: 'none' as const,
  redirect_uris: [`${origin}/`],
  post_logout_redirect_uris: [`${origin}/`],
  response_types: ['id_token token' as const],
  grant_types: ['implicit'],
});

function site(authority: string) {
  const app = express();
  app.get('/', (_, response) => void response.send(page(authority)));
  app.get('/oidc-client.js', (_, response) =>
    response.sendFile(packageFile('oidc-client', 'dist/oidc-client.min.js')),
  );
  app.get('/api/profile', async (request, response) => {
    const known = await providerKnows(authority, request.get('authorization'));
    response.status(known ? 200 : 401).json(known ? PROFILE : {});
  });
  return app;
}

/**
 * Asks the provider's UserInfo endpoint. Its certificate is self-signed, and this is the same
 * machine.
 */
function providerKnows(authority: string, authorization = ''): Promise<boolean> {
  const { port, host } = new URL(authority);
  return new Promise((resolve, reject) => {
    const headers = { host, authorization };
    get(`https://127.0.0.1:${port}/me`, { rejectUnauthorized: false, headers }, (answer) =>
      resolve(answer.resume().statusCode === 200),
    ).on('error', reject);
  });
}
