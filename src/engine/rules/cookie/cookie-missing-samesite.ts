import { text } from '../../text.js';
import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import { crossSiteNeeds } from './cross-site-use.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, setEvidence } from './lived-cookie.js';
import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';

export const cookieMissingSamesite: CredentialRule = {
  id: 'cookie-missing-samesite',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: 'medium',
  title: 'A cookie that logs the user in leaves SameSite to the browser',
  why:
    'Whether other sites can make the browser send this cookie now depends on the browser. ' +
    'Chromium treats it as Lax, but for the first two minutes of its life still sends it with a ' +
    'top-level POST from another site; Firefox and Safari apply no such default and send it with ' +
    'cross-site requests that their tracking protection does not stop. Only a stated SameSite ' +
    'protects every user from CSRF.',
  fix:
    'Add SameSite where the server sets the cookie:\n\n' +
    '    Set-Cookie: <name>=<value>; SameSite=Lax; Secure; HttpOnly; Path=/\n\n' +
    'Lax suits most sessions: links from elsewhere still arrive logged in. Strict also withholds ' +
    'the cookie from the first request after such a link.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Anything that comes back by a cross-site POST (OIDC response_mode=form_post, SAML, payment ' +
    'returns, 3-D Secure) and pages that are embedded in frames of other sites. The cookies of ' +
    'those flows alone need SameSite=None; Secure, best in a short-lived cookie of their own. ' +
    'SameSite does not replace a CSRF token: other hosts of the same site still ' +
    'count as same-site.',
  references: [
    'CWE-1275',
    'OWASP ASVS 5.0 V3.3.2',
    'RFC 6265bis §4.1.2.7',
    'RFC 6265bis §5.6.7.2',
    'OWASP WSTG-SESS-02',
  ],
  strength:
    'The cookies that log the user in say themselves which cross-site requests may carry ' +
    'them (SameSite).',
  yieldsTo: ['cookie-samesite-invalid'],
  line: (draft, credential, known) =>
    crossSiteNeeds(credential, known).length > 0 ? draft : { ...draft, sameSite: 'lax' },
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const lived = livedAttributes(credential);
    if (lived.sameSite === undefined) return 'unknown';
    if (lived.sameSite !== 'unset') return [];
    const named = cookieNamed(credential);
    const present = text(
      'evidence_cookie_samesite_unset',
      'The cookie {name} of {host} has no valid SameSite attribute.',
      named,
    );
    const past = text(
      'evidence_cookie_samesite_was_unset',
      'The cookie {name} of {host} had no valid SameSite attribute.',
      named,
    );
    return [setEvidence(credential, known, { present, past })];
  },
};
