import type { Credential, Millis } from '../../model.js';
import { SECOND } from '../../values/span.js';

/** A NumericDate claim (RFC 7519 §2); undefined where absent or not a finite number. */
export function timeClaim({ jwt }: Credential, name: 'exp' | 'iat'): Millis | undefined {
  const seconds = jwt?.claims[name];
  return typeof seconds === 'number' && Number.isFinite(seconds) ? seconds * SECOND : undefined;
}
