import type { Credential } from '../model.js';
import { isUnknown } from './cue.js';

/** Key of the evidence that an id stays for very long, which those of many a login do. */
export const LONG_LIVED = 'evidence_long_lived_id';

/** Key of the evidence that it is to know for very long a browser of which nothing was known. */
export const GIVEN_TO_STRANGER = 'evidence_given_to_stranger';

/** True where nothing points to a role, or nothing but how long it stays. */
export function isOpen({ evidence }: Pick<Credential, 'evidence'>): boolean {
  const [first, ...others] = evidence;
  if (first?.key === GIVEN_TO_STRANGER || first?.key === LONG_LIVED) return others.length === 0;
  return isUnknown({ evidence });
}
