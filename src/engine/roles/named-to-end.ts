import type { Sighting } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { LOG_OUT } from '../normalize/words/acts.js';
import { unaccented } from '../normalize/words/unaccented.js';
import { text } from '../text.js';
import { hintOf } from '../values/names/name-hint.js';
import type { Cue } from './cue.js';

export const NAMED_TO_END: Cue = {
  role: 'other',
  weight: 0.75,
  text: text(
    'evidence_named_to_end',
    'sent only to where somebody logs out: it says which session is to end',
  ),
};

const OUT = new RegExp(LOG_OUT, 'i');

/**
 * True where a value stands in an address, and only of requests to log out, under no name by which
 * a framework knows its sessions.
 */
export function isNamedToEnd(sightings: readonly Sighting[]): boolean {
  return sightings.every(
    ({ carrier, direction, locator, firstExchange, lastExchange }) =>
      carrier === 'url' &&
      direction === 'sent' &&
      hintOf(locator)?.from === undefined &&
      [firstExchange, lastExchange].every((one) =>
        OUT.test(unaccented(parseUrl(one?.url ?? '')?.pathname ?? '')),
      ),
  );
}
