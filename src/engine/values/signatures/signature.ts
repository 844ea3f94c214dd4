import { hexOf } from '../bytes.js';

/** What WebCrypto calls the hash functions of HMAC (FIPS 198-1). */
export type Hash = 'SHA-1' | 'SHA-256' | 'SHA-384' | 'SHA-512';

/** How a framework makes the key of its HMAC from the secret that it was given. */
export type KeyFrom =
  | { readonly kind: 'secret' }
  /** Laravel: the bytes behind `base64:`, else the secret itself. */
  | { readonly kind: 'base64-secret' }
  /** HMAC of a text under the secret. */
  | { readonly kind: 'hmac'; readonly text: string }
  /** Hash of a text and the secret behind it. */
  | { readonly kind: 'digest'; readonly before: string }
  | {
      readonly kind: 'pbkdf2';
      readonly hash: Hash;
      readonly salt: string;
      readonly iterations: number;
      readonly bytes: number;
    };

/**
 * What is signed, and how: all that is needed to say of a secret whether it is the one. Plain data.
 */
export interface Signature {
  /** `HS256`, or the framework. */
  readonly scheme: string;
  readonly hash: Hash;
  /** What the signature is of, in UTF-8. */
  readonly text: string;
  /** The signature itself, in hex. */
  readonly mac: string;
  /** The ways in which this scheme makes its key: which one it was, the value does not say. */
  readonly keys: readonly KeyFrom[];
}

/** The secret is the key. */
export const PLAIN: readonly KeyFrom[] = [{ kind: 'secret' }];

/** Bytes of each hash, which is the length of an HMAC made with it. */
const HASHES: ReadonlyMap<number, Hash> = new Map([
  [20, 'SHA-1'],
  [32, 'SHA-256'],
  [48, 'SHA-384'],
  [64, 'SHA-512'],
]);

/**
 * A signature from its bytes, whose number tells the hash; undefined where there is no such hash.
 */
export function signature(
  scheme: string,
  text: string,
  mac: Uint8Array | undefined,
  keys = PLAIN,
): Signature | undefined {
  const hash = mac && HASHES.get(mac.length);
  return hash && { scheme, hash, text, mac: hexOf(mac), keys };
}

/** Bytes of hexadecimal digits; undefined for anything else. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> | undefined {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) return undefined;
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
