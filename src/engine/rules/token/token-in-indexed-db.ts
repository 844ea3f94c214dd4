import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { severityOnDisk } from './kept-on-disk.js';
import { loginStoredIn } from './stored.js';

export const tokenInIndexedDb: CredentialRule = {
  id: 'token-in-indexed-db',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: severityOnDisk,
  grading:
    'High; medium for an ID token and for an access token that is known to live no longer than ' +
    'an hour. Low where nothing but a name says what it is.',
  title: 'A token is kept in IndexedDB',
  why:
    'Every script on the origin can open its IndexedDB, so one injected script or one ' +
    'compromised library carries the login away. It stays on disk, unencrypted, until ' +
    'something deletes it.',
  fix:
    'Keep access tokens in memory and, over https, what renews them in a cookie that scripts ' +
    'cannot read:\n\n' +
    '    let accessToken;   // a module variable, filled by POST /token/refresh\n' +
    '    Set-Cookie: __Host-refresh=<value>; HttpOnly; Secure; SameSite=Strict; Path=/\n\n' +
    'A library that chose IndexedDB by itself can often be told otherwise; with Firebase, make a ' +
    'session cookie from the ID token:\n\n' +
    '    await setPersistence(auth, inMemoryPersistence);   // in the page\n' +
    '    await getAuth().createSessionCookie(idToken, { expiresIn });   // at the server',
  breaks:
    'A reload loses the memory, so renew at start. Service workers that read the token from ' +
    'IndexedDB need another way to it. As soon as a cookie logs users in, CSRF has to be stopped ' +
    '(SameSite, token, Origin check).',
  references: ['CWE-922', 'OWASP ASVS 5.0 V3.3.4', 'OWASP ASVS 5.0 V10.1.1', 'RFC 10017 §8'],
  yieldsTo: ['refresh-token-readable', 'token-duplicated'],
  check: (credential, known) => loginStoredIn('indexedDB', credential, known),
};
