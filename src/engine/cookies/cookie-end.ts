import type { Millis } from '../model.js';
import { isToldTime } from '../normalize/sources/told-time.js';
import { type Diagnosis, diagnosis, text } from '../text.js';
import type { CookieLine } from './cookie-attributes.js';
import { END_OF_TIME, LIFETIME_CAP, LONG_AGO } from './cookie-mode.js';

// When a line says that its cookie ends (RFC 6265bis §5.7).

/** Server and browser clocks differ: only more than this is a contradiction. */
const CLOCK_SLACK: Millis = 60_000;

/** Max-Age wins over Expires; beyond what a `Date` can say is clipped. */
export function expiryOf({ maxAge, expires }: CookieLine, now: Millis): Millis | undefined {
  if (maxAge === undefined) return expires;
  return maxAge <= 0 ? LONG_AGO : Math.min(now + maxAge * 1000, END_OF_TIME);
}

/** What a browser corrects of how long a line asks to live. */
export function lifetimeDiagnoses(
  { maxAge, expires }: CookieLine,
  expiresAt: Millis | undefined,
  now: Millis,
): Diagnosis[] {
  const found: Diagnosis[] = [];
  // A date cannot be compared with a moment of which nobody knows when it was.
  if (!isToldTime(now) && isToldTime(expires ?? now)) return found;
  const bothPast = (expiresAt ?? 0) <= now && (expires ?? 0) <= now;
  if (
    maxAge !== undefined &&
    expires !== undefined &&
    !bothPast &&
    Math.abs(expiresAt! - expires) > CLOCK_SLACK
  ) {
    found.push(
      diagnosis(
        text('diagnosis_expires_overruled', 'Max-Age and Expires disagree; Max-Age counts'),
      ),
    );
  }
  if (expiresAt !== undefined && expiresAt - now > LIFETIME_CAP + CLOCK_SLACK) {
    found.push(
      diagnosis(
        text(
          'diagnosis_lifetime_capped',
          'it asks for more than 400 days; browsers keep it for 400',
        ),
      ),
    );
  }
  return found;
}
