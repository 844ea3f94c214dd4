import { randomBytes } from 'node:crypto';
import express, { type Express } from 'express';
import session from 'express-session';
import { clickThrough } from '../support/drive.js';
import type { Application } from './support/application.js';
import { pages, serveParties } from './support/parties.js';
import { NOBODY, read } from './support/visitor.js';

const HOST = 'haberdasher.test';

/** A shop with a basket that the server keeps for whoever comes: guests only, no accounts. */
export const application: Application = {
  ...NOBODY,
  name: 'visit-shop',
  docs: [
    // "cookie … name: connect.sid"; "s:" id and signature; data is kept by the server.
    'https://expressjs.com/en/resources/middleware/session.html',
    // A token in the guest's session, and in each form: the synchronizer token pattern.
    'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    'https://woocommerce.com/document/woocommerce-cookies/ (woocommerce_recently_viewed, store_notice)',
    'https://www.shopify.com/legal/cookies (cart_currency, localization)',
  ],
  truth: {
    // The basket's session is one of a visitor whom nobody knows: nobody logs in.
    mechanism: ['session-cookie', 'none'],
    host: HOST,
    credentials: [
      // A guest's: whose basket it is, and of nobody who could log in.
      { carrier: 'cookie', name: 'connect.sid', role: ['session', 'other'], format: 'signed' },
      { carrier: 'body', name: /^(?:_csrf|input\[_csrf\])$/, role: 'csrf' },
      { carrier: 'cookie', name: /^(?:cart_currency|localization)$/, role: 'preference' },
      // "Powers the Recent Viewed Products widget".
      {
        carrier: 'cookie',
        name: 'woocommerce_recently_viewed',
        role: ['preference', 'other'],
      },
      // "Allows customers to dismiss the Store Notice": nobody agrees to anything.
      { carrier: 'cookie', name: /^store_notice[0-9a-f]+$/, role: ['preference', 'other'] },
      { carrier: 'cookie', name: /^woocommerce_items_in_cart$/, role: ['other', 'preference'] },
      { carrier: 'cookie', name: /^woocommerce_cart_hash$/, role: 'other' },
      { carrier: 'localStorage', name: /^(?:wishlist|size)/, role: ['preference', 'other'] },
      { carrier: 'body', name: /^(?:item|count)$/, role: 'other' },
    ],
  },
  start: () => serveParties(HOST, { [HOST]: haberdasher }),
  async visit(visit) {
    const { page, url, step } = visit;
    const buy = async (path: string) => {
      await read(visit, [path]);
      await clickThrough(page, '#add');
    };
    await step('anonymous');
    await read(visit, ['/', '/hats']);
    await step('use');
    await buy('/hats');
    await buy('/gloves');
    await page.click('#wish');
    await page.reload();
    await read(visit, ['/basket']);
    await page.goto('about:blank');
    await page.goto(`${url}/basket`);
    await clickThrough(page, '#empty');
    await buy('/scarves');
  },
};

declare module 'express-session' {
  interface SessionData {
    basket: string[];
    csrf: string;
  }
}

function haberdasher(app: Express): void {
  const maxAge = 7 * 86_400_000;
  app.use(express.urlencoded({ extended: false }));
  app.use(
    session({
      secret: randomBytes(32).toString('hex'),
      resave: false,
      saveUninitialized: true,
      cookie: { maxAge, secure: true, httpOnly: true, sameSite: 'lax' },
    }),
  );
  app.use((request, response, next) => {
    request.session.basket ??= [];
    request.session.csrf ??= randomBytes(24).toString('base64url');
    const options = { maxAge, secure: true };
    response.cookie('cart_currency', 'GBP', options).cookie('localization', 'GB', options);
    if (request.path.length > 1)
      response.cookie('woocommerce_recently_viewed', `1041|${request.path.length}07`, options);
    response.cookie('store_notice5f2c1ab07de3', 'hidden', options);
    if (request.method === 'POST' && request.body._csrf !== request.session.csrf)
      return void response.sendStatus(403);
    const send = response.send.bind(response);
    response.send = (body: unknown) =>
      send(
        String(body)
          .replaceAll('CSRF', String(request.session.csrf))
          .replaceAll('BASKET', String(request.session.basket)),
      );
    next();
  });
  app.post('/basket', (request, response) => {
    request.session.basket = [...(request.session.basket ?? []), String(request.body.item)];
    response.cookie('woocommerce_items_in_cart', '1');
    response.cookie('woocommerce_cart_hash', randomBytes(16).toString('hex'));
    response.redirect(303, '/basket');
  });
  app.post('/empty', (request, response) => {
    request.session.basket = [];
    response.clearCookie('woocommerce_items_in_cart').clearCookie('woocommerce_cart_hash');
    response.redirect(303, '/basket');
  });
  const form = (action: string, id: string, more = '') =>
    `<form method="post" action="${action}">` +
    `<input type="hidden" name="_csrf" value="CSRF">${more}<button ` +
    `id="${id}">${id}</button></form>`;
  pages(app, ['', 'hats', 'gloves', 'scarves', 'basket'], {
    body: (name) =>
      `<p id="basket">BASKET</p>${form('/basket', 'add', `<input type="hidden" name="item" value="${name}"><input name="count" value="1">`)}${form('/empty', 'empty')}
<button id="wish">Wish</button><script>
document.querySelector('#wish').onclick = () => localStorage.setItem('wishlist', JSON.stringify(['${name}', 'cane']));
localStorage.setItem('size', 'M');
</script>`,
  });
}
