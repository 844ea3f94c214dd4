import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://shop.test';
const random = new Seeded('next step');
const JSON_TYPE = 'application/json';

/** The role of a cookie that this request was given after a login that gave a token. */
function roleOf(cookie: string, { method, path }: { method: string; path: string }, early = false) {
  const [name = ''] = cookie.split('=');
  const token = random.base62(40);
  const sends = { authorization: `Bearer ${token}` };
  const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const set = { gets: { 'set-cookie': `${cookie}; Path=/; HttpOnly; Secure; SameSite=Lax` } };
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SITE}/`, ...(early && set) }),
    exchange({
      url: `${SITE}/auth/password`,
      method: 'POST',
      ...fetched,
      ...(early && { sends: { cookie } }),
      requestBody: readBody(JSON_TYPE, '{"email":"ada@shop.test","password":"a long one"}'),
      responseBody: readBody(JSON_TYPE, JSON.stringify({ token })),
    }),
    exchange({ url: SITE + path, method, ...fetched, sends, ...set }),
    exchange({ url: `${SITE}/orders`, ...fetched, sends: { cookie } }),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find((one) => one.kind === 'cookie' && one.name === name)?.role;
}

const HEX = random.bytes(16).toString('hex');
const COOKIES = [
  `connect.sid=${HEX}`,
  `sid=${HEX}`,
  `app-token=${jwtOf({ sub: 'ada', exp: 4e9 })}`,
];

describe('a cookie that came after a login, which gave something else', () => {
  it.each(COOKIES)('is a session where that was handed in for it: %s', (cookie) => {
    for (const path of ['/auth/session', '/api/login', '/sessions', '/api/token'])
      expect(roleOf(cookie, { method: 'POST', path })).toBe('session');
  });

  it.each(COOKIES)('is none where another answer gave it: %s', (cookie) => {
    expect(roleOf(cookie, { method: 'GET', path: '/blog' })).toBe('other');
    expect(roleOf(cookie, { method: 'POST', path: '/cart/items' })).toBe('other');
  });

  it.each(COOKIES)('is none where it was there before, and the login left it: %s', (cookie) => {
    expect(roleOf(cookie, { method: 'POST', path: '/auth/session' }, true)).toBe('other');
  });
});
