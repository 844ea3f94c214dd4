import { looksRandom } from './entropy.js';

/** Between the entries of what a program lists in one value. */
const BETWEEN = /[,;|]/;
/** Between the words of an entry: `logged-in`, `orders.read`, `seen:1`. */
const BETWEEN_WORDS = /[\s._@+=:/-]+/;
/** A word, mostly one that is numbered, or a short number: `nav2`, `40plus`, `b2b`. */
const WORD = /^(?:\p{L}{0,24}\d{1,3}\p{L}{0,12}|\p{L}{1,32}|\d{1,6})?$/u;
const MAX_LENGTH = 2_000;

/**
 * True for a list of words and short numbers, as of features, segments or groups: whoever has the
 * same has the same list. What was drawn is no word, and one such entry is enough.
 */
export function isWordList(value: string): boolean {
  if (value.length > MAX_LENGTH) return false;
  const entries = value.split(BETWEEN).map((entry) => entry.trim());
  const hasWord = entries.some((entry) => /\p{L}{2}/u.test(entry));
  return entries.length > 1 && hasWord && entries.every(areWords);
}

function areWords(entry: string): boolean {
  return !looksRandom(entry) && entry.split(BETWEEN_WORDS).every((word) => WORD.test(word));
}
