import type { Known } from '../../known.js';
import type { Credential, Severity, StorageArea } from '../../model.js';
import { isStorageSeenOf } from '../storage-seen.js';
import type { Check, CredentialRule } from '../rule.js';
import { isOfGuests } from './for-guests.js';
import { isSenderConstrained } from './sender-constrained.js';
import { storedIn } from './stored.js';

const AREAS: readonly StorageArea[] = ['localStorage', 'indexedDB', 'sessionStorage'];

export const refreshTokenReadable: CredentialRule = {
  id: 'refresh-token-readable',
  subject: 'credential',
  // As strong: it gives sessions for months. What renews a login from a cookie is the cookie rules'
  // matter.
  applies: { roles: ['refresh-token', 'remember-me'] },
  severity: byPlace,
  grading:
    'High; medium in sessionStorage alone, which ends with the tab; low where the token works ' +
    'only together with a key of this browser (DPoP), and where nothing but a name ' +
    'says what it is.',
  title: 'Scripts can read what renews the login',
  why:
    'A refresh token gives new access tokens for as long as it lasts, often for weeks, without a ' +
    'password. One injected script or one compromised library reads it from web storage or ' +
    'IndexedDB, and whoever has it stays logged in as the user, from anywhere, also after the ' +
    'page is closed.',
  fix:
    'Over https, keep it where scripts cannot read it, and send it to one address only:\n\n' +
    '    Set-Cookie: __Secure-refresh=<value>; HttpOnly; Secure; SameSite=Strict; ' +
    'Path=/token/refresh; Max-Age=1209600\n\n' +
    'Better still, let a backend-for-frontend hold all tokens and give the browser a session ' +
    'cookie. If it must stay with the script, bind it to a key that cannot leave the browser ' +
    '(DPoP), rotate it at each use, and delete what is already stored.',
  breaks:
    'The page can no longer add the token to a request itself: POST /token/refresh with ' +
    'credentials does. Of an authorization server on another site, the cookie is one of third ' +
    'parties, which browsers block: there a backend-for-frontend is the way. Everybody ' +
    'logs in once more.',
  references: [
    'CWE-922',
    'OWASP ASVS 5.0 V3.3.4',
    'OWASP ASVS 5.0 V10.1.1',
    'RFC 9700 §4.14.2',
    'RFC 10017 §8',
  ],
  strength: 'What renews the login lies in no place that scripts can read.',
  check(credential, known) {
    if (isOfGuests(credential, known)) return 'does-not-apply';
    const found = AREAS.flatMap((area) => storedIn(area, credential, known));
    return found.length > 0 ? found : whereNotStored(credential, known);
  },
};

/**
 * A body is how a token comes; what a script then keeps in memory alone is as good as scripts can
 * do, where somebody looked. A cookie is hidden from scripts by HttpOnly alone.
 */
function whereNotStored(credential: Credential, known: Known): Check {
  const { kind, attributes } = credential;
  if (kind !== 'cookie') return isStorageSeenOf(credential, known) ? [] : 'unknown';
  if (attributes?.httpOnly === undefined) return 'unknown';
  return attributes.httpOnly ? [] : 'does-not-apply';
}

function byPlace(credential: Credential, known: Known): Severity {
  if (isSenderConstrained(credential, known)) return 'low';
  const onDisk = credential.sightings.some(
    ({ carrier, direction }) =>
      direction === 'stored' && (carrier === 'localStorage' || carrier === 'indexedDB'),
  );
  return onDisk ? 'high' : 'medium';
}
