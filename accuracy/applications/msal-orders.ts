import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import { clickThrough, waitForText } from '../support/drive.js';
import {
  providerLabels,
  signInAtProvider,
  startProvider,
  tokenLabels,
} from '../support/provider.js';
import { serve } from '../support/serve.js';
import { html } from '../support/site.js';
import type { Running, Visit } from '../support/stack.js';
import type { Application } from './support/application.js';
import { isKnown } from './support/known-at-provider.js';
import { script } from './support/parties.js';

const HOST = 'orders.test';
const PROVIDER = 'login-msal.test';
const YEAR = 31_536_000_000;
const hex = (bytes: number) => randomBytes(bytes).toString('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

/** A shop's own cookies, as such shops have them; none of them knows a user. */
const COOKIES: Record<string, { make: () => string; maxAge?: number; readable?: true }> = {
  bsk: { make: () => hex(16), maxAge: YEAR / 12 },
  ffs: { make: () => base64(JSON.stringify({ newCheckout: true, cohort: 7 })), maxAge: YEAR / 52 },
  did: { make: () => randomUUID(), maxAge: YEAR },
  lbx: { make: () => `node-3.${hex(8)}` },
  cmpChoice: { make: () => `v2.${base64('necessary=1&stats=0')}`, maxAge: YEAR, readable: true },
  region: { make: () => 'eu-west', readable: true },
};

/** Microsoft's client on one page: tokens encrypted in localStorage, their key in a cookie. */
export const application: Application = {
  name: 'msal-orders',
  kind: 'application',
  language: 'JavaScript',
  packages: [],
  docs: [
    // What is kept is encrypted with a key of the cookie msal.cache.encryption, which ends with the
    // browser; access tokens, ID tokens and refresh tokens, a key each.
    'node_modules/@azure/msal-browser/src/cache/LocalStorage.ts',
    'https://github.com/panva/node-oidc-provider/blob/main/docs/README.md#cookies',
  ],
  truth: {
    mechanism: 'bearer-token',
    host: HOST,
    credentials: [
      // Without it nothing in localStorage can be read; it is nobody's proof to a server.
      { carrier: 'cookie', name: 'msal.cache.encryption', role: ['other', 'device'] },
      { carrier: 'cookie', name: 'bsk', role: ['other', 'device', 'preference'] },
      { carrier: 'cookie', name: 'ffs', role: ['preference', 'tracking', 'other'] },
      { carrier: 'cookie', name: 'did', role: ['device', 'tracking', 'other'] },
      { carrier: 'cookie', name: 'lbx', role: ['load-balancer', 'other'] },
      { carrier: 'cookie', name: 'cmpChoice', role: ['consent', 'preference', 'other'] },
      { carrier: 'cookie', name: 'region', role: ['preference', 'other'] },
      // Encrypted: which token it is stands in the key.
      {
        carrier: 'localStorage',
        name: /^msal\./,
        role: ['access-token', 'refresh-token', 'id-token', 'other', 'preference'],
      },
      { carrier: 'localStorage', name: /./, role: ['other', 'preference'] },
      { carrier: 'sessionStorage', name: /./, role: ['oauth-state', 'other'] },
      ...tokenLabels,
      ...providerLabels(PROVIDER),
      { carrier: 'url', name: /./, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  start,
  visit,
};

async function start(): Promise<Running> {
  let provider: Running | undefined;
  const app = await serve(
    HOST,
    async (origin) => {
      const client = {
        client_id: 'orders',
        token_endpoint_auth_method: 'none' as const,
        redirect_uris: [`${origin}/`],
        post_logout_redirect_uris: [`${origin}/`],
        grant_types: ['authorization_code', 'refresh_token'],
      };
      provider = await startProvider(PROVIDER, client, { secure: true });
      return site(provider.url);
    },
    { secure: true },
  );
  return {
    url: app.url,
    stop: async () => void (await Promise.all([app.stop(), provider?.stop()])),
  };
}

function site(authority: string): Express {
  const app = express();
  app.use((request, response, next) => {
    const known = request.get('cookie') ?? '';
    for (const [name, { make, maxAge, readable }] of Object.entries(COOKIES))
      if (!known.includes(`${name}=`))
        response.cookie(name, make(), {
          secure: true,
          sameSite: 'lax',
          httpOnly: !readable,
          ...(maxAge ? { maxAge } : {}),
        });
    next();
  });
  script(
    app,
    '/client.js',
    "export * from '@azure/msal-browser'; import * as msal from '@azure/msal-browser'; " +
      'window.msal = msal;',
    'msal',
  );
  app.get('/', (_, response) => void response.send(pageOf(authority)));
  app.all('/api/orders', async (request, response) => {
    const token = request.get('authorization');
    if (!token || !(await isKnown(authority, token))) return void response.sendStatus(401);
    return void response.json({ orders: [{ number: 7301, total: '18.40' }] });
  });
  return app;
}

const pageOf = (authority: string) =>
  html(
    'Orders',
    `<p id="said">…</p><button id="in">Sign in</button> <button id="load">Orders</button> <button id="add">Order</button> <button id="renew">Renew</button> <button id="out">Sign out</button>
<script src="/client.js"></script><script>
const say = (text) => { document.querySelector('#said').textContent = text; };
const on = (id, action) => document.querySelector(id).addEventListener('click', () => { say('…'); action().catch((error) => say('failed: ' + error)); });
const request = { scopes: ['openid', 'profile', 'email'] };
const client = new msal.PublicClientApplication({
  auth: { clientId: 'orders', authority: '${authority}', knownAuthorities: ['${new URL(authority).host}'], redirectUri: location.origin + '/', postLogoutRedirectUri: location.origin + '/', protocolMode: 'OIDC' },
  cache: { cacheLocation: 'localStorage' },
});
const account = () => client.getAllAccounts()[0];
const token = (more) => client.acquireTokenSilent({ ...request, ...more, account: account() });
const ask = async (method) => {
  const header = account() ? { Authorization: 'Bearer ' + (await token()).accessToken } : {};
  const answer = await fetch('/api/orders', { method, headers: header });
  return answer.ok ? answer.json() : undefined;
};
on('#in', () => client.loginRedirect({ ...request, prompt: 'consent' }));
on('#out', () => client.logoutRedirect({ account: account() }));
on('#renew', () => token({ forceRefresh: true }).then(() => say('renewed')));
on('#load', () => ask('GET').then((given) => say(given ? given.orders.length + ' orders' : 'refused')));
on('#add', () => ask('POST').then((given) => say(given ? 'ordered' : 'refused')));
client.initialize().then(() => client.handleRedirectPromise()).then((came) => say(came ? 'welcome' : 'ready'), () => { sessionStorage.clear(); say('ready'); });
</script>`,
  );

async function visit({ page, url, step }: Visit): Promise<void> {
  const press = async (button: string, answer: string) => {
    await page.click(button);
    await waitForText(page, '#said', answer);
  };
  const logIn = async () => {
    await clickThrough(page, '#in');
    await signInAtProvider(page);
    await waitForText(page, '#said', 'welcome');
  };
  await step('anonymous');
  await page.goto(`${url}/`);
  await waitForText(page, '#said', 'ready');
  await press('#load', 'refused');
  await step('login');
  await logIn();
  await step('use');
  await press('#load', 'orders');
  await press('#add', 'ordered');
  await page.reload();
  await waitForText(page, '#said', 'ready');
  await press('#load', 'orders');
  await step('refresh');
  await press('#renew', 'renewed');
  await press('#load', 'orders');
  await step('logout');
  await clickThrough(page, '#out');
  await clickThrough(page, 'button[type=submit]');
  await page.goto(`${url}/`);
  await waitForText(page, '#said', 'ready');
  await press('#load', 'refused');
  await step('login-2');
  await logIn();
  await press('#load', 'orders');
}
