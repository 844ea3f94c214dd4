import type { Credential, Severity } from '../model.js';
import { compareSeverity } from '../severity.js';

/** Below this, what a credential is rests on its name alone. */
const SEEN_TO_BE = 0.5;

/** Nothing but a name says that a credential is what it is taken for. */
export function byNameAlone({ confidence }: Pick<Credential, 'confidence'>): boolean {
  return confidence < SEEN_TO_BE;
}

/** A severity, at most low where nothing but a name speaks. */
export function lowByNameAlone(
  severity: Severity,
  credential: Pick<Credential, 'confidence'>,
): Severity {
  return byNameAlone(credential) && compareSeverity(severity, 'low') < 0 ? 'low' : severity;
}
