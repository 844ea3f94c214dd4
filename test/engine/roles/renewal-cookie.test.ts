import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://shop.test';
const random = new Seeded('renewal cookie');

/** A script keeps in a cookie what an answer gave under that name. */
function roleOf(cookie: string, field: string): string | undefined {
  const value = random.base62(43);
  const fetched = { type: 'fetch', topUrl: `${SITE}/` } as const;
  const analysis = new Analysis();
  for (const one of [
    exchange({ url: `${SITE}/` }),
    exchange({
      url: `${SITE}/oauth2/token`,
      method: 'POST',
      ...fetched,
      requestBody: readBody('application/x-www-form-urlencoded', 'grant_type=client_credentials'),
      responseBody: readBody('application/json', JSON.stringify({ [field]: value })),
    }),
    exchange({ url: `${SITE}/boots`, sends: { cookie: `${cookie}=${value}` } }),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find(({ kind }) => kind === 'cookie')?.role;
}

describe('what renews tokens', () => {
  it.each(['cc-nx-g_RefArch', 'rt', 'ref', 'uid', 'x'])('does in the cookie %s', (cookie) => {
    expect(roleOf(cookie, 'refresh_token')).toBe('refresh-token');
    expect(roleOf(cookie, 'refreshToken')).toBe('refresh-token');
  });

  it('is no visitor’s number that an answer told', () => {
    expect(roleOf('ref', 'visitor')).toBe('tracking');
  });
});
