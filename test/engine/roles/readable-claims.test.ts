import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/engine/normalize/bodies/body.js';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { exchange } from '../../support/exchange.js';
import { jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://clinic.test';
const random = new Seeded('readable claims');
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const claims = { sub: 'user-42', iat: 1_700_000_000, handle: random.bytes(8).toString('hex') };

/** The role of a cookie that comes with a login, beside the session that does the work. */
function roleOf(value: string, flags = ''): string | undefined {
  const analysis = new Analysis();
  const session = `kept=${random.base62(40)}; Path=/; HttpOnly`;
  for (const one of [
    exchange({ url: `${SITE}/` }),
    exchange({
      url: `${SITE}/login`,
      method: 'POST',
      requestBody: readBody('application/json', '{"user":"ada","password":"x"}'),
      gets: { 'set-cookie': [session, `front=${encodeURIComponent(value)}; Path=/${flags}`] },
    }),
  ])
    analysis.addExchange(one);
  return analysis.credentials().find(({ name }) => name === 'front')?.role;
}

describe('claims for scripts to read are no session', () => {
  it.each([
    ['in base64', base64(claims)],
    ['beside when they end', base64({ uid: 'user-42', ate: 1_700_003_600_000, up: claims })],
    [
      'as JSON',
      JSON.stringify({ iss: 'https://id.test', exp: 1_800_000_000, jti: random.base62(22) }),
    ],
    ['for a month', base64({ user: { ...claims, exp: 1_800_000_000 } })],
  ])('%s', (_, value) => {
    expect(roleOf(value)).toBe('other');
    expect(roleOf(value, '; Max-Age=34560000')).toBe('other');
  });
});

describe('what may log in does', () => {
  it.each([
    ['claims that no script reads', base64(claims), '; HttpOnly'],
    [
      'an id with its secret',
      base64({ id: 'user-42', secret: random.bytes(32).toString('hex') }),
      '',
    ],
    ['the token itself', jwtOf({ sub: 'u1', iat: 1_700_000_000 }), ''],
    ['claims with the token among them', base64({ ...claims, raw: jwtOf(claims) }), ''],
  ])('%s', (_, value, flags) => {
    expect(roleOf(value, flags)).not.toBe('other');
  });
});
