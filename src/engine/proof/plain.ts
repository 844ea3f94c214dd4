import { isSecret } from '../values/telling/mask.js';

/** Pieces of one answer that are compared. */
export const MOST_FEATURES = 4_000;
/** Characters of one piece. */
const LONGEST = 160;
/** What may be a value of its own in a text: an id, a hash, a date with its time, a number. */
const VOLATILE = /[\p{L}\p{N}_+=%:.-]{8,}|\d+/gu;
const DATE = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)|^\d{1,2}:\d\d(?::\d\d)?$/;

/**
 * A piece of text as it is compared and shown: numbers and random values are marks, blanks are one.
 */
export function plain(source: string): string {
  return source
    .slice(0, 4 * LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(VOLATILE, volatile)
    .slice(0, LONGEST);
}

function volatile(word: string): string {
  if (/^\d+$/.test(word)) return /^0+$/.test(word) ? '0' : '#';
  if (DATE.test(word)) return '#';
  return isSecret('', word) ? '…' : word.replace(/\d+/g, '#');
}
