import type { Credential, Severity } from '../model.js';
import { compareSeverity } from '../severity.js';

/** Below this, what a credential is rests on its name alone. */
const SEEN_TO_BE = 0.5;

/** A severity, at most low where nothing but a name says that the credential is what it is taken for. */
export function lowByNameAlone(
  severity: Severity,
  { confidence }: Pick<Credential, 'confidence'>,
): Severity {
  return confidence < SEEN_TO_BE && compareSeverity(severity, 'low') < 0 ? 'low' : severity;
}
