import type { ThresholdName } from '../../judging.js';
import type { Known } from '../../known.js';
import type { Credential, Millis, Role, Severity } from '../../model.js';
import { text } from '../../text.js';
import { tellName } from '../../values/telling/redact.js';
import { SECOND } from '../../time-units.js';
import { span } from '../../values/telling/span.js';
import type { CredentialRule } from '../rule.js';
import { isOfGuests } from './for-guests.js';

/** The limit of each role, and how many times as long is medium. */
const LIMITS: Partial<Record<Role, readonly [limit: ThresholdName, medium: number]>> = {
  'access-token': ['accessTokenLifetime', 7],
  session: ['sessionLifetime', 30],
  'id-token': ['idTokenLifetime', 30],
  'refresh-token': ['refreshTokenLifetime', 4],
};

export const tokenLifetimeTooLong: CredentialRule = {
  id: 'token-lifetime-too-long',
  subject: 'credential',
  applies: { kinds: ['token'], roles: ['access-token', 'session', 'id-token', 'refresh-token'] },
  severity: (credential, known) => excess(credential, known) ?? 'low',
  grading:
    'Access token: low above 24 hours, medium from 7 times as long. Session and ID token: low ' +
    'above 24 hours, medium from 30 times as long. Refresh token: low above 90 days, medium from ' +
    '4 times as long. The limits can be chosen. Low where nothing but a name says what it is.',
  title: 'A token lives for longer than its role needs',
  why:
    'Its server gave the token for that long (expires_in). Until then it works for whoever has ' +
    'it, unless somebody notices and revokes it: the lifetime is the time that a thief has.',
  fix:
    'Give access tokens minutes, and let a refresh token that changes with each ' +
    'use renew them:\n\n' +
    '    { "access_token": "…", "token_type": "Bearer", "expires_in": 900, ' +
    '"refresh_token": "…" }\n\n' +
    'A refresh token must not end that soon, or users are logged out all the time: let it end ' +
    'when it was not used for two weeks, and 90 days after the login in any case.',
  breaks:
    'Clients that do not renew are logged out when the token ends, so build the renewal first. ' +
    'Several tabs that renew at once need one lock.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V7.3.2', 'OWASP ASVS 5.0 V10.4.8', 'RFC 6749 §5.1'],
  strength: 'Tokens live no longer than their roles need.',
  check(credential, known) {
    // What a JWT says of itself is jwt-lifetime-too-long's; of most other tokens nobody says
    // anything.
    const lifetime = credential.jwt ? undefined : lifetimeOf(credential);
    if (lifetime === undefined || isOfGuests(credential, known)) return 'does-not-apply';
    if (excess(credential, known) === undefined) return [];
    return [
      {
        text: text('evidence_token_lives_for', 'The token in {name} was given for {span}.', {
          name: tellName(credential.name),
          span: span(lifetime),
        }),
      },
    ];
  },
};

function lifetimeOf({ expires, expiresAt, issuedAt, firstSeen }: Credential): Millis | undefined {
  return expires === 'at' && expiresAt !== undefined
    ? expiresAt - (issuedAt ?? firstSeen)
    : undefined;
}

/** How much too long it lives; undefined where it does not. */
function excess(credential: Credential, known: Known): Severity | undefined {
  const lifetime = lifetimeOf(credential);
  const [name, medium] = LIMITS[credential.role] ?? [];
  if (lifetime === undefined || name === undefined || medium === undefined) return undefined;
  const limit = known.threshold(name) * SECOND;
  if (lifetime <= limit + SECOND) return undefined;
  return lifetime >= medium * limit ? 'medium' : 'low';
}
