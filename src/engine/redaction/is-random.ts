import { looksRandom } from '../values/ids/entropy.js';
import { mayBeId } from '../values/ids/may-be-id.js';
import { isSecret } from '../values/telling/redact.js';

/** True for what chance made, by its looks alone. */
export function isRandom(value: string): boolean {
  return value.length >= 8 && (looksRandom(value) || mayBeId(value) || isSecret('', value));
}
