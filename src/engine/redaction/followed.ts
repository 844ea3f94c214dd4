import { isRandom } from './is-random.js';

const FOLLOWED = /:\/\/|\?|=[^=]/;
/** What ends base64, before a mark between two parts of one value. */
const PADDED = /^([\w+/-]{12,512}={1,2})[:.|~!*$](?=[\w+/-])/;

/** True for a value that has names in it, or an address: what is secret there, they say. */
export function isFollowed(value: string): boolean {
  return FOLLOWED.test(value) && !isInParts(value);
}

/** True for a ticket such as `…==:…`, in which a `=` is no mark between a name and a value. */
function isInParts(value: string): boolean {
  const first = PADDED.exec(value)?.[1];
  return first !== undefined && !/[?&\s]/.test(value) && isRandom(first);
}
