import type { Credential, Exchange } from '../model.js';
import { isUnknown } from '../roles/cue.js';
import { looksRandom } from '../values/entropy.js';
import { isGuestPath } from './beside-login-words.js';
import { leadsOn } from './login-signs.js';

/** A session that is another one so often changes with every page, whatever happens. */
const MOST_VALUES = 4;

/**
 * True for a form of which nothing was seen but that a page sent it: its answer sends the browser on, with
 * another session in the place of the one that whoever comes is given. Servers do so when somebody logs in
 * (OWASP ASVS 5.0 V7.2.4), and hardly ever else.
 */
export function changesSession(exchange: Exchange, gave: readonly Credential[]): boolean {
  const { type, method, request, url } = exchange;
  const isUnseen = type === 'document' && method === 'POST' && request.body === undefined;
  return isUnseen && leadsOn(exchange) && !isGuestPath(url) && gave.some(isOtherSession);
}

/** What holds its state itself changes with every answer, and so does what is no id of a session. */
function isOtherSession(one: Credential): boolean {
  const { kind, value, format, attributes, valueCount, role, sightings } = one;
  if (kind !== 'cookie' || attributes?.httpOnly !== true || format !== 'opaque') return false;
  if (attributes.persistent || valueCount < 2 || valueCount > MOST_VALUES) return false;
  const lines = sightings.reduce(
    (sum, { carrier, direction, count }) =>
      sum + (carrier === 'cookie' && direction === 'received' ? count : 0),
    0,
  );
  return lines === valueCount && looksRandom(value) && (role === 'session' || isUnknown(one));
}
