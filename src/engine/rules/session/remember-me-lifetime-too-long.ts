import { endingAfter } from '../cookie-draft.js';
import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential, Millis, Severity } from '../../model.js';
import { text } from '../../text.js';
import { DAY, MINUTE, SECOND } from '../../time-units.js';
import { span } from '../../values/telling/span.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import { SECURE_NEEDS_HTTPS } from '../cookie/fix-notes.js';
import type { CredentialRule } from '../rule.js';

/** NIST SP 800-63B-4, AAL1: a new login at least that often. */
const DEFAULT: Millis = 30 * DAY;

export const rememberMeLifetimeTooLong: CredentialRule = {
  id: 'remember-me-lifetime-too-long',
  subject: 'credential',
  applies: { roles: ['remember-me'] },
  severity: severityOf,
  grading: 'Low above the limit of 90 days; medium from 365 days.',
  title: 'A login is remembered for very long',
  why:
    'Whoever has this value is logged in without a password for as long as it is good: on a ' +
    'shared or a sold computer, from a copy of the browser profile, after it was stolen. Nobody ' +
    'notices, for nobody is asked to log in in the meantime.',
  fix:
    'Let it end after some weeks, put a new value in its place at each use, and let users end ' +
    'all such logins:\n\n' +
    '    Set-Cookie: <name>=<value>; Max-Age=2592000; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'These are 30 days. The server has to keep the same end; who comes back earlier gets a new ' +
    'one. Ask for the password again before changes to the account.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Who stays away for longer than that has to log in. Find out how long users really stay away ' +
    'before you choose; values that are out already keep their old end unless the ' +
    'server ends them.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.3.2', 'NIST SP 800-63B-4 §2.1.3'],
  strength: 'Remembered logins end within a reasonable time.',
  // The end that is signed into the value counts at the server.
  yieldsTo: ['jwt-lifetime-too-long'],
  line: (draft, _credential, known) =>
    endingAfter(draft, Math.min(DEFAULT / SECOND, known.threshold('rememberMeLifetime'))),
  check(credential, known) {
    if (!hasLived(credential)) return 'does-not-apply';
    if (credential.expires === 'session') return [];
    const lifetime = lifetimeOf(credential);
    if (lifetime === undefined) return 'unknown';
    if (!isTooLong(lifetime, known)) return [];
    const values = {
      name: tellName(credential.name),
      host: tellHost(credential.host),
      span: span(lifetime),
    };
    const said = known.isLive(credential)
      ? text(
          'evidence_remember_me_lifetime',
          'The value {name} of {host} is set to remember the login for {span}.',
          values,
        )
      : text(
          'evidence_remember_me_was_lifetime',
          'The value {name} of {host} was to remember the login for {span}.',
          values,
        );
    return [{ text: said, exchange: credential.cookie?.setBy }];
  },
};

function severityOf(credential: Credential): Severity {
  const isYear = rounded(lifetimeOf(credential) ?? 0) >= 365 * DAY;
  return isYear ? 'medium' : 'low';
}

function isTooLong(lifetime: Millis, known: Known): boolean {
  return rounded(lifetime) > known.threshold('rememberMeLifetime') * SECOND;
}

/** As it was asked for, where that was seen: a jar has no more than 400 days. */
function lifetimeOf({ cookie, expiresAt, issuedAt, firstSeen }: Credential): Millis | undefined {
  if (cookie?.askedExpiresAt !== undefined && cookie.setAt !== undefined)
    return cookie.askedExpiresAt - cookie.setAt;
  return expiresAt === undefined ? undefined : expiresAt - (cookie?.setAt ?? issuedAt ?? firstSeen);
}

/**
 * Dates are whole seconds, and the moment of setting is not: what was asked for is a round time.
 */
function rounded(lifetime: Millis): Millis {
  return Math.round(lifetime / MINUTE) * MINUTE;
}
