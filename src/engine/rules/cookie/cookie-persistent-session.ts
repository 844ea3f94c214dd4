import { withoutEnd } from '../cookie-draft.js';
import type { Known } from '../../known.js';
import type { Credential, Millis, Severity } from '../../model.js';
import { text } from '../../text.js';
import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import { isForGuests } from '../token/for-guests.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, setEvidence } from './lived-cookie.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { DAY, MINUTE } from '../../time-units.js';
import { span } from '../../values/telling/span.js';

export const cookiePersistentSession: CredentialRule = {
  id: 'cookie-persistent-session',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: ['session'] },
  severity: bySpan,
  grading: 'Medium from 7 days on; low above 24 hours or for an unknown time; info up to 24 hours.',
  title: 'The session cookie outlives the browser session',
  why:
    'With Max-Age or Expires the browser writes the session to disk and keeps it after it is ' +
    'closed. Whoever uses the same browser next, or copies its profile, continues the session. ' +
    'The longer it is kept, the longer a stolen copy is worth something.',
  fix:
    'Leave Max-Age and Expires out, and let the server end idle sessions:\n\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'For "stay logged in", use a separate remember-me token that is rotated at each use and ' +
    'can be revoked.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Users have to log in again after closing the browser. Browsers that restore tabs restore ' +
    'session cookies as well, so only a time limit on the server really ends a session. A site ' +
    'that is installed and opened like an app would ask for the login at each start: there a ' +
    'cookie of some weeks, renewed with use and revocable on the server, is usual.',
  references: ['CWE-539', 'CWE-613', 'OWASP ASVS 5.0 V7.3.2', 'RFC 6265bis §4.1.2.2'],
  strength: 'The session cookie ends with the browser session.',
  line: (draft) => withoutEnd(draft),
  check(credential, known) {
    if (!hasLived(credential) || isForGuests(credential)) return 'does-not-apply';
    const lived = livedAttributes(credential);
    if (lived.persistent === undefined) return 'unknown';
    return lived.persistent ? [keptEvidence(credential, known)] : [];
  },
};

function keptEvidence(credential: Credential, known: Known): Evidence {
  const kept = keptFor(credential);
  const named = cookieNamed(credential);
  if (kept === undefined) {
    return setEvidence(credential, known, {
      present: text(
        'evidence_cookie_persistent',
        'The cookie {name} of {host} is kept on disk.',
        named,
      ),
      past: text(
        'evidence_cookie_was_persistent',
        'The cookie {name} of {host} was kept on disk.',
        named,
      ),
    });
  }
  const values = { ...named, span: span(kept) };
  return setEvidence(credential, known, {
    present: text(
      'evidence_cookie_persistent_for',
      'The cookie {name} of {host} is kept on disk for {span}.',
      values,
    ),
    past: text(
      'evidence_cookie_was_persistent_for',
      'The cookie {name} of {host} was set to be kept on disk for {span}.',
      values,
    ),
  });
}

function keptFor({ expiresAt, cookie, firstSeen }: Credential): Millis | undefined {
  return expiresAt === undefined
    ? undefined
    : Math.max(0, expiresAt - (cookie?.setAt ?? firstSeen));
}

function bySpan(credential: Credential): Severity {
  const kept = keptFor(credential);
  if (kept === undefined) return 'low';
  // Dates are whole seconds, and the moment of setting is not: what was asked for is a round time.
  const asked = Math.round(kept / MINUTE) * MINUTE;
  // Up to a day it is an idle limit rather than a wish to be remembered.
  return asked >= 7 * DAY ? 'medium' : asked > DAY ? 'low' : 'info';
}
