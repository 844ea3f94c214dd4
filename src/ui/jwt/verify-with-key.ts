import {
  base64url,
  compactVerify,
  type CryptoKey,
  decodeProtectedHeader,
  errors,
  exportJWK,
  importJWK,
  importPKCS8,
  importSPKI,
  importX509,
  type JWK,
} from 'jose';

/** Why nothing can be said of a signature. */
export type WhyNot = 'algorithm' | 'unreadable' | 'wrong-kind' | 'short-key' | 'gone';

export type Verification =
  | { outcome: 'verified' | 'not-verified' }
  | { outcome: 'cannot'; why: WhyNot };

type Key = CryptoKey | Uint8Array;

/** A key that a person pasted cannot be used, for a reason that can be told. */
export class KeyError extends Error {
  constructor(readonly why: WhyNot) {
    super(why);
  }
}

/**
 * Verifies a JWS (RFC 7515 §5.2) with what a person pasted: a secret, as it is or in base64; a JWK
 * or a set of them; a key or a certificate in PEM. Claims are not looked at.
 */
export async function verifyWithKey(jws: string, pasted: string): Promise<Verification> {
  try {
    const { alg = '', kid } = decodeProtectedHeader(jws);
    const keys = await keysIn(pasted, alg, kid);
    const outcomes = await Promise.all(keys.map((key) => isSignedWith(jws, key, alg)));
    return { outcome: outcomes.includes(true) ? 'verified' : 'not-verified' };
  } catch (error) {
    return { outcome: 'cannot', why: whyOf(error) };
  }
}

async function isSignedWith(jws: string, key: Key, alg: string): Promise<boolean> {
  try {
    await compactVerify(jws, key, { algorithms: [alg] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
}

function keysIn(pasted: string, alg: string, kid: string | undefined): Promise<Key[]> {
  const plain = pasted.trim().replaceAll('\\n', '\n');
  const json = jsonOf(plain);
  if (json) return keysOfSet(json, alg, kid);
  if (alg.startsWith('HS')) return Promise.resolve(secretsIn(pasted));
  return keyOfPem(plain, alg).then((key) => [key]);
}

/**
 * A secret as it was pasted, without the white space around it, and as the base64 that it may be.
 */
function secretsIn(pasted: string): Uint8Array[] {
  const encoder = new TextEncoder();
  const plain = pasted.trim();
  const secrets = [encoder.encode(pasted), encoder.encode(plain), ...decoded(plain)];
  return secrets.filter(({ length }) => length > 0);
}

function decoded(base64: string): Uint8Array[] {
  try {
    return [base64url.decode(base64)];
  } catch {
    return [];
  }
}

/** RFC 7517 §5: of a set, the keys of that id; all of them where none has it. */
async function keysOfSet(json: object, alg: string, kid: string | undefined): Promise<Key[]> {
  const all = Array.isArray(json) ? json : 'keys' in json ? json.keys : [json];
  if (!Array.isArray(all)) throw new KeyError('unreadable');
  const jwks = all.filter(isJwk);
  const named = jwks.filter((jwk) => kid !== undefined && jwk.kid === kid);
  const read = await Promise.allSettled(
    (named.length > 0 ? named : jwks).map((jwk) => importJWK(publicPart(jwk), alg)),
  );
  const keys = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const [failed] = read.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  // Those of other kinds are in the set for other tokens.
  const fitting = keys.filter((key) => key instanceof Uint8Array === alg.startsWith('HS'));
  if (fitting.length > 0) return fitting;
  throw keys.length > 0 ? new KeyError('wrong-kind') : (failed ?? new KeyError('unreadable'));
}

async function keyOfPem(pem: string, alg: string): Promise<CryptoKey> {
  if (pem.includes('-----BEGIN CERTIFICATE-----')) return importX509(pem, alg);
  if (pem.includes('-----BEGIN PUBLIC KEY-----')) return importSPKI(pem, alg);
  if (!pem.includes('-----BEGIN PRIVATE KEY-----')) throw new KeyError('unreadable');
  const jwk = await exportJWK(await importPKCS8(pem, alg, { extractable: true }));
  return (await importJWK(publicPart(jwk), alg)) as CryptoKey;
}

/**
 * RFC 7518 §6: what only whoever signs has. Verifying needs none of it, and no restriction of use.
 */
const PRIVATE = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'priv', 'use', 'key_ops', 'alg']);

function publicPart(jwk: JWK): JWK {
  return Object.fromEntries(Object.entries(jwk).filter(([name]) => !PRIVATE.has(name))) as JWK;
}

/** Pasted JSON that is a key (RFC 7517 §4.1). */
export function isJwk(value: unknown): value is JWK {
  return typeof value === 'object' && value !== null && 'kty' in value;
}

/** Pasted JSON; undefined where it is none. */
export function jsonOf(text: string): object | undefined {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as object;
  } catch {
    return undefined;
  }
}

/** Why a key could not be used. */
export function whyOf(error: unknown): WhyNot {
  if (error instanceof KeyError) return error.why;
  if (error instanceof errors.JOSENotSupported) return 'algorithm';
  if (!(error instanceof TypeError)) return 'unreadable';
  if (error.message.includes('modulusLength')) return 'short-key';
  return error.message.includes('key') ? 'wrong-kind' : 'unreadable';
}
