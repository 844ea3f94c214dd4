import { text } from '../../text.js';
import { cookieNamed, keptAttributes } from './kept-cookie.js';
import { logsIn } from '../../role-table.js';
import type { Evidence, Rule } from '../rule.js';
import { inClearText } from '../sent.js';
import { tellHost } from '../../values/redact.js';

export const cookieMissingSecure: Rule = {
  id: 'cookie-missing-secure',
  severity: ({ local, role }) => (local ? 'info' : role === 'id-token' ? 'medium' : 'high'),
  grading: 'High, on a plain-http site too; medium for an ID token; info on localhost.',
  title: 'A cookie that logs the user in may travel over plain http',
  why:
    'Without Secure the browser adds the cookie to http:// requests as well. One such request, which ' +
    'anyone on the network can provoke with a link or an image, shows the value to everyone on the way. ' +
    'A redirect from http to https comes too late: the cookie has already been sent.',
  fix:
    'Serve the site over https, then add Secure:\n\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'Where the cookie need not be shared with other hosts, call it __Host-<name>: browsers then refuse it ' +
    'without Secure.\n\n' +
    'What may break: pages of the same host that are still on http no longer get the cookie, and browsers ' +
    'refuse a Secure cookie from an http response, so switch to https first. Behind a proxy that ends TLS, ' +
    "tell the framework so (in Express: app.set('trust proxy', 1)), or it will not set the cookie at all. " +
    'Renaming to __Host- logs everybody out once.',
  references: ['CWE-614', 'OWASP ASVS 5.0 V3.3.1', 'RFC 6265bis §4.1.2.5'],
  check(credential) {
    const kept = keptAttributes(credential);
    if (!kept || kept.secure || !logsIn(credential)) return [];
    const said = text(
      'evidence_cookie_not_secure',
      'The cookie {name} of {host} has no Secure attribute.',
      cookieNamed(credential),
    );
    const inClear = credential.sightings
      .filter((s) => s.carrier === 'cookie' && s.direction === 'sent' && inClearText(s))
      .map((s): Evidence => ({
        text: text(
          'evidence_cookie_sent_over_http',
          'It was sent to {origin}, which is not encrypted.',
          {
            origin: tellHost(s.origin),
          },
        ),
        exchange: s.lastExchange,
      }));
    return [{ text: said, exchange: credential.cookie?.setBy }, ...inClear];
  },
};
