import { text } from '../../text.js';
import { cookieNamed, keptAttributes } from './kept-cookie.js';
import { logsIn } from '../../role-table.js';
import type { Rule } from '../rule.js';

export const cookieMissingSamesite: Rule = {
  id: 'cookie-missing-samesite',
  severity: 'medium',
  title: 'A cookie that logs the user in leaves SameSite to the browser',
  why:
    'Whether other sites can make the browser send this cookie now depends on the browser. Chromium treats ' +
    'it as Lax, but for the first two minutes of its life still sends it with a top-level POST from another ' +
    'site; Firefox and Safari apply no such default and send it with cross-site requests that their ' +
    'tracking protection does not stop. Only a stated SameSite protects every user from CSRF.',
  fix:
    'Say which it is:\n\n' +
    '    Set-Cookie: <name>=<value>; SameSite=Lax; Secure; HttpOnly; Path=/\n\n' +
    'Lax suits most sessions: links from elsewhere still arrive logged in. Strict also withholds the cookie ' +
    'from the first request after such a link.\n\n' +
    'What may break: anything that comes back by a cross-site POST (OIDC response_mode=form_post, SAML, ' +
    'payment returns, 3-D Secure) and pages that are embedded in frames of other sites. The cookies of those ' +
    'flows alone need SameSite=None; Secure, best in a short-lived cookie of their own. SameSite does not ' +
    'replace a CSRF token: other hosts of the same site still count as same-site.',
  references: ['CWE-1275', 'OWASP ASVS 5.0 V3.3.2', 'RFC 6265bis §4.1.2.7', 'RFC 6265bis §5.6.7.2'],
  check(credential) {
    if (keptAttributes(credential)?.sameSite !== 'unset' || !logsIn(credential)) return [];
    const said = text(
      'evidence_cookie_samesite_unset',
      'The cookie {name} of {host} has no valid SameSite attribute.',
      cookieNamed(credential),
    );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  },
};
