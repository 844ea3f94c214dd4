import type { Credential } from '../model.js';

/**
 * A cookie that a script wrote, and whose value scripts send in the Authorization header: there it
 * is that the server reads it, and the cookie keeps it from one page to the next, as web storage
 * would.
 */
export function isKeptForHeader({ kind, cookie, attributes, sightings }: Credential): boolean {
  if (kind !== 'cookie' || cookie?.setBy || attributes?.httpOnly) return false;
  return sightings.some(
    ({ direction, carrier, locator }) =>
      direction === 'sent' && carrier === 'header' && locator === 'authorization',
  );
}
