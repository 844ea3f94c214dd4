import {
  base64url,
  CompactSign,
  importJWK,
  importPKCS8,
  type JWK,
  type JWSHeaderParameters,
} from 'jose';
import { isJwk, jsonOf, KeyError, whyOf, type WhyNot } from './verify-with-key.js';

export type Signing = { token: string } | { why: WhyNot };

/** What is signed, and with what. */
export interface ToSign {
  /** JSON objects as text. */
  header: string;
  claims: string;
  pasted: string;
  /** The secret is written in base64. */
  isBase64: boolean;
}

/**
 * Signs claims (RFC 7515 §5.1) with what a person pasted: a secret, a private JWK or a private key
 * in PEM. The header says how.
 */
export async function signWithKey({ header, claims, pasted, isBase64 }: ToSign): Promise<Signing> {
  try {
    const parameters = JSON.parse(header) as JWSHeaderParameters;
    const alg = parameters.alg ?? '';
    if (alg === '' || alg.toLowerCase() === 'none') throw new KeyError('algorithm');
    const key = await signingKey(pasted, alg, isBase64);
    const signed = new CompactSign(new TextEncoder().encode(claims));
    return { token: await signed.setProtectedHeader({ ...parameters, alg }).sign(key) };
  } catch (error) {
    return { why: whyOf(error) };
  }
}

async function signingKey(pasted: string, alg: string, isBase64: boolean) {
  const plain = pasted.trim().replaceAll('\\n', '\n');
  const jwk = jsonOf(plain);
  if (jwk && !isJwk(jwk)) throw new KeyError('unreadable');
  if (jwk) return importJWK(withoutRestrictions(jwk), alg);
  if (alg.startsWith('HS'))
    return isBase64 ? base64url.decode(pasted.trim()) : new TextEncoder().encode(pasted.trim());
  if (!plain.includes('-----BEGIN PRIVATE KEY-----')) throw new KeyError('unreadable');
  return importPKCS8(plain, alg);
}

/** RFC 7517 §4.2: what its owner permits is no matter here. */
function withoutRestrictions(jwk: JWK): JWK {
  const { use: _use, key_ops: _operations, alg: _alg, ...key } = jwk;
  return key;
}
