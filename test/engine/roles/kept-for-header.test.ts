import { expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { options } from '../../support/told-analysis.js';

const SITE = 'https://shop.test';
const random = new Seeded('kept for a header');

/** Somebody logs in; the token is in a cookie, by whom is said, and is sent in that header. */
function told(by: 'script' | 'server', header: string | undefined, token: string) {
  const set = by === 'server' ? { gets: { 'set-cookie': `auth=${token}; Path=/` } } : {};
  const cookie = { cookie: `auth=${token}` };
  const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SITE}/` }),
    exchange({
      url: `${SITE}/api/login`,
      method: 'POST',
      ...fetched,
      ...set,
      requestBody: readBody('application/json', '{"user":"ada","password":"x"}'),
      responseBody: readBody('application/json', JSON.stringify({ accessToken: token })),
    }),
    exchange({
      url: `${SITE}/api/orders`,
      ...fetched,
      sends: header === undefined ? cookie : { ...cookie, [header]: `Bearer ${token}` },
    }),
  ])
    analysis.addExchange(one);
  const { role } = analysis.credentials().find(({ kind }) => kind === 'cookie')!;
  const { mechanism, sentence } = analysis.report(options).sites[0]!;
  return { role, mechanism, sentence };
}

it.each([
  ['a JWT', jwtOf({ sub: 'u1', exp: 1_800_000_000 })],
  ['an opaque token', random.base62(40)],
])(
  '%s that a script keeps in a cookie and sends in Authorization is a bearer token',
  (_, token) => {
    const { role, mechanism, sentence } = told('script', 'authorization', token);
    expect([role, mechanism]).toEqual(['access-token', 'bearer-token']);
    expect(sentence).toContain('kept by script in the cookie auth');
  },
);

it('a cookie that the server set is one still', () => {
  const token = jwtOf({ sub: 'u1', exp: 1_800_000_000 });
  expect(told('server', 'authorization', token).mechanism).not.toBe('bearer-token');
});

it('a cookie that a script set and no header repeats is one still', () => {
  const token = jwtOf({ sub: 'u1', exp: 1_800_000_000 });
  expect(told('script', undefined, token).mechanism).toBe('token-cookie');
});

it.each(['token', 'x-token', 'x-auth', 'satoken'])(
  'a token that the login told is one in a header of the page’s own as well: %s',
  (header) => {
    const { role, mechanism } = told('script', header, random.base62(40));
    expect([role, mechanism]).toEqual(['access-token', 'bearer-token']);
  },
);

it.each(['x-csrf-token', 'x-xsrf-token'])(
  'a header against forgery has what the cookie has: %s',
  (header) => {
    expect(told('script', header, random.base62(40)).mechanism).not.toBe('bearer-token');
  },
);
