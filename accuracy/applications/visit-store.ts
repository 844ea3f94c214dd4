import { randomBytes, randomUUID } from 'node:crypto';
import express, { type Express } from 'express';
import session from 'express-session';
import { jwtVerify, SignJWT } from 'jose';
import { clickThrough, waitForText } from '../support/drive.js';
import type { Application } from './support/application.js';
import { basketOf, greet, nonceOf, scriptOf, SITE_HASH } from './support/guest-shop.js';
import {
  allowAll,
  type OriginOf,
  pages,
  PIXEL,
  serveParties,
  thirdPartyCookie,
} from './support/parties.js';
import { NOBODY, settle } from './support/visitor.js';

const HOST = 'haberdasher.test';
const BASKETS = 'api.basketry.test';
const REVIEWS = 'widget.praises.test';
const SECRET = randomBytes(32);
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** Buttons and ribbons, bought by a guest: the shop keeps a basket, and nobody has an account. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-store',
  docs: [
    // "wp_woocommerce_session_: a unique code for each customer so that it knows where to find the
    // cart data"; "woocommerce_cart_hash", "woocommerce_items_in_cart", "woocommerce_recently_viewed".
    'https://woocommerce.com/document/woocommerce-cookies/',
    // "Cart-Token … a JWT … used instead of cookies"; "Nonce: prevents CSRF".
    'https://developer.woocommerce.com/docs/apis/store-api/cart-tokens/',
    'https://developer.woocommerce.com/docs/apis/store-api/nonce-tokens/',
    // "connect.sid": names what the server's memory holds.
    'https://github.com/expressjs/session#readme',
    // "cart_currency", "localization"; "_shopify_y", "_shopify_s": analytics.
    'https://www.shopify.com/legal/cookies',
    // "yotpo_pixel": who saw reviews, for counting.
    'https://support.yotpo.com/docs/cookies-in-yotpo',
  ],
  truth: {
    // The server remembers a basket, of nobody that it knows.
    mechanism: ['session-cookie', 'none', 'hybrid'],
    host: HOST,
    credentials: [
      // The guest's own session: whoever has it has the basket and the address, and no account.
      { carrier: 'cookie', name: 'connect.sid', role: 'session', format: 'signed' },
      { carrier: 'cookie', name: /^wp_woocommerce_session_/, role: ['session', 'device', 'other'] },
      // Says which basket is meant: no more is allowed with it than with the guest's own session.
      {
        carrier: 'header',
        name: 'cart-token',
        role: ['access-token', 'session', 'other'],
        format: 'jwt',
      },
      {
        carrier: 'localStorage',
        name: 'storeApiCartToken',
        role: ['access-token', 'session', 'other'],
        format: 'jwt',
      },
      { carrier: 'header', name: 'nonce', role: 'csrf' },
      { carrier: 'localStorage', name: /^storeApiNonce/, role: 'csrf' },
      { carrier: 'body', name: /^(?:_wpnonce|input\[_wpnonce\])$/, role: 'csrf' },
      {
        carrier: 'cookie',
        name: /^woocommerce_(?:cart_hash|items_in_cart)$/,
        role: ['other', 'preference'],
      },
      { carrier: 'cookie', name: 'woocommerce_recently_viewed', role: ['preference', 'other'] },
      {
        carrier: 'cookie',
        name: /^(?:cart_currency|localization|store_notice\w+)$/,
        role: 'preference',
      },
      // A list of things that somebody likes: an id that may be shared with friends.
      {
        carrier: 'cookie',
        name: 'wishlist_id',
        role: ['other', 'device', 'preference'],
        format: 'uuid',
      },
      { carrier: 'url', name: 'wishlist', role: ['other', 'device', 'preference'] },
      { carrier: 'cookie', name: /^_shopify_[ys]$/, role: 'tracking' },
      { carrier: 'cookie', name: /^(?:yotpo_pixel|pixel)$/, role: ['tracking', 'device'] },
      { carrier: 'sessionStorage', name: /^wc_/, role: ['other', 'preference'] },
      { carrier: 'localStorage', name: /^(?:wc_|recent|size)/, role: ['other', 'preference'] },
      // Shows the receipt to whoever has the address of it.
      { carrier: 'url', name: 'key', role: 'other' },
      // "The app key … is public": it names the shop.
      { carrier: 'url', name: 'app_key', role: ['api-key', 'other'] },
      { carrier: 'body', name: 'coupon_code', role: 'other' },
      { carrier: 'url', name: /^(?:add-to-cart|currency|coupon_code|v)$/, role: 'other' },
      { carrier: 'body', name: /./, role: 'other' },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: shop, [BASKETS]: baskets, [REVIEWS]: reviews }),
  async visit(visit) {
    const { page, url, step } = visit;
    const open = async (path: string) => {
      await page.goto(`${url}${path}`);
      await settle(visit);
    };
    await step('anonymous');
    await open('/');
    await open('/buttons');
    await step('use');
    await page.click('#add');
    await waitForText(page, '#basket', '1 item');
    await open('/ribbons?currency=EUR');
    await page.click('#add');
    await waitForText(page, '#basket', '2 items');
    await page.click('#like');
    await settle(visit);
    await page.reload();
    await settle(visit);
    await open('/checkout');
    await page.type('#coupon_code', 'SPRING10');
    await clickThrough(page, '#apply');
    await page.type('#billing_email', 'guest@example.test');
    await page.type('#billing_address', '1 Thimble Lane');
    await clickThrough(page, '#order');
    await settle(visit);
    await page.goto('about:blank');
    await open('/');
    await open('/buttons');
  },
};

function shop(app: Express, originOf: OriginOf): void {
  app.set('trust proxy', true);
  app.use(express.urlencoded({ extended: false }));
  app.use(
    session({
      secret: SECRET.toString('hex'),
      resave: false,
      saveUninitialized: false,
      cookie: { secure: true, httpOnly: true, sameSite: 'lax' },
    }),
  );
  app.use(greet);
  app.post('/likes', (_, response) => void response.sendStatus(204));
  app.post(['/coupon', '/order'], (request, response) => {
    const { _wpnonce, billing_address: address } = request.body as Record<string, string>;
    if (_wpnonce !== basketOf(request).nonce) return void response.sendStatus(403);
    if (request.path === '/coupon') return void response.redirect(303, '/checkout');
    Object.assign(request.session, { address });
    response.redirect(303, `/order-received?key=wc_order_${randomBytes(9).toString('base64url')}`);
  });
  app.use((request, response, next) => {
    const send = response.send.bind(response);
    response.send = (body: unknown) => send(String(body).replaceAll('NONCE', nonceOf(request)));
    next();
  });
  const form = `<form method="post" action="/coupon"><input type="hidden" name="_wpnonce" value="NONCE"><input id="coupon_code" name="coupon_code"><button id="apply">Apply</button></form>
<form method="post" action="/order"><input type="hidden" name="_wpnonce" value="NONCE"><input id="billing_email" name="billing_email" type="email"><input id="billing_address" name="billing_address"><button id="order">Place order</button></form>`;
  pages(app, ['', 'buttons', 'ribbons', 'checkout', 'order-received'], {
    body: (name) =>
      `<p id="basket">…</p><button id="add">Add</button><button id="like">Like</button>${name === 'checkout' ? form : ''}
<img src="${originOf(REVIEWS)}/pixel.gif?app_key=${SITE_HASH.slice(0, 24)}&v=2" alt=""><script>${scriptOf(originOf(BASKETS))}</script>`,
  });
}

function baskets(app: Express): void {
  const held = new Map<string, { count: number; nonce: string }>();
  allowAll(app);
  app.use(express.json(), (_, response, next) => {
    response.set('Access-Control-Expose-Headers', 'Cart-Token, Nonce');
    next();
  });
  app.all(/^\/wc\/store\/v1\/cart/, async (request, response) => {
    const token = request.get('cart-token');
    const id = token ? await guestOf(token) : `t_${hex(15)}`;
    const basket = held.get(id) ?? { count: 0, nonce: '' };
    if (request.method === 'POST' && request.get('nonce') !== basket.nonce)
      return void response.status(401).json({ code: 'woocommerce_rest_invalid_nonce' });
    if (request.method === 'POST') basket.count += 1;
    basket.nonce = hex(5);
    held.set(id, basket);
    const claims = new SignJWT({ user_id: id, iss: 'store-api' }).setProtectedHeader({
      alg: 'HS256',
    });
    response.set({
      'Cart-Token': await claims.setExpirationTime('2d').sign(SECRET),
      Nonce: basket.nonce,
    });
    response.json({ items_count: basket.count, hash: hex(16), needs_shipping: true });
  });
}

const guestOf = async (token: string) =>
  String((await jwtVerify(token, SECRET)).payload['user_id']);

function reviews(app: Express): void {
  app.get('/pixel.gif', (_, response) => {
    thirdPartyCookie(response, 'yotpo_pixel', randomUUID());
    response.type('gif').send(PIXEL);
  });
}
