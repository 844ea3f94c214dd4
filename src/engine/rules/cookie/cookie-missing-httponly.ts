import { text } from '../../text.js';
import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, setEvidence } from './lived-cookie.js';
import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { sentExplicitly } from '../sent.js';
import { isSignedByHidden } from './split-token.js';

export const cookieMissingHttponly: CredentialRule = {
  id: 'cookie-missing-httponly',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: ({ role }) => (role === 'id-token' ? 'medium' : 'high'),
  grading: 'High; medium for an ID token.',
  title: 'A cookie that logs the user in can be read by scripts',
  why:
    'Without HttpOnly, document.cookie gives the value to every script on the page. One injected ' +
    'script, or one compromised third-party library, can send it away, and whoever has it is ' +
    'logged in as the user from anywhere. HttpOnly does not stop XSS, but it keeps the login ' +
    'from being carried off.',
  fix:
    'Add HttpOnly where the server sets the cookie:\n\n' +
    '    Set-Cookie: <name>=<value>; HttpOnly; Secure; SameSite=Lax; Path=/' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Page scripts that read this cookie, for example to copy it into a header. Give them what ' +
    'they need in another way, such as an endpoint that says who is logged in. A double-submit ' +
    'CSRF cookie must stay readable: leave that one alone. A cookie that a script sets cannot be ' +
    'HttpOnly; let the server set it.',
  references: ['CWE-1004', 'OWASP ASVS 5.0 V3.3.4', 'RFC 6265bis §4.1.2.6', 'OWASP WSTG-SESS-02'],
  strength: 'Scripts cannot read the cookies that log the user in (HttpOnly).',
  // What scripts copy into a header they have to read: first the code changes, then the line.
  line: (draft, credential) =>
    sentExplicitly(credential).length > 0 ? draft : { ...draft, httpOnly: true },
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const lived = livedAttributes(credential);
    if (lived.httpOnly === undefined) return 'unknown';
    if (lived.httpOnly || isSignedByHidden(credential, known)) return [];
    const named = cookieNamed(credential);
    const present = text(
      'evidence_cookie_not_httponly',
      'The cookie {name} of {host} has no HttpOnly attribute.',
      named,
    );
    const past = text(
      'evidence_cookie_was_not_httponly',
      'The cookie {name} of {host} had no HttpOnly attribute.',
      named,
    );
    return [setEvidence(credential, known, { present, past })];
  },
};
