import { memo } from '../memo.js';
import type { Format } from '../model.js';
import { LIMITS } from '../settings.js';
import { proofOf, readFormat } from './formats.js';
import { decodeJws } from './jws.js';
import { unwrapPlain } from './unwrap.js';

export { percentDecode } from './unwrap.js';

/** Format of a value, by structure before prefix; `issuer` names the framework or the service. */
export const formatOf = memo((value: string): { format: Format; issuer?: string } =>
  value.length > LIMITS.token ? { format: 'opaque' } : readFormat(unwrapPlain(value)),
);

/** True for a JWT that proves possession of a key for one request: seen in passing, never a credential. */
export function isProof(token: string): boolean {
  return proofOf(decodeJws(token)?.header.typ) !== undefined;
}
