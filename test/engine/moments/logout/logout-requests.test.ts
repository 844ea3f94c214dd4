import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { form, json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { jwtOf } from '../../../support/jose.js';
import { cookie, hex, login, momentsOf, SHOP } from '../../../support/shop-moments.js';

describe('a logout', () => {
  const sid = hex();
  const inside = () => [
    login({ gets: cookie('sid', sid) }),
    exchange({ url: `${SHOP}/account`, sends: { cookie: `sid=${sid}` } }),
  ];
  const gone = { 'set-cookie': 'sid=; Path=/; Max-Age=0' };
  const use = (path: string, more: Partial<ExchangeSpec> = {}) =>
    exchange({ url: SHOP + path, sends: { cookie: `sid=${sid}` }, ...more });
  it.each<[string, () => Exchange[], string | undefined]>([
    ['by its path', () => [use('/logout', { method: 'POST', type: 'fetch' })], '/logout'],
    [
      'by a parameter',
      () => [use('/wp-login.php?action=logout', { status: 302, redirectUrl: SHOP })],
      '/wp-login.php',
    ],
    [
      'by a form field',
      () => [use('/', { method: 'POST', requestBody: form('intent=logout') })],
      '/',
    ],
    [
      'by a GraphQL mutation',
      () => [
        use('/graphql', {
          method: 'POST',
          type: 'fetch',
          requestBody: json({ query: 'mutation Out { signOut { ok } }' }),
        }),
      ],
      '/graphql',
    ],
    [
      'by deleting the session',
      () => [use('/api/session', { method: 'DELETE', type: 'fetch', status: 204 })],
      '/api/session',
    ],
    [
      'by OpenID Connect',
      () => [
        use(
          `/bye?post_logout_redirect_uri=${encodeURIComponent(SHOP)}&id_token_hint=` +
            `${jwtOf({ sub: 'ada' })}`,
        ),
      ],
      '/bye',
    ],
    [
      'by Clear-Site-Data',
      () => [use('/farewell', { gets: { 'clear-site-data': '"cookies", "storage"' } })],
      '/farewell',
    ],
    [
      'by a page that clears the session',
      () => [use('/exit', { status: 302, redirectUrl: `${SHOP}/login`, gets: gone })],
      '/exit',
    ],
    ['by a POST that clears the session', () => [use('/x', { method: 'POST', gets: gone })], '/x'],
    [
      'asked for and then done',
      () => [use('/logout'), use('/logout', { method: 'POST', gets: gone, at: undefined })],
      '/logout',
    ],
    ['is no search for one', () => [use('/search?q=logout'), use('/x?logout=false')], undefined],
    [
      'is no keeping alive',
      () => [use('/api/extend-session', { method: 'POST', type: 'fetch' })],
      undefined,
    ],
    [
      'is no invitation taken back',
      () => [use('/api/invites/5/revoke', { method: 'POST', type: 'fetch' })],
      undefined,
    ],
    [
      'with the name of a GraphQL operation',
      () => [
        use('/graphql', {
          method: 'POST',
          type: 'fetch',
          requestBody: json({ operationName: 'Logout' }),
        }),
      ],
      '/graphql',
    ],
    [
      'is not moved by what is cleared once more',
      () => [
        use('/logout', { method: 'POST', gets: gone }),
        exchange({ url: `${SHOP}/products`, gets: gone }),
        exchange({ url: `${SHOP}/beat`, method: 'POST', type: 'fetch', gets: gone }),
      ],
      '/logout',
    ],
    [
      'is no pushed authorization request',
      () => [
        use('/par', {
          method: 'POST',
          type: 'fetch',
          requestBody: form(
            `client_id=a&response_type=code&redirect_uri=${encodeURIComponent(SHOP)}` +
              `&id_token_hint=${jwtOf({ sub: 'ada' })}`,
          ),
        }),
      ],
      undefined,
    ],
    ['is no picture of one', () => [use('/img/logout.svg', { type: 'other' })], undefined],
    [
      'is no question beforehand',
      () => [use('/logout', { method: 'OPTIONS', type: 'fetch' })],
      undefined,
    ],
    ['is no page that explains one', () => [use('/help/how-to-sign-out')], undefined],
    ['is no refused one', () => [use('/logout', { method: 'POST', status: 403 })], undefined],
    [
      'is not being thrown out',
      () => [use('/account', { status: 302, redirectUrl: `${SHOP}/login`, gets: gone })],
      undefined,
    ],
  ])('%s', (_, steps, expected) => {
    const told = momentsOf([...inside(), ...steps()]).filter((moment) =>
      moment.startsWith('logout'),
    );
    expect(told).toEqual(expected === undefined ? [] : [`logout shop.test ${expected}`]);
  });
  it('is none where nobody was logged in', () => {
    expect(momentsOf([exchange({ url: SHOP, gets: { 'clear-site-data': '"storage"' } })])).toEqual(
      [],
    );
  });
});
