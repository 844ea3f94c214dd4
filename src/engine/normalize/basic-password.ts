import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * HTTP Basic sends name and password with every request (RFC 7617 §2). A password is never kept, not
 * even in memory: what is kept in its place is a hash, which tells one pair from another and no more.
 * Other headers and schemes come back unchanged.
 */
export function withoutBasicPassword(name: string, value: string): string {
  if (!/^(?:proxy-)?authorization$/i.test(name)) return value;
  const scheme = /^basic +/i.exec(value)?.[0];
  return scheme === undefined
    ? value
    : `Basic ${bytesToHex(sha256(utf8ToBytes(value.slice(scheme.length)))).slice(0, 32)}`;
}
