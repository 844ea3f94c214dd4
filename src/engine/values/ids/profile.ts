import { unwrapPlain } from '../unwrap.js';
import { formatOf } from '../format.js';
import { formatFacts } from '../formats.js';
import { looksRandom } from './entropy.js';
import { membersOf } from './id-members.js';
import { isMoment } from './moment.js';

/** A name, a word, a number, a flag, an address of mail. */
const PLAIN = /^[\p{L}\p{M}\d _.,+@:/-]{0,64}$/u;
/** What is mixed so is longer than a name with a number behind it, and may be drawn. */
const MAY_BE_DRAWN = /^(?=.*\d.*[a-z].*\d)(?=.*[a-z].*\d.*[a-z])[\w+/=-]{8,}$/i;

/**
 * True for a record in the form of a query (`uid=ada&age=30`) in which nothing was drawn: it tells
 * of a user what everybody may know, or write.
 */
export function isProfile(value: string): boolean {
  const plain = unwrapPlain(value);
  if (!plain.includes('=') || plain.startsWith('{')) return false;
  const members = membersOf(plain);
  return members !== undefined && [...members.values()].every(isOpen);
}

function isOpen(member: string): boolean {
  const plain = unwrapPlain(member);
  if (isMoment(plain)) return true;
  const { unmistakable, structured } = formatFacts(formatOf(plain).format);
  if (unmistakable || structured || looksRandom(plain)) return false;
  return PLAIN.test(plain) && !MAY_BE_DRAWN.test(plain) && !/\d{12}/.test(plain);
}
