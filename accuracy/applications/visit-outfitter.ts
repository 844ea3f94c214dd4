import type { Express } from 'express';
import { waitForText } from '../support/drive.js';
import { html } from '../support/site.js';
import type { Application } from './support/application.js';
import { type OriginOf, serveParties } from './support/parties.js';
import { API, cloud } from './support/shopper-cloud.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'outfitter.test';
const ORG = 'f_ecom_zzrf_001';

/**
 * A shop in one page, whose guests get a code, a token and a refresh token like anybody who logs
 * in.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-outfitter',
  docs: [
    // "hint=guest": an authorization code without a login, 303 to the redirect URI with `usid` and
    // `code`.
    'https://developer.salesforce.com/docs/commerce/commerce-api/guide/slas-public-client.html',
    // "guest shopper: access token 30 minutes, refresh token 30 days"; both are of nobody known.
    'https://developer.salesforce.com/docs/commerce/commerce-api/guide/slas-flows.html',
    // "cc-nx-g_<site>: the refresh token of a guest", "usid_<site>", "access_token_<site>",
    // "cid_<site>".
    'https://developer.salesforce.com/docs/commerce/pwa-kit-managed-runtime/guide/cookies.html',
  ],
  truth: {
    mechanism: ['none', 'bearer-token', 'hybrid'],
    host: HOST,
    credentials: [
      // Real tokens, but of nobody who has logged in.
      { carrier: 'body', name: '/access_token', role: ['access-token', 'other'], format: 'jwt' },
      { carrier: 'header', name: 'authorization', role: ['access-token', 'other'], format: 'jwt' },
      {
        carrier: 'localStorage',
        name: 'access_token_RefArch',
        role: ['access-token', 'other'],
        format: 'jwt',
      },
      { carrier: 'body', name: '/refresh_token', role: ['refresh-token', 'other'] },
      { carrier: 'cookie', name: 'cc-nx-g_RefArch', role: ['refresh-token', 'other'] },
      { carrier: 'body', name: 'refresh_token', role: ['refresh-token', 'other'] },
      { carrier: 'url', name: 'code', role: ['oauth-state', 'other'] },
      { carrier: 'body', name: /^code(_verifier)?$/, role: ['oauth-state', 'other'] },
      { carrier: 'url', name: /^(code_challenge|state)$/, role: ['oauth-state', 'other'] },
      { carrier: 'cookie', name: /^(usid|cid)_RefArch$/, role: ['device', 'tracking', 'other'] },
      {
        carrier: 'localStorage',
        name: /^(usid|cid|customer_id|customer_type|id_token|token_type)_RefArch$/,
        role: ['device', 'tracking', 'other'],
      },
      { carrier: 'localStorage', name: /./, role: ['preference', 'other'] },
      { carrier: 'sessionStorage', name: /./, role: ['oauth-state', 'preference', 'other'] },
      { carrier: 'cookie', name: /^(l10n|dw_dnt)$/, role: ['preference', 'consent'] },
      { carrier: 'header', name: 'correlation-id', role: 'other' },
      { carrier: 'url', name: /./, role: ['device', 'tracking', 'other'] },
      { carrier: 'body', name: /./, role: ['device', 'tracking', 'other'] },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: shop, [API]: cloud }),
  async visit(visit) {
    const { page, url, step } = visit;
    await step('anonymous');
    await page.goto(`${url}/`);
    await waitForText(page, '#said', 'products');
    await step('use');
    await page.click('#add');
    await waitForText(page, '#said', 'in the basket');
    await page.reload();
    await waitForText(page, '#said', 'products');
    await page.click('#old');
    await waitForText(page, '#said', 'renewed');
    await page.click('#add');
    await waitForText(page, '#said', 'in the basket');
    await page.goto('about:blank');
    await page.goto(`${url}/global/en-GB/category/boots`);
    await waitForText(page, '#said', 'products');
    await settle(visit);
  },
};

function shop(app: Express, originOf: OriginOf): void {
  app.get('/callback', (_, response) => void response.send('ok'));
  app.get(/./, (request, response) => {
    if (!request.get('cookie')?.includes('l10n'))
      response.cookie('l10n', 'en-GB', { secure: true });
    response.cookie('dw_dnt', '0', { secure: true });
    response.send(
      html(
        'Outfitter',
        '<p id="said">…</p><button id="add">Add</button> <button id="old">Later</button>' +
          `<script>${scriptOf(originOf(API), originOf(HOST))}</script>`,
      ),
    );
  });
}

/** What commerce-sdk-isomorphic does for a guest: `loginGuestUser`, `refreshAccessToken`. */
const scriptOf = (api: string, own: string) => `
const say = (text) => { document.querySelector('#said').textContent = text; };
const at = '${api}/shopper/auth/v1/organizations/${ORG}/oauth2';
const b64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const cookie = (name) => document.cookie.split('; ').find((one) => one.startsWith(name + '='))?.slice(name.length + 1);
const token = async (fields) => {
  const answer = await fetch(at + '/token', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ client_id: 'c9c45bfd-0ed3-4aa2-9971-40f88962b836', channel_id: 'RefArch', ...fields }) });
  const given = await answer.json();
  localStorage.setItem('access_token_RefArch', given.access_token);
  localStorage.setItem('customer_id_RefArch', given.customer_id);
  localStorage.setItem('customer_type_RefArch', 'guest');
  document.cookie = 'cc-nx-g_RefArch=' + given.refresh_token + '; path=/; secure; max-age=2592000';
  document.cookie = 'usid_RefArch=' + given.usid + '; path=/; secure; max-age=2592000';
};
const guest = async () => {
  const verifier = b64(crypto.getRandomValues(new Uint8Array(96)));
  const challenge = b64(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier)));
  const answer = await fetch(at + '/authorize?' + new URLSearchParams({ client_id: 'c9c45bfd-0ed3-4aa2-9971-40f88962b836', code_challenge: challenge, hint: 'guest', redirect_uri: '${own}/callback', response_type: 'code', channel_id: 'RefArch' }));
  const { searchParams } = new URL(answer.url);
  await token({ grant_type: 'authorization_code_pkce', code: searchParams.get('code'), code_verifier: verifier, usid: searchParams.get('usid'), redirect_uri: '${own}/callback' });
};
const ask = (path, options = {}) => fetch('${api}' + path, { ...options, headers: { Authorization: 'Bearer ' + localStorage.getItem('access_token_RefArch'), 'Content-Type': 'application/json', 'correlation-id': crypto.randomUUID() } }).then((answer) => answer.json());
(async () => {
  if (!localStorage.getItem('access_token_RefArch')) await guest();
  const { total } = await ask('/search/shopper-search/v1/organizations/${ORG}/product-search?q=boots');
  localStorage.setItem('recent-searches', JSON.stringify(['boots']));
  say(total + ' products');
})();
document.querySelector('#add').onclick = async () => {
  const { basketId } = await ask('/checkout/shopper-baskets/v1/organizations/${ORG}/baskets', { method: 'POST', body: '{}' });
  await ask('/checkout/shopper-baskets/v1/organizations/${ORG}/baskets/' + basketId + '/items', { method: 'POST', body: JSON.stringify([{ productId: '701643', quantity: 1 }]) });
  say('1 in the basket');
};
document.querySelector('#old').onclick = async () => {
  await token({ grant_type: 'refresh_token', refresh_token: cookie('cc-nx-g_RefArch') });
  say('renewed');
};`;
