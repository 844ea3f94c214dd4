import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeBase64 } from '../../base64.js';
import { hashOf } from '../../values/hash.js';

const HEX = /^[0-9a-f]{64}$/i;
/** SHA-256 in base64 or base64url (RFC 4648 §4, §5). */
const BASE64 = /^[\w+/-]{43}=?$/;

/**
 * True for a segment of a path that names this credential: by its value, or by the digest under
 * which a server that keeps none of the values finds it.
 */
export function isNameOf(segment: string, value: string): boolean {
  if (segment === value) return true;
  const digest = digestIn(segment);
  return digest !== undefined && digest === hashOf(value);
}

function digestIn(segment: string): string | undefined {
  if (HEX.test(segment)) return segment.toLowerCase();
  const bytes = BASE64.test(segment) ? decodeBase64(segment) : undefined;
  return bytes && bytesToHex(bytes);
}
