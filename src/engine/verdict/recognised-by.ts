import type { Credential, Role } from '../model.js';
import { DAY } from '../time-units.js';
import { estimateBits } from '../values/ids/entropy.js';

/** The credential by which a site knows a browser again for longest, where nobody logged in. */
export function recognisedBy(all: readonly Credential[]): Credential | undefined {
  return longestKept(all.filter(tellsBrowsersApart));
}

/** What tells one browser from another without a login. */
const KNOWS_BROWSER: ReadonlySet<Role> = new Set(['tracking', 'device']);

/** Fewer bits, or a time, are the same for many browsers. */
const LEAST_BITS = 32;
const TIME = /^\d{10}(?:\d{3})?$/;

/** It is still there, and no other browser has the same. */
function tellsBrowsersApart({ role, value, cookie }: Credential): boolean {
  if (!KNOWS_BROWSER.has(role) || cookie?.clearedAt !== undefined) return false;
  return !TIME.test(value) && estimateBits(value) >= LEAST_BITS;
}

/** By days: what was set in one go differs by moments. */
function longestKept(some: readonly Credential[]): Credential | undefined {
  const days = ({ expiresAt = 0 }: Credential) => Math.round(expiresAt / DAY);
  // A device's id is often that of a guard in front of the site, and not the site's own.
  const isDevice = ({ role }: Credential) => (role === 'device' ? 1 : 0);
  return some.toSorted((a, b) => days(b) - days(a) || isDevice(a) - isDevice(b))[0];
}
