import type { ThresholdName } from '../judging.js';
import type { Known } from '../known.js';
import type { Credential, Millis, Role } from '../model.js';
import { type Text, text } from '../text.js';
import { restsOnItsName } from '../rules/confidence.js';
import { needsNoEnd } from '../rules/jwt/jwt-parts.js';
import { claimTime } from '../values/tokens/claim-time.js';
import { DAY, HOUR, MINUTE, SECOND } from '../time-units.js';
import { span } from '../values/telling/span.js';
import type { TokenLifetimeRemedy } from './remedy.js';

/** What fits a role: from when on a life is too long, and how it should end. */
interface Fitting {
  readonly limit: ThresholdName;
  /** Ends when it was not used for so long; absent: use makes no difference. */
  readonly idle?: Millis;
  readonly absolute: (known: Known) => Millis;
  readonly said: (better: Better) => Text;
}

interface Better {
  readonly idle: Millis;
  readonly absolute: Millis;
}

const LONG: Fitting['absolute'] = (known) => known.threshold('refreshTokenLifetime') * SECOND;

/**
 * A refresh token is what keeps a user logged in: it gets an end that moves with its use, and one
 * that does not (RFC 9700 §4.14.2, OWASP ASVS 5.0 V10.4.8), never the few minutes of an access
 * token.
 */
const FITTING: Partial<Record<Role, Fitting>> = {
  'access-token': {
    limit: 'accessTokenLifetime',
    absolute: () => 10 * MINUTE,
    said: ({ absolute }) =>
      text(
        'remedy_access_token_lifetime',
        'An access token that is renewed in the background needs 5 to 15 minutes, such as ' +
          '{absolute}. Build the renewal first: without one, users are logged out when it ends.',
        { absolute: span(absolute) },
      ),
  },
  'id-token': {
    limit: 'idTokenLifetime',
    absolute: () => 5 * MINUTE,
    said: ({ absolute }) =>
      text(
        'remedy_id_token_lifetime',
        'An ID token is read once, right after the login: {absolute} are enough. The login ' +
          'itself lasts as long as the session that the app keeps.',
        { absolute: span(absolute) },
      ),
  },
  session: {
    limit: 'sessionLifetime',
    idle: HOUR,
    absolute: () => 8 * HOUR,
    said: ({ idle, absolute }) =>
      text(
        'remedy_session_token_lifetime',
        'A token that is the session itself needs hours: let it end {absolute} after the login, ' +
          'and issue it anew while the user is active, so that it ends {idle} after the last use.',
        { idle: span(idle), absolute: span(absolute) },
      ),
  },
  'refresh-token': {
    limit: 'refreshTokenLifetime',
    idle: 14 * DAY,
    absolute: LONG,
    said: ({ idle, absolute }) =>
      text(
        'remedy_refresh_token_lifetime',
        'A refresh token keeps users logged in and must not be cut to minutes: put a new one in ' +
          'its place at each use, let it end {idle} after the last use, and {absolute} after the ' +
          'login in any case.',
        { idle: span(idle), absolute: span(absolute) },
      ),
  },
  'remember-me': {
    limit: 'rememberMeLifetime',
    idle: 30 * DAY,
    absolute: (known) => known.threshold('rememberMeLifetime') * SECOND,
    said: ({ idle, absolute }) =>
      text(
        'remedy_remember_me_lifetime',
        'A token that remembers a user is exchanged at each use: let it end {idle} after the ' +
          'last one, and {absolute} after the login in any case.',
        { idle: span(idle), absolute: span(absolute) },
      ),
  },
};

/** For every token that lives longer than its role needs: the lifetime that fits it. */
export function tokenLifetimesOf(known: Known): TokenLifetimeRemedy[] {
  return known.credentials.flatMap((credential) => lifetimeRemedyOf(credential, known) ?? []);
}

/** Undefined where its life is not known, or not too long. */
function lifetimeRemedyOf(credential: Credential, known: Known): TokenLifetimeRemedy | undefined {
  const fitting = FITTING[credential.role];
  const now = lifetimeOf(credential);
  if (!fitting || now === undefined || restsOnItsName(credential)) return undefined;
  const limit = known.threshold(fitting.limit) * SECOND;
  if (now !== null && now <= limit + SECOND) return undefined;
  const absolute = Math.min(fitting.absolute(known), limit);
  const idle = fitting.idle === undefined ? undefined : Math.min(fitting.idle, absolute);
  return {
    kind: 'token-lifetime',
    credentialId: credential.id,
    now,
    idle,
    absolute,
    said: fitting.said({ idle: idle ?? absolute, absolute }),
  };
}

/**
 * How long it is good for; null: for ever. What an opaque cookie is good for only the server knows.
 */
function lifetimeOf(credential: Credential): Millis | null | undefined {
  const { jwt, kind, expires, expiresAt, issuedAt, firstSeen } = credential;
  if (jwt) {
    const end = claimTime(jwt.claims, 'exp');
    if (end === undefined) return needsNoEnd(jwt) ? undefined : null;
    return end - (claimTime(jwt.claims, 'iat') ?? firstSeen);
  }
  if (kind === 'cookie' || expires !== 'at' || expiresAt === undefined) return undefined;
  return expiresAt - (issuedAt ?? firstSeen);
}
