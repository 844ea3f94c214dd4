import type { Credential, Severity } from '../model.js';
import { reaches } from '../severity.js';

/** Below this little but its name says what a credential is. */
const BY_MORE_THAN_ITS_NAME = 0.5;

/** True where little but its name says what a credential is. */
export function restsOnItsName({ confidence }: Credential): boolean {
  return confidence < BY_MORE_THAN_ITS_NAME;
}

/**
 * A severity that no name alone can carry: at most low where little else says what a credential is;
 * medium where what is wrong stands in the value itself, and only what it is for is unclear.
 */
export function asSureAs(credential: Credential, severity: Severity, byValue = false): Severity {
  const most = byValue ? 'medium' : 'low';
  return restsOnItsName(credential) && reaches(severity, most) ? most : severity;
}
