import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('cart');
const SITE = 'https://shop.test';
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, type: 'fetch', topUrl: `${SITE}/`, ...more });
const FORM = 'application/x-www-form-urlencoded';

const roleOf = (name: string, exchanges: ReturnType<typeof call>[]) => {
  const analysis = new Analysis();
  for (const one of exchanges) analysis.addExchange(one);
  return analysis.credentials().find((one) => one.name === name)?.role;
};

describe('the key of a cart', () => {
  it.each(['cart-token', 'x-cart-token', 'basket-id', 'checkout-token', 'wishlist-key'])(
    'is nobody’s token in the header %s',
    (name) => {
      const value = jwtOf({ iat: 1_767_225_600, exp: 1_767_398_400, user_id: random.base62(12) });
      const use = call('/cart', { sends: { [name]: value } });
      expect(roleOf(name, [use, use])).toBe('other');
    },
  );

  it.each(['shopping_cart', 'cart', 'basket_uuid', 'guest_cart_id'])(
    'is nobody’s session in the cookie %s',
    (name) => {
      const line = `${name}=${random.bytes(24).toString('hex')}; Path=/; HttpOnly`;
      const sends = { cookie: line.split(';', 1)[0]! };
      expect(
        roleOf(name, [call('/', { gets: { 'set-cookie': line } }), call('/a', { sends })]),
      ).toBe('other');
    },
  );

  it('is more where a login gives it', () => {
    const line = `cart_session=${random.bytes(24).toString('hex')}; Path=/; HttpOnly`;
    const login = call('/login', {
      method: 'POST',
      requestBody: readBody(FORM, 'user=ada&password=x'),
      gets: { 'set-cookie': line },
    });
    expect(roleOf('cart_session', [login])).toBe('session');
  });

  it.each(['cartographer_token', 'x-access-token'])('is not the name of %s', (name) => {
    const value = jwtOf({ iat: 1_767_225_600, exp: 1_767_398_400, scope: 'read' });
    const use = call('/maps', { sends: { [name]: value } });
    expect(roleOf(name, [use, use])).not.toBe('other');
  });

  it('leaves a longer stay beside the login to what the login gave', () => {
    const cart = `shopping_cart=${random.bytes(24).toString('hex')}; Path=/; HttpOnly`;
    const given = `box=${random.bytes(48).toString('base64url')}; Path=/; Max-Age=63072000`;
    const login = call('/login', {
      method: 'POST',
      requestBody: readBody(FORM, 'user=ada&password=x'),
      sends: { cookie: cart.split(';', 1)[0]! },
      gets: { 'set-cookie': given },
    });
    const visit = [call('/', { gets: { 'set-cookie': cart } }), login];
    expect([roleOf('box', visit), roleOf('shopping_cart', visit)]).toEqual(['session', 'other']);
  });
});
