import { memo } from '../memo.js';
import type { Format } from '../model.js';
import { LIMITS } from '../settings.js';
import { hasUnmistakableFormat, proofOf, readFormat } from './formats.js';
import { decodeJws } from './tokens/jws.js';
import { unwrapPlain } from './unwrap.js';

export { percentDecode } from './unwrap.js';

/** Format of a value, by structure before prefix; `issuer` names the framework or the service. */
export const formatOf = memo((value: string): { format: Format; issuer?: string } =>
  value.length > LIMITS.token ? { format: 'opaque' } : readFormat(unwrapPlain(value)),
);

/** The same as the format's `unmistakable`, for less where it is not: most values are not. */
export function isUnmistakable(value: string): boolean {
  return value.length <= LIMITS.token && hasUnmistakableFormat(unwrapPlain(value));
}

/**
 * True for a JWT that proves possession of a key for one request: seen in passing, never a
 * credential.
 */
export function isProof(token: string): boolean {
  return proofOf(decodeJws(token)?.header.typ) !== undefined;
}
