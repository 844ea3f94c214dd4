import type { Credential } from '../model.js';
import { pathOf } from '../normalize/addresses/site.js';
import { hintOf } from '../values/names/name-hint.js';

/** A cookie for these addresses alone reaches no page: it renews what the pages use. */
const OF_RENEWAL = /refresh|token/i;
/** So it may be here; or all of an application is there, as OpenAM and Keycloak are. */
const OF_LOGIN = /\/(?:oauth2?|auth)\/?$/i;

/** True for an address at which tokens are renewed. */
export function isRenewalAddress(url: string): boolean {
  return OF_RENEWAL.test(pathOf(url));
}

/**
 * True for a cookie whose Path says that it goes only to where tokens are renewed. A name that is
 * documented for sessions says more than any address, and one that only speaks of a session more
 * than one where whole applications are as well.
 */
export function isForRenewal({ name, attributes, behaviour }: Credential): boolean {
  const path = attributes?.path ?? '/';
  const hint = hintOf(name);
  const isSession = hint?.role === 'session';
  if (OF_RENEWAL.test(path)) return !isSession || hint?.from === undefined;
  return OF_LOGIN.test(path) && !isSession && !behaviour.gotPage;
}
