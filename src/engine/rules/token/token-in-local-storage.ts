import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { severityOnDisk } from './kept-on-disk.js';
import { loginStoredIn } from './stored.js';

export const tokenInLocalStorage: CredentialRule = {
  id: 'token-in-local-storage',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: severityOnDisk,
  grading:
    'High; medium for an ID token and for an access token that is known to live no longer than ' +
    'an hour. Low where nothing but a name says what it is.',
  title: 'A token is kept in localStorage',
  why:
    'Every script on the origin can read localStorage, so one injected script or one compromised ' +
    'library carries the login away, to be used from anywhere. It also stays there when the ' +
    'browser is closed, on disk and unencrypted, until something deletes it.',
  fix:
    'Keep access tokens in memory and, over https, what renews them in a cookie that scripts ' +
    'cannot read:\n\n' +
    '    let accessToken;   // a module variable, filled by POST /token/refresh\n' +
    '    Set-Cookie: __Host-refresh=<value>; HttpOnly; Secure; SameSite=Strict; Path=/\n\n' +
    'Or let a backend-for-frontend hold all tokens and give the browser only a session cookie. ' +
    "Delete what is already stored: localStorage.removeItem('<key>').",
  breaks:
    'A reload loses the memory, so renew at start. New tabs renew on their own. As soon as a ' +
    'cookie logs users in, CSRF has to be stopped (SameSite, token, Origin check); an API on ' +
    'another site needs CORS with credentials.',
  references: ['CWE-922', 'OWASP ASVS 5.0 V3.3.4', 'OWASP ASVS 5.0 V10.1.1', 'RFC 10017 §8'],
  yieldsTo: ['refresh-token-readable', 'token-duplicated'],
  check: (credential, known) => loginStoredIn('localStorage', credential, known),
};
