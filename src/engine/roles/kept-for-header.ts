import type { Credential, Sighting } from '../model.js';
import { hintOf } from '../values/names/name-hint.js';

/**
 * A cookie that a script wrote, and whose value scripts send in the Authorization header, or in one
 * of their own where the login's answer told it: there it is that the server reads it, and the
 * cookie keeps it from one page to the next, as web storage would.
 */
export function isKeptForHeader(credential: Credential): boolean {
  const { kind, cookie, attributes, sightings } = credential;
  if (kind !== 'cookie' || cookie?.setBy || attributes?.httpOnly) return false;
  return sightings.some(
    ({ direction, carrier, locator }) =>
      direction === 'sent' &&
      carrier === 'header' &&
      (locator === 'authorization' || (isToldByLogin(credential) && !isGuard(locator))),
  );
}

/** The answer to a login had it in its body, under a name that is not one against forgery. */
export function isToldByLogin({ behaviour, sightings }: Credential): boolean {
  const login = behaviour.issuedAtLogin?.id;
  const isTold = ({ direction, carrier, locator, firstExchange }: Sighting) =>
    direction === 'received' &&
    carrier === 'body' &&
    firstExchange?.id === login &&
    !isGuard(locator.slice(locator.lastIndexOf('/') + 1));
  return login !== undefined && sightings.some(isTold);
}

function isGuard(name: string): boolean {
  return hintOf(name)?.role === 'csrf';
}
