import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { describe, expect, it } from 'vitest';
import { signWithKey } from '../../../src/ui/jwt/sign-with-key.js';
import { verifyWithKey } from '../../../src/ui/jwt/verify-with-key.js';
import { b64, b64u } from '../../support/base64.js';

const SECRET = 'a secret of a fair length, for tests';
const claims = '{"sub":"ada","n":12345678901234567890}';
const sign = (alg: string, pasted: string, isBase64 = false) =>
  signWithKey({ header: JSON.stringify({ alg, kid: 'k1' }), claims, pasted, isBase64 });

async function tokenOf(signing: ReturnType<typeof signWithKey>): Promise<string> {
  const done = await signing;
  if ('why' in done) throw new Error(done.why);
  return done.token;
}

describe('signing', () => {
  it.each(['HS256', 'HS384', 'HS512'])('with a secret (%s)', async (alg) => {
    const token = await tokenOf(sign(alg, `${SECRET}\n`));
    expect(token.split('.')[1]).toBe(b64u(claims));
    expect(await verifyWithKey(token, SECRET)).toEqual({ outcome: 'verified' });
  });

  it('with a secret that is written in base64', async () => {
    const token = await tokenOf(sign('HS256', b64(SECRET), true));
    expect(await verifyWithKey(token, SECRET)).toEqual({ outcome: 'verified' });
  });

  it.each(['RS256', 'PS384', 'ES256', 'EdDSA'])('with a private key (%s)', async (alg) => {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), use: 'sig', key_ops: ['verify'] };
    for (const pasted of [await exportPKCS8(privateKey), JSON.stringify(jwk)]) {
      const token = await tokenOf(sign(alg, pasted));
      expect(await verifyWithKey(token, await exportSPKI(publicKey))).toEqual({
        outcome: 'verified',
      });
    }
  });

  it.each([
    ['an unsecured token', 'none', SECRET, 'algorithm'],
    ['an algorithm that nobody knows', 'XX1', SECRET, 'unreadable'],
    ['a secret for a key', 'RS256', SECRET, 'unreadable'],
    ['JSON that is no key', 'ES256', '{"a":1}', 'unreadable'],
  ])('is not done for %s', async (_, alg, pasted, why) => {
    expect(await sign(alg, pasted)).toEqual({ why });
  });

  it('is not done with a public key', async () => {
    const { publicKey } = await generateKeyPair('ES256', { extractable: true });
    expect(await sign('ES256', JSON.stringify(await exportJWK(publicKey)))).toHaveProperty('why');
    expect(await sign('ES256', await exportSPKI(publicKey))).toEqual({ why: 'unreadable' });
  });
});
