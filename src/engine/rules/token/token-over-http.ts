import type { Known } from '../../known.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { text } from '../../text.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { endedAtLogin } from '../before-login.js';
import { isPublicKey } from '../../roles/public-key.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { inClearText, sentExplicitly, toLocal } from '../sent.js';
import { isSigningKey } from '../../values/signatures/signed-request.js';
import { isPasswordInHeader } from '../../roles/password-header.js';
import { tellCarrier, tellHost, tellName } from '../../values/telling/redact.js';

export const tokenOverHttp: CredentialRule = {
  id: 'token-over-http',
  subject: 'credential',
  applies: { roles: [...LOGIN_ROLES, 'api-key'] },
  severity: byTarget,
  grading:
    'High; medium for an API key; low for what a login replaced after that, and where nothing ' +
    'but a name says what it is; info where it went to localhost only.',
  title: 'A token was sent over plain http',
  why:
    'The request was not encrypted: everyone on the way (the Wi-Fi, the provider, a proxy) could ' +
    'read the token and use it until it ends. TLS on the pages does not help if one API call or ' +
    'one WebSocket goes without.',
  fix:
    'Call the API over https (and sockets over wss), and let the browser insist on it:\n\n' +
    '    Strict-Transport-Security: max-age=31536000; includeSubDomains\n\n' +
    'Do not redirect API calls from http to https: the token has been sent by then. Refuse them, ' +
    'and replace tokens that went out this way.',
  breaks:
    'Clients with an http:// address built in. Hosts under includeSubDomains that have no ' +
    'https yet become unreachable: start with a small max-age.',
  references: ['CWE-319', 'OWASP ASVS 5.0 V12.2.1', 'RFC 6750 §5.3'],
  strength: 'Scripts sent tokens over https only.',
  check(credential) {
    if (sentExplicitly(credential).length === 0 || isPublicKey(credential)) return 'does-not-apply';
    if (isPasswordInHeader(credential) || isSigningKey(credential)) return 'does-not-apply';
    return readableUses(credential).map((s): Evidence => ({
      text: text(
        'evidence_token_sent_over_http',
        'It was sent to {origin} ({carrier}: {locator}).',
        {
          origin: tellHost(s.origin),
          carrier: tellCarrier(s.carrier),
          locator: tellName(s.locator),
        },
      ),
      exchange: s.lastExchange,
    }));
  },
};

/**
 * The Cookie header is the matter of cookie-missing-secure, passwords that of basic-auth-in-use and
 * of password-in-header.
 */
function readableUses(credential: Credential): Sighting[] {
  return sentExplicitly(credential).filter(inClearText);
}

function byTarget(credential: Credential, known: Known): Severity {
  const uses = readableUses(credential);
  if (uses.every(toLocal)) return 'info';
  if (endedAtLogin(credential, uses, known)) return 'low';
  return credential.role === 'api-key' ? 'medium' : 'high';
}
