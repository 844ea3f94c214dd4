import type { Credential, Severity } from '../model.js';
import { reaches } from '../severity.js';

/** Below this little but its name says what a credential is. */
const BY_MORE_THAN_ITS_NAME = 0.5;

/** True where little but its name says what a credential is. */
export function restsOnItsName({ confidence }: Credential): boolean {
  return confidence < BY_MORE_THAN_ITS_NAME;
}

/** A severity that no name alone can carry: at most low where little else says what a credential is. */
export function asSureAs(credential: Credential, severity: Severity): Severity {
  return restsOnItsName(credential) && reaches(severity, 'low') ? 'low' : severity;
}
