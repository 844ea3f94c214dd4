import type { ThresholdName } from '../../judging.js';
import type { Known } from '../../known.js';
import type { Credential, Millis, Role, Severity } from '../../model.js';
import { text } from '../../text.js';
import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { SECOND } from '../../time-units.js';
import { span } from '../../values/telling/span.js';
import { claimTime } from '../../values/tokens/claim-time.js';
import { tellName } from '../../values/telling/redact.js';
import { isForGuests } from '../token/for-guests.js';

interface Scale {
  readonly limit: ThresholdName;
  /** How many times the limit is how bad, from the longest; anything beyond the limit is low. */
  readonly worse: readonly (readonly [times: number, severity: Severity])[];
}

const SCALES: Partial<Record<Role, Scale>> = {
  'access-token': {
    limit: 'accessTokenLifetime',
    worse: [
      [30, 'high'],
      [7, 'medium'],
    ],
  },
  session: { limit: 'sessionLifetime', worse: [[30, 'medium']] },
  'id-token': { limit: 'idTokenLifetime', worse: [[30, 'medium']] },
  'refresh-token': { limit: 'refreshTokenLifetime', worse: [[4, 'medium']] },
  'remember-me': { limit: 'rememberMeLifetime', worse: [[4, 'medium']] },
};

export const jwtLifetimeTooLong: CredentialRule = {
  id: 'jwt-lifetime-too-long',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: (credential, known) => excess(credential, known) ?? 'info',
  grading:
    'Access token: low above 24 hours, medium from 7 times as long, high from 30 times. Session ' +
    'and ID token: low above 24 hours, medium from 30 times as long. Refresh and remember-me ' +
    'token: low above 90 days, medium from 4 times as long. The limits can be chosen. Low where ' +
    'little but a name says what it is.',
  title: 'A JWT is valid for longer than its role needs',
  why:
    'A signed token cannot be called back: until exp it works for whoever has it, even after ' +
    'logout or a password change, unless the server keeps a list of revoked tokens. Its lifetime ' +
    'is therefore the time that a thief has.',
  fix:
    'Give each token the time that its role needs. An access token is renewed every few minutes, ' +
    'an ID token is read once, a JWT that is itself the session lasts a working day:\n\n' +
    "    const lifetime = { access: '10m', id: '5m', session: '8h' }[role];\n" +
    '    new SignJWT(claims).setIssuedAt().setExpirationTime(lifetime)\n\n' +
    'A refresh token must not end that soon, or users are logged out all the time. Rotate it at ' +
    'each use, let it end when it was not used for two weeks, and 90 days after the login in any ' +
    'case. If a JWT must serve as a long session, keep its jti or a per-user "not before" date ' +
    'on the server and check it with each request.',
  breaks:
    'Clients without renewal are logged out when the token ends, so build the renewal first. ' +
    'Several tabs that renew at once need one lock, or rotation takes them for a thief.',
  references: [
    'CWE-613',
    'OWASP ASVS 5.0 V7.3.2',
    'OWASP ASVS 5.0 V7.4.1',
    'OWASP ASVS 5.0 V10.4.8',
    'RFC 6750 §5.3',
  ],
  strength: 'The JWTs that log the user in live no longer than their roles need.',
  check(credential, known) {
    const lifetime = lifetimeOf(credential);
    if (lifetime === undefined || isForGuests(credential)) return 'does-not-apply';
    if (excess(credential, known) === undefined) return [];
    const values = { name: tellName(credential.name), span: span(lifetime) };
    const said =
      claimTime(credential.jwt?.claims, 'iat') === undefined
        ? text(
            'evidence_jwt_still_valid_for',
            'When first seen, the JWT in {name} was still valid for {span}.',
            values,
          )
        : text(
            'evidence_jwt_valid_for',
            'The JWT in {name} is valid for {span} from its issue.',
            values,
          );
    return [{ text: said }];
  },
};

function lifetimeOf(credential: Credential): Millis | undefined {
  const exp = claimTime(credential.jwt?.claims, 'exp');
  return exp === undefined
    ? undefined
    : exp - (claimTime(credential.jwt?.claims, 'iat') ?? credential.firstSeen);
}

/** How much too long it lives; undefined where it does not. */
function excess(credential: Credential, known: Known): Severity | undefined {
  const lifetime = lifetimeOf(credential);
  const scale = SCALES[credential.role];
  if (lifetime === undefined || !scale) return undefined;
  const limit = known.threshold(scale.limit) * SECOND;
  if (lifetime <= limit + SECOND) return undefined;
  return scale.worse.find(([times]) => lifetime >= times * limit)?.[1] ?? 'low';
}
