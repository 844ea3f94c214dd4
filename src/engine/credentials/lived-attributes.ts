import type { CookieAttributes, Credential, Sighting } from '../model.js';
import { isLocal, parseUrl } from '../normalize/addresses/site.js';

/** False for a cookie that never was one: the browser refused it, or it came expired. */
export function hasLived({ cookie }: Pick<Credential, 'cookie'>): boolean {
  return !cookie?.rejected && !cookie?.expiredOnArrival;
}

/**
 * What is known of the attributes that a cookie had while it lived, seen or concluded; what a
 * logout or a deletion ended did live. An absent member is unknown.
 */
export function livedAttributes(credential: Credential): Partial<CookieAttributes> {
  const { attributes = {} } = credential;
  // A Secure cookie never goes to such a place (RFC 6265bis §5.8.3): what did is none.
  const lacksSecure =
    attributes.secure === undefined && cookieUsesInClear(credential).some((use) => !toLocal(use));
  return lacksSecure ? { ...attributes, secure: false } : attributes;
}

/** Times that the browser sent a cookie where everybody on the way could read it. */
export function cookieUsesInClear({ sightings }: Credential): Sighting[] {
  return sightings.filter(
    ({ carrier, direction, origin }) =>
      carrier === 'cookie' && direction === 'sent' && origin.startsWith('http:'),
  );
}

/** To the machine itself, where nobody is on the way. */
function toLocal({ origin }: Sighting): boolean {
  return isLocal(parseUrl(origin)?.hostname ?? '');
}
