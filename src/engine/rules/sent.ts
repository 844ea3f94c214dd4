import type { Carrier, Credential, Sighting } from '../model.js';
import { isLocal, parseUrl } from '../normalize/addresses/site.js';
import { remembered } from '../memo.js';

/**
 * Carriers that a script or a form fills, in contrast to the cookie jar, which the browser empties.
 */
const EXPLICIT: ReadonlySet<Carrier> = new Set<Carrier>(['header', 'url', 'body', 'websocket']);

/** Sightings on the way out that somebody's code put there: header, URL, body. */
export const sentExplicitly = remembered(({ sightings }: Credential): readonly Sighting[] =>
  sightings.filter((s) => s.direction === 'sent' && EXPLICIT.has(s.carrier)),
);

/** Plain http, where everybody on the way can read. */
export function inClearText({ origin }: Sighting): boolean {
  return origin.startsWith('http:');
}

/** To the machine itself, where nobody is on the way. */
export function toLocal({ origin }: Sighting): boolean {
  return isLocal(parseUrl(origin)?.hostname ?? '');
}
