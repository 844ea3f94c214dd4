import type { Credential } from '../model.js';
import { isUnknown } from './cue.js';

/** Key of the evidence that an id stays for very long, which those of many a login do. */
export const LONG_LIVED = 'evidence_long_lived_id';

/** True where nothing points to a role, or nothing but how long it stays. */
export function isOpen({ evidence }: Pick<Credential, 'evidence'>): boolean {
  const [first, ...others] = evidence;
  return isUnknown({ evidence }) || (first?.key === LONG_LIVED && others.length === 0);
}
