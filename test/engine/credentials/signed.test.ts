import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { companionsAmong, signedOf } from '../../../src/engine/credentials/signed.js';
import type { Credential } from '../../../src/engine/model.js';
import { formatOf } from '../../../src/engine/values/format.js';
import { trySecrets } from '../../../src/secrets/try-secrets.js';
import { b64u } from '../../support/base64.js';
import { cookie, credential } from '../../support/credential.js';
import { anyJwe, anyJwt, jwsOf, jwtOf } from '../../support/jose.js';
import { Seeded } from '../../support/seeded.js';
import { laravel, SIGNERS, type SignedValue } from '../../support/signed-values.js';

/** As the store would have it: a cookie, and the one that signs it. */
function told({ value, name = 'session', sig }: SignedValue): [Credential, Credential[]] {
  const signed = cookie({ id: 'c1', name, value, format: formatOf(value).format });
  const companion = cookie({ id: 'c2', name: `${name}.sig`, value: sig ?? '', signs: 'c1' });
  return [signed, sig === undefined ? [signed] : [signed, companion]];
}

function signatureOf(value: SignedValue) {
  const [signed, all] = told(value);
  return signedOf(signed, companionsAmong(all))?.signature;
}
const jwt = (value: string): Credential => credential({ value, format: 'jwt' });

describe('the signature of a framework', () => {
  it.each(Object.entries(SIGNERS))('%s: is verified with its secret alone', async (_, sign) => {
    const signature = signatureOf(sign('the secret'))!;
    const { found, tried } = await trySecrets(signature, ['', 'secret', 'the secret', 'other']);
    expect([found, tried]).toEqual(['the secret', 3]);
  });

  it('Laravel: takes the bytes behind base64:', async () => {
    const key = Buffer.alloc(32, 0xfb);
    const signature = signatureOf(laravel(key))!;
    const secrets = [key.toString('base64'), `base64:${key.toString('base64')}`];
    expect((await trySecrets(signature, secrets)).found).toBe(secrets[1]);
  });

  it('is of the value alone, so that a wrong name or another value does not fit', async () => {
    const { value, sig } = SIGNERS['cookie-session']!('the secret');
    const other = signatureOf({ value: `${value}x`, name: 'session', ...(sig && { sig }) })!;
    expect((await trySecrets(other, ['the secret'])).found).toBeNull();
  });
});

describe('the signature of a JWS', () => {
  it.each([
    ['HS256', 'sha256'],
    ['HS384', 'sha384'],
    ['HS512', 'sha512'],
  ])('%s: is verified as jose signs it', async (alg) => {
    const { SignJWT } = await import('jose');
    const token = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg })
      .sign(
        new TextEncoder().encode(
          'a secret that is long enough for any of the three hashes of them, yes',
        ),
      );
    const { signature, scheme } = signedOf(jwt(token), new Map())!;
    expect(scheme).toBe(alg);
    const secrets = ['x', 'a secret that is long enough for any of the three hashes of them, yes'];
    expect((await trySecrets(signature!, secrets)).found).toBe(secrets[1]);
  });

  it.each([
    ['in JSON', (token: string) => JSON.stringify({ token })],
    ['behind its scheme', (token: string) => `Bearer ${token}`],
    ['percent-encoded', (token: string) => encodeURIComponent(`"${token}"`)],
  ])('is found %s', async (_, wrap) => {
    const token = jwtOf({ sub: 'ada' });
    const { signature, jws } = signedOf(jwt(wrap(token)), new Map())!;
    expect(jws).toBe(token);
    expect((await trySecrets(signature!, ['a key for tests only'])).tried).toBe(1);
  });

  it.each([
    ['an empty secret', ''],
    ['one of other letters', '비밀 Ключ'],
    ['one longer than a block', 'long '.repeat(100)],
  ])('fits %s', async (_, secret) => {
    const { signature } = signedOf(jwt(jwsOf('{"alg":"HS256"}', '{"a":1}', secret)), new Map())!;
    expect((await trySecrets(signature!, ['no', secret])).found).toBe(secret);
  });

  it.each([
    ['a signature with a private key', jwtOf({ a: 1 }, { alg: 'RS256' })],
    ['one shorter than its hash', `${b64u('{"alg":"HS256"}')}.${b64u('{"a":1}')}.${b64u('short')}`],
    ['an unencoded payload (RFC 7797)', jwtOf({ a: 1 }, { alg: 'HS256', b64: false })],
  ])('is nothing to try: %s', (_, token) => {
    expect(signedOf(jwt(token), new Map())?.signature).toBeUndefined();
  });

  it.each([
    ['no signature', jwtOf({ a: 1 }).replace(/[^.]+$/, '')],
    ['a part of a token', jwtOf({ a: 1 }).slice(0, 30)],
  ])('is not known of %s', (_, token) => {
    expect(signedOf(jwt(token), new Map())).toBeUndefined();
  });
});

it('is not known of what nobody signed', () => {
  const random = new Seeded('unsigned');
  for (const value of ['', 'dark', random.base62(32), '1:2:3', 'a|b|c', 'x--y', anyJwe(random)])
    expect(signatureOf({ value })).toBeUndefined();
});

it('reads any value without an exception', () => {
  const random = new Seeded('any');
  const signs = Object.values(SIGNERS);
  const cut = fc
    .tuple(fc.constantFrom(...signs), fc.nat(300), fc.string())
    .map(([sign, at, junk]) => {
      const { value } = sign('secret');
      return value.slice(0, at) + junk + value.slice(at + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.string(), cut, fc.constant(anyJwt(random))), (value) => {
      const known = [signatureOf({ value }), signedOf(jwt(value), new Map())?.signature];
      for (const one of known) expect(one?.mac ?? '00').toMatch(/^(?:[0-9a-f]{2})+$/);
    }),
  );
});
