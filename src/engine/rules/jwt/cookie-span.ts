import { hasLived } from '../../credentials/lived-attributes.js';
import type { Credential, Millis } from '../../model.js';
import { isToldTime } from '../../normalize/sources/told-time.js';
import { claimTime } from '../../values/tokens/claim-time.js';
import { HOUR } from '../../time-units.js';
import { unwrapPlain, withoutScheme } from '../../values/unwrap.js';
import { isJwt } from '../../values/tokens/jwt.js';

/** How long a cookie and the JWT in it live, from the moment at which the cookie was set. */
export interface CookieSpan {
  readonly cookie: Millis;
  readonly jwt: Millis;
}

/**
 * Undefined where the two cannot disagree: no end in one of them, one that is a browser session, a
 * cookie that holds more than the token.
 */
export function cookieSpanOf(credential: Credential): CookieSpan | 'unknown' | undefined {
  const { cookie, expires, jwt, firstSeen } = credential;
  const exp = claimTime(jwt?.claims, 'exp');
  if (exp === undefined || !hasLived(credential) || !isTokenAlone(credential)) return undefined;
  // What a browser keeps it for at most (400 days) is no choice of the site's.
  const end = cookie?.askedExpiresAt ?? credential.expiresAt;
  if (expires === 'unknown') return 'unknown';
  if (expires !== 'at' || end === undefined) return undefined;
  const since = cookie?.setAt ?? firstSeen;
  if (!isToldTime(since)) return 'unknown';
  return { cookie: end - since, jwt: exp - since };
}

/** Longer by much: at least twice as long, and by more than an hour. */
export function isMuchLonger(long: Millis, short: Millis): boolean {
  return long - short > Math.max(HOUR, short);
}

/** Its value is one token, bare, quoted or behind a scheme, and not a whole set of them. */
function isTokenAlone({ value }: Credential): boolean {
  return isJwt(withoutScheme(unwrapPlain(value)));
}
