import { looksRandom } from '../values/ids/entropy.js';
import { mayBeId } from '../values/ids/may-be-id.js';
import { isSecret } from '../values/telling/redact.js';

/** True for what chance made, by its looks alone. */
export function isRandom(value: string): boolean {
  // What a directory or Spring says of how a password is hashed: `{SSHA}`.
  const bare = value.replace(/^\{[\w-]{2,16}\}(?=[\w+/$])/, '');
  return bare.length >= 8 && (looksRandom(bare) || mayBeId(bare) || isSecret('', bare));
}
