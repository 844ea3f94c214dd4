import type { Role } from '../model.js';
import { hintOf } from '../values/names/name-hint.js';

/** What many a cookie is called that tells browsers apart, and many a session. */
export const OF_BROWSERS: ReadonlySet<Role> = new Set([
  'tracking',
  'device',
  'consent',
  'preference',
]);
const OF_SERVICES: ReadonlySet<Role> = new Set([...OF_BROWSERS, 'load-balancer']);
/** Some that a service documents are too short to be its own: `DSID`, `MR`. */
const BRIEF = /^[a-z]{2,5}$/i;

/**
 * True for a name that a service documents as its own, of that by which it knows a browser or a
 * server: it renews that with any answer, and no login gives it.
 */
export function isOfService(name: string): boolean {
  const hint = hintOf(name);
  return hint?.from !== undefined && OF_SERVICES.has(hint.role) && !BRIEF.test(name);
}
