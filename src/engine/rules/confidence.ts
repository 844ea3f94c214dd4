import type { Credential, Severity } from '../model.js';
import { reaches } from '../severity.js';

/** What the name of a token, a cookie or a field is worth at one place: up to this, little else says what it is. */
const NAME_AT_ONE_PLACE = 0.5;

/** True where little but its name says what a credential is. */
export function restsOnItsName({ confidence }: Credential): boolean {
  return confidence <= NAME_AT_ONE_PLACE;
}

/**
 * A severity that no name alone can carry: at most low where little else says what a credential is;
 * medium where what is wrong stands in the value itself, and only what it is for is unclear.
 */
export function asSureAs(credential: Credential, severity: Severity, byValue = false): Severity {
  const most = byValue ? 'medium' : 'low';
  return restsOnItsName(credential) && reaches(severity, most) ? most : severity;
}
