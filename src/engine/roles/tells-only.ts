import type { Credential, Sighting } from '../model.js';
import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { text } from '../text.js';
import { looksRandom } from '../values/ids/entropy.js';
import { isUuid } from '../values/ids/uuid.js';
import { fieldName } from '../values/names/field-name.js';
import { unwrapBase64 } from '../values/unwrap.js';
import { isTokenLike } from './cookie-facts.js';
import type { Cue } from './cue.js';

// What looks like a secret by its length or its name, and tells something to whoever reads it.

const APPLICATION: Cue = {
  role: 'other',
  weight: 0.9,
  text: text(
    'evidence_application_id',
    'a UUID under a name for an application: it says which one asks, and opens nothing',
  ),
};

const IN_CLEAR: Cue = {
  role: 'other',
  weight: 0.9,
  text: text(
    'evidence_told_in_clear',
    'answers alone have it, and it is JSON that anybody can read, with no secret in it',
  ),
};

const OF_CLIENT: Cue = {
  role: 'other',
  weight: 0.9,
  text: text(
    'evidence_client_session',
    'a UUID that no answer gave, in a header for the session of a client: the page numbers its ' +
      'visits',
  ),
};

const APP_ID = /(?:^|[-_])app(?:lication)?[-_]?id$/i;

const CLIENT_SESSION = /(?:^|[-_])(?:client|browser|tab|page|window)[-_]?session(?:[-_]?id)?$/i;

/** Evidence that it proves nothing: it numbers an application or a visit, or is for pages. */
export function tellsOnlyCues({ kind, format, value, sightings }: Credential): Cue[] {
  if (kind !== 'token' || sightings.length === 0) return [];
  if (format === 'uuid') {
    if (sightings.every(({ locator }) => APP_ID.test(fieldName(locator)))) return [APPLICATION];
    return sightings.every(numbersVisits) ? [OF_CLIENT] : [];
  }
  const isGiven = sightings.every(({ direction }) => direction === 'received');
  return isGiven && unwrapBase64(value).some(isInClear) ? [IN_CLEAR] : [];
}

function numbersVisits({ carrier, direction, locator }: Sighting): boolean {
  return carrier === 'header' && direction === 'sent' && CLIENT_SESSION.test(locator);
}

/** An object with something in it, of which nothing was drawn by chance but numbers of people. */
function isInClear(json: string): boolean {
  if (!json.startsWith('{')) return false;
  const texts = stringsOf(parseJson(json)).map((one) => one.value);
  return texts.length > 0 && !texts.some((one) => isTokenLike(one) || isSecret(one));
}

function isSecret(told: string): boolean {
  return looksRandom(told) && !isUuid(told);
}
