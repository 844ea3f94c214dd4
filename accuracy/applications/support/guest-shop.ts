import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';

/** WooCommerce's COOKIEHASH: of the site's address. */
export const SITE_HASH = createHash('md5').update('https://haberdasher.test').digest('hex');
const hex = (bytes: number) => randomBytes(bytes).toString('hex');

/** What the server remembers of a guest. */
interface Basket {
  nonce: string;
  items: string[];
  address?: string;
}
export const basketOf = (request: Request) => request.session as unknown as Partial<Basket>;
export const nonceOf = (request: Request) => (basketOf(request).nonce ??= hex(5));
const YEAR = { maxAge: 31_536_000_000, secure: true };

/** The cookies of a first answer, as the shop's makers document them. */
export function greet(request: Request, response: Response, next: () => void): void {
  const held = request.get('cookie') ?? '';
  const ends = Math.floor(Date.now() / 1000) + 172_800;
  const product = request.path.slice(1);
  if (!held.includes('_shopify_y')) response.cookie('_shopify_y', randomUUID(), YEAR);
  if (!held.includes('localization')) response.cookie('localization', 'GB', YEAR);
  response.cookie('_shopify_s', randomUUID(), { maxAge: 1_800_000, secure: true });
  response.cookie('cart_currency', String(request.query['currency'] ?? 'GBP'), YEAR);
  if (/buttons|ribbons/.test(product)) {
    nonceOf(request);
    response.cookie('woocommerce_recently_viewed', '417|93', { secure: true });
    if (!held.includes('wp_woocommerce_session_'))
      response.cookie(
        `wp_woocommerce_session_${SITE_HASH}`,
        `t_${hex(15)}||${ends}||${ends - 3600}||${hex(16)}`,
        { maxAge: 172_800_000, httpOnly: true, secure: true },
      );
  }
  next();
}

/** What the pages do: a basket by its API, a list of likes, and what the theme remembers. */
export const scriptOf = (api: string) => `
const held = () => localStorage.getItem('storeApiCartToken');
const ask = async (path, options = {}) => {
  const headers = { 'Content-Type': 'application/json', ...(held() ? { 'Cart-Token': held(), Nonce: localStorage.getItem('storeApiNonce') ?? '' } : {}) };
  const answer = await fetch('${api}/wc/store/v1' + path, { ...options, headers });
  localStorage.setItem('storeApiCartToken', answer.headers.get('cart-token'));
  localStorage.setItem('storeApiNonce', answer.headers.get('nonce'));
  const { items_count: count, hash } = await answer.json();
  document.querySelector('#basket').textContent = count + (count === 1 ? ' item' : ' items');
  document.cookie = 'woocommerce_items_in_cart=' + count + '; path=/; secure';
  document.cookie = 'woocommerce_cart_hash=' + hash + '; path=/; secure';
  sessionStorage.setItem('wc_cart_hash_${SITE_HASH}', hash);
};
ask('/cart');
document.querySelector('#add').onclick = () => ask('/cart/add-item', { method: 'POST', body: JSON.stringify({ id: 417, quantity: 1 }) });
document.querySelector('#like').onclick = async () => {
  const list = document.cookie.match(/wishlist_id=([^;]+)/)?.[1] ?? crypto.randomUUID();
  document.cookie = 'wishlist_id=' + list + '; path=/; secure; max-age=2592000';
  await fetch('/likes?wishlist=' + list, { method: 'POST' });
};
sessionStorage.setItem('wc_fragments_${SITE_HASH}', JSON.stringify({ 'div.widget': '<ul></ul>' }));
localStorage.setItem('recent', JSON.stringify(['buttons']));`;
