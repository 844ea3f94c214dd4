import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/engine/model.js';
import { exchange, type ExchangeSpec } from '../../support/exchange.js';
import { momentsTold } from '../../support/moments-told.js';
import { Seeded } from '../../support/seeded.js';

// Where no body is seen, as without DevTools: what headers and addresses alone tell of a login.

const SITE = 'https://shop.test';
const random = new Seeded('unseen logins');
const hex = () => random.bytes(16).toString('hex');
const at = (path: string, more: Partial<ExchangeSpec> = {}) =>
  exchange({ url: SITE + path, topUrl: `${SITE}/`, ...more });
const call = (path: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { type: 'fetch', ...more });
const post = (path: string, status = 200, more: Partial<ExchangeSpec> = {}) =>
  call(path, { method: 'POST', status, ...more });
const bearer = (path = '/api/me') => call(path, { sends: { authorization: `Bearer ${hex()}` } });
const form = (path: string, referer: string, more: Partial<ExchangeSpec> = {}) =>
  at(path, { method: 'POST', ...more, sends: { referer: SITE + referer, ...more.sends } });
const cookie = (name: string) => ({ 'set-cookie': `${name}=${hex()}; Path=/` });
const leads = (path: string, gets: Record<string, string> = {}) => ({
  status: 302,
  redirectUrl: SITE + path,
  gets: { location: path, ...gets },
});
const ENTER = '/auth/customer/enter';

const logins = (all: readonly Exchange[]) =>
  momentsTold(all).filter((told) => told.startsWith('login'));

describe('a login whose bodies were not seen is told', () => {
  it.each<[string, () => Exchange[], string]>([
    [
      'at an address that turned down the first try',
      () => [at('/'), post(ENTER, 401), post(ENTER), bearer()],
      ENTER,
    ],
    [
      'by what it is done with',
      () => [at('/'), post('/Users/AuthenticateByName'), bearer()],
      'ByName',
    ],
    [
      'by the word behind a thing of Google’s',
      () => [at('/'), post('/v1/accounts:signInWithPassword?key=1'), bearer()],
      'signInWithPassword',
    ],
    ['at Strapi’s address', () => [at('/'), post('/api/auth/local'), bearer()], '/auth/local'],
    ['at Okta’s address', () => [at('/'), post('/api/v1/authn'), bearer()], '/authn'],
    [
      'by a form of a page that is called so by its query',
      () => [
        at('/doku.php?id=start&do=login'),
        form(
          '/doku.php?id=start',
          '/doku.php?id=start&do=login',
          leads('/doku.php', cookie('DW1')),
        ),
      ],
      '/doku.php?id=start',
    ],
    [
      'where a form leads to what had sent everybody away',
      () => [
        at('/main.php', leads('/out.php')),
        at('/index.php'),
        form('/index.php', '/index.php', leads('/main.php', cookie('GO'))),
      ],
      'index.php',
    ],
    [
      'where a page comes in the place of its form, with the first session',
      () => [
        at('/admin/index.php'),
        form('/admin/index.php', '/admin/index.php', { gets: cookie('sid') }),
      ],
      'index.php',
    ],
  ])('%s', (_, visit, where) => {
    const told = logins(visit());
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(where);
  });

  it('once more, after a logout, at the address at which it was told before', () => {
    const told = logins([
      at('/'),
      post(ENTER, 401),
      post(ENTER),
      bearer(),
      post('/auth/logout', 204, { sends: { authorization: `Bearer ${hex()}` } }),
      post(ENTER),
      bearer(),
    ]);
    expect(told).toHaveLength(2);
  });
});

describe('no login is told', () => {
  it.each<[string, () => Exchange[]]>([
    ['of the first thing that a page sends', () => [at('/'), post('/store/carts'), bearer()]],
    [
      'at an address for everything',
      () => [at('/'), post('/graphql'), post('/graphql', 400), post('/graphql'), bearer()],
    ],
    [
      'where a token is renewed after a refusal',
      () => [at('/'), post('/auth/refresh', 401), post('/auth/refresh'), bearer()],
    ],
    [
      'where what was turned down is not followed by a token',
      () => [at('/'), post('/contact', 422), post('/contact'), call('/api/items')],
    ],
    [
      'by a form of another page',
      () => [
        at('/doku.php?id=start&do=login'),
        at('/doku.php?id=start&do=edit'),
        form('/doku.php?id=start', '/doku.php?id=start&do=edit', leads('/doku.php', cookie('DW1'))),
      ],
    ],
    [
      'by a form that makes an account',
      () => [
        at('/login.php'),
        form('/register.php', '/login.php', leads('/welcome.php', cookie('seen'))),
      ],
    ],
    [
      'by a browser that asks whether a page may ask',
      () => [
        call('/api/items', { status: 401 }),
        call('/api/items', { method: 'OPTIONS', status: 200 }),
      ],
    ],
    [
      'where a page comes in the place of a form for anybody',
      () => [at('/contact'), form('/contact', '/contact', { gets: cookie('sid') })],
    ],
  ])('%s', (_, visit) => {
    expect(logins(visit())).toEqual([]);
  });
});
