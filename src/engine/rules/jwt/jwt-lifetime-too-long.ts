import type { Credential, Millis, Role, Severity } from '../../model.js';
import { text } from '../../text.js';
import { LOGIN_ROLES } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { DAY, SECOND, span } from '../../values/span.js';
import { claimTime } from '../../values/claim-time.js';
import { tellName } from '../../values/redact.js';

type Step = readonly [from: Millis, severity: Severity];

/**
 * By role, from the longest; exactly a day, or 90 days, is still allowed. NIST SP 800-63B
 * wants a new login at least every 30 days.
 */
const STEPS: Partial<Record<Role, readonly Step[]>> = {
  'access-token': [
    [30 * DAY, 'high'],
    [7 * DAY, 'medium'],
    [DAY + SECOND, 'low'],
  ],
  session: [
    [30 * DAY, 'medium'],
    [DAY + SECOND, 'low'],
  ],
  'id-token': [
    [30 * DAY, 'medium'],
    [DAY + SECOND, 'low'],
  ],
  'refresh-token': [
    [365 * DAY, 'medium'],
    [90 * DAY + SECOND, 'low'],
  ],
  'remember-me': [
    [365 * DAY, 'medium'],
    [90 * DAY + SECOND, 'low'],
  ],
};

export const jwtLifetimeTooLong: CredentialRule = {
  id: 'jwt-lifetime-too-long',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES },
  severity: (credential) => stepOf(credential)?.[1] ?? 'info',
  grading:
    'Access token: low above 24 hours, medium from 7 days, high from 30 days. Session and ID token: low above ' +
    '24 hours, medium from 30 days. Refresh and remember-me token: low above 90 days, medium from 365 days.',
  title: 'A JWT is valid for longer than its role needs',
  why:
    'A signed token cannot be called back: until exp it works for whoever has it, even after logout or a ' +
    'password change, unless the server keeps a list of revoked tokens. Its lifetime is therefore the time ' +
    'that a thief has.',
  fix:
    'Issue short access tokens, and renew them with a refresh token that is rotated at each use:\n\n' +
    "    new SignJWT(claims).setIssuedAt().setExpirationTime('10m')\n\n" +
    'If a JWT must serve as a long session, keep its jti or a per-user "not before" date on the server and ' +
    'check it with each request.',
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
  check(credential) {
    const lifetime = lifetimeOf(credential);
    if (lifetime === undefined) return 'does-not-apply';
    if (!stepOf(credential)) return [];
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

function stepOf(credential: Credential): Step | undefined {
  const lifetime = lifetimeOf(credential);
  if (lifetime === undefined) return undefined;
  return STEPS[credential.role]?.find(([from]) => lifetime >= from);
}
