import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../src/engine/pipeline/analyze.js';
import { b64u } from '../../support/base64.js';
import { exchange } from '../../support/exchange.js';
import { anyJwe, anyJwt } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';

const SITE = 'https://parts.test';
const random = new Seeded('given parts');

/** What is known of the cookies of one answer, before anything was sent. */
function given(lines: readonly string[]) {
  const analysis = new Analysis();
  const flags = '; Path=/; HttpOnly; Secure; SameSite=Lax';
  const set = lines.map((line) => line + flags);
  analysis.addExchange(exchange({ url: `${SITE}/in`, gets: { 'set-cookie': set } }));
  return analysis.credentials();
}

const cut = (name: string, value: string) =>
  [value.slice(0, 90), value.slice(90)].map((part, n) => `${name}.${n}=${part}`);

describe('a value that an answer cut over several cookies', () => {
  it.each([
    ['a JWT', anyJwt(random), 'jwt'],
    ['a JWE', anyJwe(random), 'jwe'],
    [
      'JSON in base64 that holds a JWT (Supabase)',
      `base64-${b64u(JSON.stringify({ access_token: anyJwt(random) }))}`,
      'jwt',
    ],
  ])('is known by the whole before it is sent: %s', (_, value, format) => {
    const found = given(cut('app-auth', value)).map((one) => one.format);
    expect(found).toEqual([format, format]);
  });

  it.each([
    ['a part is missing', cut('app-auth', anyJwt(random)).slice(0, 1)],
    ['a part is deleted', cut('app-auth', anyJwt(random)).with(1, 'app-auth.1=; Max-Age=0')],
    ['they only count', [`exp.0=${random.base62(30)}`, `exp.1=${random.base62(30)}`]],
  ])('is none where %s', (_, lines) => {
    expect(given(lines).map((one) => one.format)).not.toContain('jwt');
  });
});

it('a cookie that another of the answer signs is signed before it is sent (Keygrip)', () => {
  const [signed, signature] = given([
    `app=${b64u(JSON.stringify({ seen: 1 }))}`,
    `app.sig=${random.bytes(20).toString('base64url')}`,
  ]);
  expect(signature?.signs).toBe(signed?.id);
});
