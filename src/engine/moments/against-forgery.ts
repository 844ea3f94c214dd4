import type { Credential } from '../model.js';
import { hintOf } from '../values/names/name-hint.js';

/**
 * True for what goes with the next request to show that a page of the site sent it, by whatever
 * answers called it: anybody is given one, before a login as well. Claims say more than a name.
 */
export function isAgainstForgery({ kind, name, jwt, sightings }: Credential): boolean {
  if (jwt) return false;
  const names = sightings
    .filter(({ direction }) => direction === 'received')
    .map(({ locator }) => locator);
  const called = kind === 'cookie' || names.length === 0 ? [name] : names;
  return called.every((one) => hintOf(one)?.role === 'csrf');
}

/** By its name it ties the answer to a request for a login, which is still to come: PKCE's. */
export function isOfFlow({ kind, name }: Credential): boolean {
  return kind === 'cookie' && hintOf(name)?.role === 'oauth-state';
}
