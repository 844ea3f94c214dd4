import type { Known } from '../../known.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { text } from '../../text.js';
import { endedAtLogin } from '../before-login.js';
import { logsIn } from '../../role-table.js';
import { isToldIdInPaths } from '../../roles/told-id-cue.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { urlUseOf } from '../token/url-use.js';
import { tellHost, tellName } from '../../values/telling/redact.js';

export const sessionIdInUrl: CredentialRule = {
  id: 'session-id-in-url',
  subject: 'credential',
  applies: { roles: ['session'] },
  severity: byUse,
  grading:
    'High; medium where only handshakes of sockets carried it, which have no headers; low for an ' +
    'id that a login replaced before any URL carried the next one.',
  title: 'The session id stands in the URL',
  why:
    'URLs are copied to browser history, server and proxy logs, analytics, the Referer header ' +
    'and shared links, and each copy logs its reader in. It also works the other way round: an ' +
    'attacker sends a link with a session id of their own, and the victim logs in to it ' +
    '(session fixation).',
  fix:
    'Keep the id in a cookie only.\n\n' +
    '    <!-- Servlet: web.xml -->\n' +
    '    <session-config><tracking-mode>COOKIE</tracking-mode></session-config>\n' +
    '    # Spring Boot: application.properties\n' +
    '    server.servlet.session.tracking-modes=cookie\n' +
    '    ; PHP: php.ini\n' +
    '    session.use_only_cookies = 1\n' +
    '    session.use_trans_sid = 0\n\n' +
    'Give the user a new id at login, and let old links with an id in them fail.',
  breaks:
    'Users who refuse all cookies can no longer log in, and links or bookmarks that contain an ' +
    'id start a new session. Pages in frames of other sites need a cookie with ' +
    'SameSite=None; Secure.',
  references: [
    'CWE-598',
    'CWE-384',
    'OWASP ASVS 5.0 V14.2.1',
    'OWASP ASVS 5.0 V3.3.4',
    'OWASP WSTG-SESS-04',
  ],
  strength: 'No URL carries a session id.',
  check(credential, known) {
    if (mayBeBesideCookie(credential, known)) return 'unknown';
    return uses(credential).map((s): Evidence => ({
      text: text('evidence_session_id_in_url', 'A URL to {origin} carried it as {locator}.', {
        origin: tellHost(s.origin),
        locator: tellName(s.locator),
      }),
      exchange: s.lastExchange,
    }));
  },
};

/**
 * True for what may be the id of a thing, where a cookie was given that says who asks, and none was
 * seen sent: the recording may have left it out of the same requests.
 */
function mayBeBesideCookie(credential: Credential, known: Known): boolean {
  if (!isToldIdInPaths(credential)) return false;
  const isUnused = ({ sightings }: Credential) =>
    !sightings.some(({ direction }) => direction === 'sent');
  return known
    .ofSite(credential.site)
    .some((one) => one.kind === 'cookie' && logsIn(one) && isUnused(one));
}

function byUse(credential: Credential, known: Known): Severity {
  const found = uses(credential);
  if (endedAtLogin(credential, found, known)) return 'low';
  return found.every((use) => urlUseOf(use) === 'handshake') ? 'medium' : 'high';
}

function uses({ sightings }: Credential): Sighting[] {
  return sightings.filter((s) => s.carrier === 'url');
}
