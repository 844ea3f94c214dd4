import { text } from '../../text.js';
import { cookieNamed, keptAttributes } from './kept-cookie.js';
import { logsIn } from '../../role-table.js';
import type { Rule } from '../rule.js';

export const cookieMissingHttponly: Rule = {
  id: 'cookie-missing-httponly',
  severity: ({ role }) => (role === 'id-token' ? 'medium' : 'high'),
  grading: 'High; medium for an ID token.',
  title: 'A cookie that logs the user in can be read by scripts',
  why:
    'Without HttpOnly, document.cookie gives the value to every script on the page. One injected ' +
    'script, or one compromised third-party library, can send it away, and whoever has it is logged ' +
    'in as the user from anywhere. HttpOnly does not stop XSS, but it keeps the login from being carried off.',
  fix:
    'Add HttpOnly where the server sets the cookie:\n\n' +
    '    Set-Cookie: <name>=<value>; HttpOnly; Secure; SameSite=Lax; Path=/\n\n' +
    'What may break: page scripts that read this cookie, for example to copy it into a header. Give them ' +
    'what they need in another way, such as an endpoint that says who is logged in. A double-submit CSRF ' +
    'cookie must stay readable: leave that one alone. A cookie that a script sets cannot be HttpOnly; ' +
    'let the server set it.',
  references: ['CWE-1004', 'OWASP ASVS 5.0 V3.3.4', 'RFC 6265bis §4.1.2.6'],
  check(credential) {
    const kept = keptAttributes(credential);
    if (!kept || kept.httpOnly || !logsIn(credential)) return [];
    const said = text(
      'evidence_cookie_not_httponly',
      'The cookie {name} of {host} has no HttpOnly attribute.',
      cookieNamed(credential),
    );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  },
};
