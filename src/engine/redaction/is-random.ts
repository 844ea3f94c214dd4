import { looksRandom } from '../values/entropy.js';
import { mayBeId } from '../values/may-be-id.js';
import { isSecret } from '../values/redact.js';

/** True for what chance made, by its looks alone. */
export function isRandom(value: string): boolean {
  // What a directory or Spring says of how a password is hashed: `{SSHA}`.
  const bare = value.replace(/^\{[\w-]{2,16}\}(?=[\w+/$])/, '');
  return bare.length >= 8 && (looksRandom(bare) || mayBeId(bare) || isSecret('', bare));
}
