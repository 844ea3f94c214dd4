import { CompactSign, exportJWK, exportPKCS8, exportSPKI, generateKeyPair, type JWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { verifyWithKey } from '../../../src/ui/jwt/verify-with-key.js';
import { b64, b64u } from '../../support/base64.js';
import { jwsOf, jwtOf } from '../../support/jose.js';

const ASYMMETRIC = ['RS256', 'PS384', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
const SECRET = 'a secret of a fair length, for tests';

const verified = { outcome: 'verified' };
const notVerified = { outcome: 'not-verified' };
const cannot = (why: string) => ({ outcome: 'cannot', why });

async function signedWith(alg: string) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jws = await new CompactSign(new TextEncoder().encode('{"sub":"ada"}'))
    .setProtectedHeader({ alg, kid: 'k1' })
    .sign(privateKey);
  return { jws, publicKey, privateKey };
}

describe.each(ASYMMETRIC)('%s', (alg) => {
  it('is verified with the key as PEM, JWK or JWKS, public or private', async () => {
    const { jws, publicKey, privateKey } = await signedWith(alg);
    const jwk = await exportJWK(publicKey);
    const pasted = [
      await exportSPKI(publicKey),
      `\n  ${(await exportSPKI(publicKey)).replaceAll('\n', '\\n')}`,
      await exportPKCS8(privateKey),
      JSON.stringify(jwk),
      JSON.stringify({ ...jwk, alg: 'other', use: 'enc' }),
      JSON.stringify(await exportJWK(privateKey)),
      JSON.stringify({ keys: [{ kty: 'oct', k: 'AAAA' }, jwk] }),
      JSON.stringify([jwk]),
    ];
    const outcomes = await Promise.all(pasted.map((key) => verifyWithKey(jws, key)));
    expect(outcomes).toEqual(pasted.map(() => verified));
  });

  it('is not verified with another key, nor once it was changed', async () => {
    const { jws, publicKey } = await signedWith(alg);
    const other = await signedWith(alg);
    expect(await verifyWithKey(jws, await exportSPKI(other.publicKey))).toEqual(notVerified);
    const [head, , signature] = jws.split('.');
    const changed = [head, b64u('{"sub":"eve"}'), signature].join('.');
    expect(await verifyWithKey(changed, await exportSPKI(publicKey))).toEqual(notVerified);
  });
});

describe('a set of keys', () => {
  it('is asked by kid, and as a whole where none has it', async () => {
    const { jws, publicKey } = await signedWith('ES256');
    const other = await exportJWK((await signedWith('ES256')).publicKey);
    const jwk = await exportJWK(publicKey);
    const set = (...keys: JWK[]) => verifyWithKey(jws, JSON.stringify({ keys }));
    expect(await set({ ...other, kid: 'k0' }, { ...jwk, kid: 'k1' })).toEqual(verified);
    expect(await set({ ...other, kid: 'k1' }, { ...jwk, kid: 'k2' })).toEqual(notVerified);
    expect(await set({ ...other, kid: 'k2' }, { ...jwk, kid: 'k3' })).toEqual(verified);
  });
});

describe('a secret', () => {
  const token = jwsOf('{"alg":"HS256"}', '{"sub":"ada"}', SECRET);

  it.each([
    ['as it is', SECRET],
    ['with white space around it', `  ${SECRET}\n`],
    ['in base64', b64(SECRET)],
    ['in base64url', b64u(SECRET)],
    ['as a JWK', JSON.stringify({ kty: 'oct', k: b64u(SECRET) })],
    ['in a JWKS', JSON.stringify({ keys: [{ kty: 'oct', k: b64u(SECRET) }] })],
  ])('verifies %s', async (_, pasted) => {
    expect(await verifyWithKey(token, pasted)).toEqual(verified);
  });

  it('verifies where it is short, or is the PEM of a key that is public', async () => {
    expect(await verifyWithKey(jwsOf('{"alg":"HS256"}', '{}', 'x'), 'x')).toEqual(verified);
    const pem = await exportSPKI((await signedWith('ES256')).publicKey);
    expect(await verifyWithKey(jwsOf('{"alg":"HS256"}', '{}', pem), pem)).toEqual(verified);
  });

  it('does not verify where it is another one', async () => {
    expect(await verifyWithKey(token, 'another')).toEqual(notVerified);
  });
});

describe('what cannot be said', () => {
  it.each([
    [
      'an algorithm that is not supported',
      jwtOf({}, { alg: 'XY999' }),
      '{"kty":"EC"}',
      'algorithm',
    ],
    ['no key at all', jwtOf({}, { alg: 'RS256' }), 'abc', 'unreadable'],
    [
      'a PEM of another form',
      jwtOf({}, { alg: 'RS256' }),
      '-----BEGIN RSA PUBLIC KEY-----',
      'unreadable',
    ],
    ['JSON that holds no key', jwtOf({}, { alg: 'RS256' }), '{"keys":[]}', 'unreadable'],
    ['JSON with something else for keys', jwtOf({}, { alg: 'RS256' }), '{"keys":1}', 'unreadable'],
    [
      'a secret for a key pair',
      jwtOf({}, { alg: 'RS256' }),
      '{"kty":"oct","k":"AAAA"}',
      'wrong-kind',
    ],
    ['no token', 'a.b', 'secret', 'unreadable'],
  ])('%s', async (_, jws, pasted, why) => {
    expect(await verifyWithKey(jws, pasted)).toEqual(cannot(why));
  });

  it('a key of another kind', async () => {
    const { jws } = await signedWith('RS256');
    const pem = await exportSPKI((await signedWith('ES256')).publicKey);
    const jwk = JSON.stringify(await exportJWK((await signedWith('ES256')).publicKey));
    expect((await verifyWithKey(jws, pem)).outcome).toBe('cannot');
    expect((await verifyWithKey(jws, jwk)).outcome).toBe('cannot');
  });

  it('an RSA key that is too short', async () => {
    const { publicKey } = await crypto.subtle.generateKey(
      {
        name: 'RSASSA-PKCS1-v1_5',
        modulusLength: 1024,
        publicExponent: new Uint8Array([1, 0, 1]),
        hash: 'SHA-256',
      },
      true,
      ['sign', 'verify'],
    );
    const pem = await exportSPKI(publicKey);
    const { jws } = await signedWith('RS256');
    expect(await verifyWithKey(jws, pem)).toEqual(cannot('short-key'));
  });
});
