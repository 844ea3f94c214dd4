import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/engine/model.js';
import { json } from '../../../support/bodies.js';
import { exchange, type ExchangeSpec } from '../../../support/exchange.js';
import { cookie, hex, momentsOf, post, SHOP } from '../../../support/shop-moments.js';

describe('a login', () => {
  it.each<[string, () => Exchange[], string[]]>([
    [
      'by a path that says so',
      () => [post('/api/sign-in/email', { type: 'fetch', gets: cookie('sid') })],
      ['login shop.test /api/sign-in/email'],
    ],
    [
      'is no page about authors',
      () => [exchange({ url: `${SHOP}/authors?key=tolkien`, gets: cookie('sid') })],
      [],
    ],
    [
      'is no confirmed newsletter',
      () => [exchange({ url: `${SHOP}/newsletter/confirm?token=${hex()}`, gets: cookie('sid') })],
      [],
    ],
    [
      'is no check of an age, nor of a robot',
      () => [
        post('/age/verify', { type: 'fetch', gets: cookie('age') }),
        exchange({
          url: 'https://guard.test/challenge',
          method: 'POST',
          type: 'fetch',
          topUrl: SHOP,
          gets: cookie('robot'),
        }),
      ],
      [],
    ],
    [
      'is none that only has a code sent, whatever number that gets',
      () => [
        post('/otp/send', { type: 'fetch', responseBody: json({ id: hex() }) }),
        post('/2fa/request-code', { type: 'fetch', gets: cookie('otp_request') }),
        post('/passkeys/generate-authentication-options', { type: 'fetch', gets: cookie('pk') }),
      ],
      [],
    ],
    [
      'by what a wallet signed, wherever that goes',
      () => [
        post('/api/x', {
          type: 'fetch',
          requestBody: json({ address: `0x${hex()}`, signature: `0x${'5a'.repeat(65)}` }),
          responseBody: json({ token: hex() }),
        }),
      ],
      ['login shop.test /api/x'],
    ],
    [
      'is no signature of anything else',
      () => [
        post('/api/x', {
          type: 'fetch',
          requestBody: json({ file: 'a', signature: hex() }),
          responseBody: json({ token: hex() }),
        }),
      ],
      [],
    ],
    [
      'is the step that gave something, and not one before it',
      () => {
        const token = hex();
        return [
          post('/login?step=name', { type: 'fetch', requestBody: json({ mail: 'a@b.test' }) }),
          post('/login?step=code', {
            type: 'fetch',
            requestBody: json({ input: { code: '123456' } }),
            responseBody: json({ token }),
          }),
          exchange({
            url: 'https://api.elsewhere.test/me',
            type: 'fetch',
            topUrl: SHOP,
            sends: { authorization: `Bearer ${token}` },
          }),
        ];
      },
      ['login shop.test /login'],
    ],
    [
      'is none at Firebase, which only renews there',
      () => [
        exchange({
          url: 'https://securetoken.googleapis.com/v1/token?key=x',
          method: 'POST',
          type: 'fetch',
          topUrl: SHOP,
          responseBody: json({ access_token: hex(), refresh_token: hex() }),
        }),
      ],
      [],
    ],
    [
      'is no refresh of a session',
      () => [post('/auth/refresh/session', { type: 'fetch', gets: cookie('sid') })],
      [],
    ],
    [
      'by a link from a mail',
      () => [
        exchange({
          url: `${SHOP}/magic?token=${hex()}`,
          status: 302,
          redirectUrl: `${SHOP}/`,
          gets: cookie('sid'),
        }),
      ],
      ['login shop.test /magic'],
    ],
    [
      'by a ticket of a CAS server',
      () => [
        exchange({
          url: `${SHOP}/orders?ticket=ST-${hex()}`,
          status: 302,
          redirectUrl: `${SHOP}/orders`,
          gets: cookie('sid'),
        }),
      ],
      ['login shop.test /orders'],
    ],
    [
      'by a security key alone',
      () => [post('/webauthn/verify', { type: 'fetch', gets: cookie('sid') })],
      ['login shop.test /webauthn/verify'],
    ],
    [
      'of a page whose server turned it down before it had a key',
      () => [
        exchange({ url: 'https://api.test/v1/me', type: 'fetch', topUrl: SHOP, status: 401 }),
        exchange({
          url: 'https://api.test/v1/me',
          type: 'fetch',
          topUrl: SHOP,
          sends: { 'x-api-key': hex(40) },
        }),
      ],
      ['login shop.test /v1/me'],
    ],
  ])('%s', (_, steps, expected) => {
    expect(momentsOf(steps())).toEqual(expected);
  });
  it('by HTTP authentication, also where a recorder shows neither the question nor the answer', () => {
    const basic = { authorization: `Basic ${Buffer.from('ada:correct horse').toString('base64')}` };
    const asks = { status: 401, gets: { 'www-authenticate': 'Basic realm="x"' } };
    const reports = (more: Partial<ExchangeSpec>) => exchange({ url: `${SHOP}/reports`, ...more });
    expect(momentsOf([reports(asks), reports({ sends: basic })])).toEqual([
      'login shop.test /reports',
    ]);
    expect(momentsOf([reports(asks), reports({})])).toEqual(['login shop.test /reports']);
    expect(
      momentsOf([exchange({ url: SHOP }), reports({ sends: basic }), reports({ sends: basic })]),
    ).toEqual(['login shop.test /reports']);
    expect(momentsOf([reports({ sends: basic })])).toEqual([]);
  });
});
