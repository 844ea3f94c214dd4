import { joinParts } from './cookie-parts.js';
import type { CredentialStore } from './credential-store.js';
import { isEnded } from './life.js';
import type { CookieSet } from './set-cookies.js';

/**
 * Joins the parts of a value that one answer set, and what signs one of its cookies: a recording
 * may end before any of it is sent.
 */
export function joinGiven(store: CredentialStore, set: readonly CookieSet[]): void {
  if (set.length < 2) return;
  const given = set.flatMap(({ id }) => store.byId(id) ?? []).filter((one) => !isEnded(one));
  joinParts(
    store,
    given.map(({ name, value }) => ({ name, value })),
    given.map(({ id }) => id),
  );
}
