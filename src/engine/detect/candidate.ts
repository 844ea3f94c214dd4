import type { Carrier, Direction, Role } from '../model.js';
import { looksRandom } from './entropy.js';
import { formatOf, percentDecode } from './format.js';
import { findJwts } from './jwt.js';
import { hintOf } from './name-hint.js';

/** A value that may be a credential, and the place where it stood. Cookies go their own way. */
export interface Candidate {
  carrier: Carrier;
  locator: string;
  direction: Direction;
  value: string;
  /** HTTP authentication scheme, lower case, for a value of an Authorization header. */
  scheme?: string;
}

type Place = Pick<Candidate, 'carrier' | 'locator' | 'direction'>;

/** Roles whose name alone makes a random-looking value worth following. */
const WORTH_FOLLOWING: ReadonlySet<Role> = new Set<Role>([
  'session',
  'access-token',
  'refresh-token',
  'id-token',
  'remember-me',
  'csrf',
  'oauth-state',
  'api-key',
]);

/**
 * The candidates in one named value: every JWT in it; else the value itself where it looks random
 * and either its name or its known prefix speaks for it.
 */
export function candidatesIn(place: Place, name: string, raw: string): Candidate[] {
  const value = raw.includes('%') ? percentDecode(raw) : raw;
  const jwts = findJwts(value);
  if (jwts.length > 0) return jwts.map((jwt) => ({ ...place, value: jwt }));
  const hint = hintOf(name);
  const named = hint !== undefined && WORTH_FOLLOWING.has(hint.role) && looksRandom(value);
  return named || (value.length < 512 && formatOf(value).format === 'known-prefix') ? [{ ...place, value }] : [];
}
