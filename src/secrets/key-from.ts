import { decodeBase64 } from '../engine/base64.js';
import type { Hash, KeyFrom } from '../engine/values/signatures/signature.js';

type Bytes = Uint8Array<ArrayBuffer>;
/** Makes the key of an HMAC from a secret. */
type KeyMaker = (secret: string) => Promise<CryptoKey>;

const encoder = new TextEncoder();

/** How a scheme makes its key, for an HMAC of this hash. */
export function keyMaker(from: KeyFrom, hash: Hash): KeyMaker {
  const material = materialOf(from, hash);
  return async (secret) => hmacKey(await material(secret), hash);
}

function materialOf(from: KeyFrom, hash: Hash): (secret: string) => Bytes | Promise<Bytes> {
  switch (from.kind) {
    case 'secret':
      return (secret) => encoder.encode(secret);
    case 'base64-secret':
      return behindBase64;
    case 'digest':
      return async (secret) =>
        new Uint8Array(await crypto.subtle.digest(hash, encoder.encode(from.before + secret)));
    case 'hmac':
      return async (secret) => {
        const key = await hmacKey(encoder.encode(secret), hash);
        return new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(from.text)));
      };
    case 'pbkdf2':
      return (secret) => stretched(secret, from);
  }
}

/**
 * RFC 2104 §2: a short key is filled with zeros, so that one zero is the empty key, which WebCrypto
 * refuses.
 */
function hmacKey(bytes: Bytes, hash: Hash): Promise<CryptoKey> {
  const key = bytes.length === 0 ? new Uint8Array(1) : bytes;
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign', 'verify']);
}

/** Laravel's `APP_KEY`. */
function behindBase64(secret: string): Bytes {
  const decoded = secret.startsWith('base64:') ? decodeBase64(secret.slice(7)) : undefined;
  return decoded ? new Uint8Array(decoded) : encoder.encode(secret);
}

async function stretched(
  secret: string,
  { hash, salt, iterations, bytes }: KeyFrom & { kind: 'pbkdf2' },
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const how = { name: 'PBKDF2', hash, salt: encoder.encode(salt), iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, bytes * 8));
}
