import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import type { CredentialRule } from '../rule.js';
import { crossSiteNeeds } from './cross-site-use.js';
import { cookieNamed, setEvidence } from './lived-cookie.js';

export const cookieSamesiteNoneOnSession: CredentialRule = {
  id: 'cookie-samesite-none-on-session',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: (credential, known) =>
    crossSiteNeeds(credential, known).length > 0 ? 'info' : 'medium',
  grading:
    'Medium; info where a use across sites was seen: embedded, a login that comes back by POST, ' +
    'a login server.',
  title: 'A cookie that logs the user in goes with requests that any site causes',
  why:
    'SameSite=None asks the browser to send the cookie with every request, whichever site causes ' +
    'it. A page elsewhere can then have the browser submit forms and call addresses as the ' +
    'logged-in user, and only the CSRF protection of each single form stands against that.',
  fix:
    'If no other site has to send it, which is the usual case:\n\n' +
    '    Set-Cookie: <name>=<value>; SameSite=Lax; Secure; HttpOnly; Path=/\n\n' +
    'If one flow alone needs None (OIDC form_post, SAML, a payment that returns by POST), keep ' +
    'the session Lax and give that flow a cookie of its own that ends with it:\n\n' +
    '    Set-Cookie: <flow>=<value>; SameSite=None; Secure; HttpOnly; Path=/<callback>; ' +
    'Max-Age=600\n\n' +
    'Where the session itself has to stay None, check a CSRF token or the Origin header ' +
    'with each change.',
  breaks:
    'With Lax the cookie no longer arrives in frames on other sites, with their fetch calls, and ' +
    'with forms that they submit. Look first for embedding, single sign-on that is renewed in a ' +
    'hidden frame, SAML and payment returns; a recording of each shows here whether they ' +
    'use this cookie.',
  references: [
    'CWE-1275',
    'CWE-352',
    'OWASP ASVS 5.0 V3.3.2',
    'RFC 6265bis §4.1.2.7',
    'OWASP WSTG-SESS-05',
  ],
  line: (draft, credential, known) =>
    crossSiteNeeds(credential, known).length > 0 ? draft : { ...draft, sameSite: 'lax' },
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    const { sameSite, partitioned } = livedAttributes(credential);
    if (sameSite === undefined) return 'unknown';
    if (sameSite === 'unset') return 'does-not-apply';
    // A partitioned one goes to its site only from pages of the site in front under which it was
    // set.
    if (sameSite !== 'none' || partitioned) return [];
    const named = cookieNamed(credential);
    const present = text(
      'evidence_cookie_samesite_none',
      'The cookie {name} of {host} has SameSite=None.',
      named,
    );
    const past = text(
      'evidence_cookie_samesite_was_none',
      'The cookie {name} of {host} had SameSite=None.',
      named,
    );
    return [
      setEvidence(credential, known, { present, past }),
      ...crossSiteNeeds(credential, known),
    ];
  },
};
