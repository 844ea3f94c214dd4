import { decodeBase64Text } from '../../base64.js';
import { looksRandom } from '../ids/entropy.js';
import { knownIssuerOf } from './known-prefix.js';

/**
 * True for the pair of HTTP Basic that is a key and no name and password: services take the key of
 * a project as the name, and no password behind it (RFC 7617 §2 allows an empty one).
 */
export function isBasicKey(pair: string): boolean {
  const [, key] = /^([^:]+):$/.exec(decodeBase64Text(pair) ?? '') ?? [];
  return key !== undefined && (looksRandom(key) || knownIssuerOf(key) !== undefined);
}
