import { describe, expect, it } from 'vitest';
import { clearsSite, isLogout } from '../../../../src/engine/moments/logout/logout.js';
import { exchange } from '../../../support/exchange.js';

const SHOP = 'https://shop.test';

describe('Clear-Site-Data', () => {
  it.each([
    ['"cookies"', true],
    ['"storage"', true],
    ['"*"', true],
    ['"cache", "cookies"', true],
    ['"cache"', false],
    ['"executionContexts", "clientHints"', false],
    ['cookies', false],
    ['', false],
  ])('%s: %s', (value, clears) => {
    const answer = exchange({ url: `${SHOP}/x`, gets: { 'clear-site-data': value } });
    expect(clearsSite(answer)).toBe(clears);
  });

  it('is no other header', () => {
    expect(clearsSite(exchange({ url: SHOP, gets: { 'x-clear': '"cookies"' } }))).toBe(false);
  });
});

describe('a request that ends a session', () => {
  it.each([
    ['GET', '/logout', 200, true],
    ['POST', '/api/v1/sign_out', 302, true],
    ['DELETE', '/api/session', 204, true],
    ['DELETE', '/api/orders/7', 204, false],
    ['GET', '/api/session', 200, false],
    ['GET', '/?do=logout', 200, true],
    ['GET', '/?logout', 200, true],
    ['GET', '/?logout=no', 200, false],
    ['GET', '/?q=logout', 200, false],
    ['GET', '/js/logout.js', 200, false],
    ['OPTIONS', '/logout', 204, false],
    ['HEAD', '/logout', 200, false],
    ['POST', '/logout', 199, false],
    ['POST', '/logout', 400, false],
    ['POST', '/logout', 399, true],
  ])('%s %s, answered with %i: %s', (method, path, status, ends) => {
    expect(isLogout(exchange({ url: SHOP + path, method, status }))).toBe(ends);
  });
});
