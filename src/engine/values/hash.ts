import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { memo } from '../memo.js';

/** SHA-256 of a value as hex: it tells one value from another, and gives neither away. */
export const hashOf = memo((value: string): string => bytesToHex(sha256(utf8ToBytes(value))));

/** SHA-256 of an ASCII text in base64url, without padding: PKCE's S256 (RFC 7636 §4.2). */
export function s256(text: string): string {
  const bytes = sha256(utf8ToBytes(text));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
