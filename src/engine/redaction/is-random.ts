import { looksRandom } from '../values/entropy.js';
import { mayBeId } from '../values/may-be-id.js';
import { isSecret } from '../values/redact.js';

/** True for what chance made, by its looks alone. */
export function isRandom(value: string): boolean {
  return value.length >= 8 && (looksRandom(value) || mayBeId(value) || isSecret('', value));
}
