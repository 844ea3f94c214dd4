import type { Credential, Severity } from '../../model.js';
import { text } from '../../text.js';
import { logsIn } from '../../role-table.js';
import { isPublicKey } from '../../roles/public-key.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { tellHost, tellName } from '../../values/redact.js';

/** RFC 9101: a signed authorization request is a JWT that belongs in the URL. */
const REQUEST_OBJECT = 'request';

export const tokenInUrl: CredentialRule = {
  id: 'token-in-url',
  subject: 'credential',
  severity: byRole,
  grading:
    'High for access, refresh and remember-me tokens; medium for an ID token; low for an API key and for a JWT ' +
    'of unknown purpose, such as a one-time link; info for other JWTs.',
  title: 'A token travels in a URL',
  why:
    'URLs are copied to places that no one guards: browser history, server and proxy logs, analytics, the ' +
    'Referer header of the next page, shared links. Whoever reads one of them can use the token for as long ' +
    'as it is valid.',
  fix:
    'Send the token in a header (or in the body of a POST):\n\n' +
    "    fetch('/api/orders', { headers: { Authorization: 'Bearer ' + token } })\n\n" +
    'Images, downloads and WebSockets cannot set headers: use a cookie, or a ticket that the server exchanges ' +
    'once and that ends within seconds. One-time links in e-mails are fine if they work once, end soon, and ' +
    'their page sends Referrer-Policy: no-referrer.',
  breaks:
    'Links and bookmarks with the token in them. With an Authorization header, a cross-origin ' +
    'request needs a CORS preflight, so the API has to allow that header. Treat tokens that were in URLs as ' +
    'known and replace them.',
  references: ['CWE-598', 'OWASP ASVS 5.0 V14.2.1', 'RFC 6750 §5.3', 'RFC 9700 §4.3.2'],
  check(credential) {
    if (!mattersInUrl(credential)) return 'does-not-apply';
    return credential.sightings
      .filter((s) => s.carrier === 'url' && s.direction === 'sent' && s.locator !== REQUEST_OBJECT)
      .map((s): Evidence => ({
        text: text(
          'evidence_token_in_url',
          'It was sent to {origin} in the URL parameter {locator}.',
          {
            origin: tellHost(s.origin),
            locator: tellName(s.locator),
          },
        ),
        exchange: s.lastExchange,
      }));
  },
};

/** A session id in a URL has a rule of its own: session-id-in-url. */
function mattersInUrl(credential: Credential): boolean {
  const { role, jwt } = credential;
  if (role === 'session' || role === 'csrf' || role === 'oauth-state') return false;
  if (isPublicKey(credential)) return false;
  return logsIn(credential) || role === 'api-key' || jwt !== undefined;
}

function byRole(credential: Credential): Severity {
  if (credential.role === 'id-token') return 'medium';
  if (logsIn(credential)) return 'high';
  return credential.role === 'api-key' || credential.role === 'other' ? 'low' : 'info';
}
