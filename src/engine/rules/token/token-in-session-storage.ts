import { LOGIN_ROLES } from '../../role-table.js';
import type { Credential, Severity } from '../../model.js';
import type { CredentialRule } from '../rule.js';
import { loginStoredIn } from './stored.js';

export const tokenInSessionStorage: CredentialRule = {
  id: 'token-in-session-storage',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: byRole,
  grading:
    'Medium for sessions, refresh and remember-me tokens; low for access and ID tokens, and ' +
    'where nothing but a name says what it is.',
  title: 'A token is kept in sessionStorage',
  why:
    'Every script on the origin can read sessionStorage, so one injected script or one ' +
    'compromised library carries the login away. It ends with the tab, which is better than ' +
    'localStorage, but restoring or duplicating a tab brings its content back.',
  fix:
    'Keep access tokens in memory and, over https, what renews them in a cookie that scripts ' +
    'cannot read:\n\n' +
    '    let accessToken;   // a module variable, filled by POST /token/refresh\n' +
    '    Set-Cookie: __Host-refresh=<value>; HttpOnly; Secure; SameSite=Strict; Path=/\n\n' +
    "Delete what is already stored: sessionStorage.removeItem('<key>').",
  breaks:
    'A reload loses the memory, so renew at start. OAuth libraries may keep the state and the ' +
    'PKCE verifier in sessionStorage during the redirect: that is fine, leave those. As soon as ' +
    'a cookie logs users in, CSRF has to be stopped (SameSite, token, Origin check).',
  references: ['CWE-922', 'OWASP ASVS 5.0 V3.3.4', 'OWASP ASVS 5.0 V10.1.1', 'RFC 10017 §8'],
  yieldsTo: ['refresh-token-readable', 'token-duplicated'],
  check: (credential, known) => loginStoredIn('sessionStorage', credential, known),
};

function byRole({ role }: Credential): Severity {
  return role === 'access-token' || role === 'id-token' ? 'low' : 'medium';
}
