import { randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import type { Application } from './support/application.js';
import {
  CHOSEN,
  cookieLabels,
  type GuestCookies,
  gives,
  GUESTS,
  hex,
  restIs,
  signedToken,
  strolls,
  TRACKED,
  url64,
  writes,
} from './support/guest-site.js';
import { allowAll, type OriginOf, pages, serveParties } from './support/parties.js';
import { NOBODY } from './support/visitor.js';

const HOST = 'drapery.test';
const GRAPH = 'checkout.drapery.test';
const PUBLIC = hex(16);
const year = '; Max-Age=31536000; SameSite=Lax';
const CART: readonly ('other' | 'session' | 'device')[] = ['other', 'session', 'device'];
const COOKIES: GuestCookies = {
  cart: {
    role: CART,
    line: '; Max-Age=1209600; SameSite=Lax',
    make: () => `Z2NwLWV1cm9wZS13ZXN0MTow${url64(24)}%3Fkey%3D${hex(16)}`,
  },
  cart_sig: {
    role: ['other', 'csrf', 'device'],
    line: '; Max-Age=1209600; HttpOnly; SameSite=Lax',
    make: () => hex(16),
  },
  cart_currency: { role: CHOSEN, line: year, make: () => 'EUR' },
  localization: { role: CHOSEN, line: year, make: () => 'IE' },
  keep_alive: {
    role: ['other', 'preference', 'load-balancer'],
    line: '; Max-Age=1800; HttpOnly; SameSite=Lax',
    make: () => randomUUID(),
  },
  secure_customer_sig: {
    role: ['other', 'session'],
    line: `${year}; Secure; HttpOnly`,
    make: () => '',
  },
  _tracking_consent: {
    role: ['consent', 'preference', 'other'],
    line: year,
    make: () => '3.AMPS_IEL_f_f_abcdEFGH',
  },
  _shopify_essential: {
    role: GUESTS,
    line: `${year}; Secure; HttpOnly`,
    make: () => `:${url64(60)}:${url64(30)}:`,
  },
  _landing_page: { role: TRACKED, line: '; Max-Age=1209600; SameSite=Lax', make: () => '%2F' },
  _orig_referrer: {
    role: TRACKED,
    line: '; Max-Age=1209600; SameSite=Lax',
    make: () => 'https%3A%2F%2Fsearch.test%2F',
  },
  _shopify_y: { role: TRACKED, make: () => randomUUID() },
  _kla_id: {
    role: TRACKED,
    make: () => Buffer.from(JSON.stringify({ cid: randomUUID() })).toString('base64'),
  },
};

/**
 * A shop that a script asks for everything: a public token for the shop, a secret part in the
 * basket's id.
 */
export const application: Application = {
  ...NOBODY,
  name: 'visit-drapery',
  docs: [
    // "cart, cart_sig, cart_currency, keep_alive, secure_customer_sig, _shopify_essential,
    // _tracking_consent".
    'https://www.shopify.com/legal/cookies',
    // "Public access … X-Shopify-Storefront-Access-Token"; "cart id … includes a key that should be
    // kept secret".
    'https://shopify.dev/docs/api/storefront#authentication',
    // "Storefront API Token … JWT … Authorization: Bearer", "safe for use in browsers".
    'https://developer.bigcommerce.com/docs/start/authentication/graphql-storefront',
    'https://help.klaviyo.com/hc/en-us/articles/360034666712 (__kla_id)',
  ],
  truth: {
    mechanism: ['none', 'api-key', 'bearer-token', 'session-cookie', 'hybrid'],
    host: HOST,
    credentials: [
      ...cookieLabels(COOKIES),
      { carrier: 'header', name: 'x-shopify-storefront-access-token', role: 'api-key' },
      // Of the shop: the same in every visitor's page.
      { carrier: 'header', name: 'authorization', role: ['api-key', 'access-token'] },
      { carrier: 'body', name: /(?:cart\/id|cartId)$/, role: CART },
      { carrier: 'localStorage', name: /cart/i, role: CART },
      { carrier: 'body', name: /checkoutUrl$/, role: 'other' },
      { carrier: 'url', name: /^(?:key|_s|_y|cart)$/, role: CART },
      ...restIs(),
    ],
  },
  // Of a guest, or of the page: an expert would take these back.
  findings: { forbidden: [{ ruleId: 'jwt-lifetime-too-long', name: 'authorization' }] },
  start: () => serveParties(HOST, { [HOST]: shop, [GRAPH]: graph }),
  visit: strolls(
    ['/', '/linen'],
    [
      { on: '/linen', press: '#add' },
      { on: '/', press: '#add' },
      { on: '/linen', press: '#pay', leads: true },
    ],
  ),
};

function shop(app: Express, originOf: OriginOf): void {
  const bearer = signedToken(
    {
      cid: [1],
      corsOrigins: [`https://${HOST}`],
      iat: 1_760_000_000,
      iss: 'BC',
      sid: 48_213,
      sub: 'bcaas',
      sub_type: 0,
      token_type: 1,
    },
    3e7,
  );
  app.use(gives(COOKIES));
  const script = `
const ask = (query, variables) => fetch('${originOf(GRAPH)}/api/2025-01/graphql.json', { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Shopify-Storefront-Access-Token': '${PUBLIC}' }, body: JSON.stringify({ query, variables }) }).then((answer) => answer.json());
const held = localStorage.getItem('cartId');
const { data: { cart } } = held ? await ask('query cart($cartId: ID!) { cart(id: $cartId) { id checkoutUrl } }', { cartId: held }) : await ask('mutation { cartCreate { cart { id checkoutUrl } } }', {});
localStorage.setItem('cartId', cart.id);
await fetch('${originOf(GRAPH)}/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: 'Bearer ${bearer}' }, body: '{"query":"{site{settings{storeName}}}"}' });
document.querySelector('#pay').href = '/checkouts/cn/' + cart.id.split('/').pop();
document.querySelector('#add').onclick = () => ask('mutation add($cartId: ID!) { cartLinesAdd(cartId: $cartId) { cart { id checkoutUrl } } }', { cartId: cart.id, lines: [{ merchandiseId: 'gid://shopify/ProductVariant/417' }] });`;
  pages(app, ['', 'linen'], {
    body: () =>
      `<button id="add">Add</button> <a id="pay" href="/linen">Pay</a>${writes(COOKIES)}<script ` +
      `type="module">${script}</script>`,
  });
  app.get('/checkouts/cn/:id', (_, response) => void response.send('<p>Your address?</p>'));
}

function graph(app: Express): void {
  allowAll(app);
  app.use(express.json());
  app.post('/api/2025-01/graphql.json', (request, response) => {
    if (request.get('x-shopify-storefront-access-token') !== PUBLIC)
      return void response.sendStatus(401);
    const { variables } = request.body as { variables: { cartId?: string } };
    const id = variables.cartId ?? `gid://shopify/Cart/Z2NwLWV1${url64(18)}?key=${hex(16)}`;
    response.json({
      data: {
        cart: { id, checkoutUrl: `https://${HOST}/cart/c/${id.split('/').pop()}` },
        cartCreate: { cart: { id } },
      },
    });
  });
  app.post('/graphql', (request, response) =>
    request.get('authorization')
      ? response.json({ data: { site: { settings: { storeName: 'Drapery' } } } })
      : response.sendStatus(401),
  );
}
