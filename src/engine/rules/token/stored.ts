import type { Known } from '../../known.js';
import type { Credential, Sighting, StorageArea } from '../../model.js';
import { text } from '../../text.js';
import type { Check, Evidence } from '../rule.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import { isOfGuests } from './for-guests.js';

/** Where in this storage area a credential lies, or lay. */
export function storedIn(area: StorageArea, credential: Credential, known: Known): Evidence[] {
  return credential.sightings
    .filter((s) => s.carrier === area && s.direction === 'stored')
    .map((s) => ({ text: placeText(area, s, known.isLive(credential)) }));
}

/** The same where somebody's login lies there: with a token for guests nobody's is lost. */
export function loginStoredIn(area: StorageArea, credential: Credential, known: Known): Check {
  const places = storedIn(area, credential, known);
  // Asked last: whom a token was got with takes long to tell, and few lie anywhere.
  return places.length > 0 && isOfGuests(credential, known) ? 'does-not-apply' : places;
}

function placeText(area: StorageArea, { locator, origin, goneAt }: Sighting, isLive: boolean) {
  const values = { area, origin: tellHost(origin), locator: tellName(locator) };
  return isLive && goneAt === undefined
    ? text(
        'evidence_stored_in',
        'It lies in the {area} of {origin} under the key {locator}.',
        values,
      )
    : text(
        'evidence_was_stored_in',
        'It lay in the {area} of {origin} under the key {locator}.',
        values,
      );
}
