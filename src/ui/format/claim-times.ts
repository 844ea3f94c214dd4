import { readNumericDate } from '../../engine/normalize/bodies/numeric-date.js';
import { boundedJson } from '../jwt/bounded-json.js';

/** Claims that hold a time (RFC 7519 §4.1, OpenID Connect Core §2 and §5.1, RFC 8417 §2.2). */
const TIME_CLAIMS: ReadonlySet<string> = new Set([
  'iat',
  'nbf',
  'exp',
  'auth_time',
  'updated_at',
  'toe',
]);

/** The instant of a claim in milliseconds, or null where it is none. */
export function claimInstant(name: string, value: unknown): number | null {
  return TIME_CLAIMS.has(name) ? (readNumericDate(value)?.at ?? null) : null;
}

const LONGEST = 4000;

/** A decoded value as text to read: strings bare, the rest as JSON, all of bounded length. */
export function claimText(value: unknown): string {
  if (typeof value !== 'string') return boundedJson(value, LONGEST);
  return value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
}
