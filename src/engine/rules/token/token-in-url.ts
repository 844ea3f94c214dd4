import type { Credential, Severity, Sighting } from '../../model.js';
import { logsIn } from '../../role-table.js';
import { isPublicKey } from '../../roles/public-key.js';
import { type Text, text } from '../../text.js';
import { isSigningKey } from '../../values/signatures/signed-request.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { isForGuests } from './for-guests.js';
import { isForFilesAlone, urlUseOf, usesInUrl } from './url-use.js';

export const tokenInUrl: CredentialRule = {
  id: 'token-in-url',
  subject: 'credential',
  severity: bySpread,
  grading:
    'High for access, refresh and remember-me tokens; medium where only handshakes of sockets ' +
    'carried them, which have no headers; medium for an ID token; low behind a #, which no ' +
    'server is sent, for an API key, for a guest’s token, for a JWT of unknown purpose and where ' +
    'nothing but a name says what it is; info for other JWTs, and for a JWT that opened one page ' +
    'once, as links in e-mails do.',
  title: 'A token travels in a URL',
  why:
    'URLs are copied to places that no one guards: browser history, server and proxy logs, ' +
    'analytics, the Referer header of the next page, shared links. Whoever reads one of them can ' +
    'use the token for as long as it is valid.',
  fix:
    'Send the token in a header (or in the body of a POST):\n\n' +
    "    fetch('/api/orders', { headers: { Authorization: 'Bearer ' + token } })\n\n" +
    'Images, downloads and WebSockets cannot set headers: use a cookie, or a ticket that the ' +
    'server exchanges once and that ends within seconds. One-time links in e-mails are fine if ' +
    'they work once, end soon, and their page sends Referrer-Policy: no-referrer.',
  breaks:
    'Links and bookmarks with the token in them. With an Authorization header, a cross-origin ' +
    'request needs a CORS preflight, so the API has to allow that header. Treat tokens that were ' +
    'in URLs as known and replace them.',
  references: ['CWE-598', 'OWASP ASVS 5.0 V14.2.1', 'RFC 6750 §5.3', 'RFC 9700 §4.3.2'],
  check(credential) {
    if (!mattersInUrl(credential)) return 'does-not-apply';
    return usesInUrl(credential).map(saidOf);
  },
};

function saidOf(use: Sighting): Evidence {
  return { text: sentence(use), exchange: use.lastExchange };
}

function sentence(use: Sighting): Text {
  const values = { origin: tellHost(use.origin), locator: tellName(use.locator) };
  switch (urlUseOf(use)) {
    case 'fragment':
      return text(
        'evidence_token_in_fragment',
        'An address of {origin} had it behind the #, as {locator}.',
        values,
      );
    case 'handshake':
      return text(
        'evidence_token_in_handshake',
        'A socket to {origin} was opened with it in the URL parameter {locator}.',
        values,
      );
    default:
      return text(
        'evidence_token_in_url',
        'It was sent to {origin} in the URL parameter {locator}.',
        values,
      );
  }
}

/** A session id in a URL has a rule of its own: session-id-in-url. */
function mattersInUrl(credential: Credential): boolean {
  const { role, jwt } = credential;
  if (role === 'session' || role === 'csrf' || role === 'oauth-state') return false;
  if (isSigningKey(credential)) return false;
  if (isPublicKey(credential) || isForFilesAlone(credential)) return false;
  return logsIn(credential) || role === 'api-key' || jwt !== undefined;
}

function bySpread(credential: Credential): Severity {
  const { role } = credential;
  const uses = usesInUrl(credential);
  if (role === 'api-key' || isForGuests(credential)) return 'low';
  if (!logsIn(credential)) return role === 'other' && !isLink(credential, uses) ? 'low' : 'info';
  if (uses.every((use) => urlUseOf(use) === 'fragment')) return 'low';
  const isHandshake = uses.every((use) => urlUseOf(use) === 'handshake');
  return role === 'id-token' || isHandshake ? 'medium' : 'high';
}

/** It opened one page once, and was seen nowhere else. */
function isLink({ sightings }: Credential, uses: readonly Sighting[]): boolean {
  const [only] = uses;
  return uses.length === 1 && sightings.length === 1 && only?.count === 1;
}
