import type { Known } from '../../known.js';
import type { Credential, Millis, Severity, Sighting } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { type Text, text } from '../../text.js';
import { isToldTime } from '../../normalize/sources/told-time.js';
import { claimTime } from '../../values/tokens/claim-time.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import { DAY, SECOND } from '../../time-units.js';
import { span } from '../../values/telling/span.js';
import type { CredentialRule } from '../rule.js';
import { succeeded, usesOfNow, valueSince } from './jwt-parts.js';

export const jwtNotYetValid: CredentialRule = {
  id: 'jwt-not-yet-valid',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: byAnswer,
  grading:
    'Medium where a request with the token in a header, URL or body succeeded before its nbf; ' +
    'low everywhere else, and where only its iat lies ahead.',
  title: 'A JWT is used before its time',
  why:
    'The token says that it is not valid before a moment (nbf), or that it was issued at one ' +
    '(iat), that was still to come when it was sent. Either the server does not check nbf, or ' +
    'clocks disagree, and then logins fail now and then for no reason that anybody sees.',
  fix:
    'Let the issuer take iat and nbf from a clock that is kept right (NTP), in UTC, and verify ' +
    'nbf with a leeway of a minute or two:\n\n' +
    "    await jwtVerify(token, key, { algorithms: ['ES256'], clockTolerance: 60 });",
  breaks:
    'Tokens that are issued ahead on purpose, for a booking or an exam, are refused until their ' +
    'time: then the client has to wait for it. Set the clocks right before nbf is checked.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V9.2.1', 'RFC 7519 §4.1.5', 'RFC 7519 §4.1.6'],
  check(credential, known) {
    const early = earlyUses(credential, known);
    if (typeof early === 'string') return early;
    return early.map(({ said, use }) => ({ text: said, exchange: use?.lastExchange }));
  },
};

interface Early {
  said: Text;
  /** Absent where it is the moment of issue that lies ahead. */
  use?: Sighting;
}

/**
 * A difference is the token's own where its iat tells the issuer's clock; else less than a day may
 * come from the clock of the machine that recorded it.
 */
function earlyUses(credential: Credential, known: Known): Early[] | 'does-not-apply' | 'unknown' {
  const nbf = claimTime(credential.jwt?.claims, 'nbf');
  const iat = claimTime(credential.jwt?.claims, 'iat');
  const uses = usesOfNow(credential);
  if ((nbf ?? iat) === undefined || uses.length === 0) return 'does-not-apply';
  if (!isToldTime(valueSince(credential))) return 'unknown';
  const leeway = known.threshold('clockSkew') * SECOND;
  const ahead = iat === undefined ? 0 : Math.max(0, iat - valueSince(credential));
  const before = (use: Sighting) => (nbf ?? -Infinity) - use.lastAt - ahead;
  const sure = iat === undefined ? DAY : leeway;
  const early = uses.filter((use) => before(use) > sure).map((use) => notBefore(use, before(use)));
  if (ahead > DAY) early.push({ said: issuedAhead(credential, ahead) });
  if (early.length > 0) return early;
  return ahead > leeway || uses.some((use) => before(use) > leeway) ? 'unknown' : [];
}

function notBefore(use: Sighting, by: Millis): Early {
  const said = text(
    'evidence_jwt_sent_early',
    'It was sent to {origin} {span} before the time in its nbf claim.',
    { origin: tellHost(use.origin), span: span(by) },
  );
  return { said, use };
}

function issuedAhead({ name }: Credential, by: Millis): Text {
  return text(
    'evidence_jwt_issued_ahead',
    'The iat claim of the JWT in {name} lies {span} after the moment at which it was first seen.',
    { name: tellName(name), span: span(by) },
  );
}

function byAnswer(credential: Credential, known: Known): Severity {
  const early = earlyUses(credential, known);
  const taken =
    typeof early !== 'string' &&
    early.some(({ use }) => use && use.carrier !== 'cookie' && succeeded(use.lastExchange));
  return taken ? 'medium' : 'low';
}
