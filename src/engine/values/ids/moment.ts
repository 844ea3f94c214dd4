import { memo } from '../../memo.js';
import { regex } from '../../regex.js';
import { unwrapPlain } from '../unwrap.js';
import { decodedText } from './id-decoded.js';

/** A day or a moment, as people, servers and programs write it; seconds and milliseconds too. */
const DATE = regex('i')`
  ^(?:\d{1,4}[-/._ ](?:\d{1,2}|[a-z]{3,9})[-/._ ]\d{1,4}(?:[t ,_+-]*[\d:.]*[ _]?
  (?:z|[a-z]{2,4}|[+-]\d\d:?\d\d)?)?|[a-z]{3},? .*\d{4}.*|1[0-9]{9}(?:\d{3})?(?:\.\d{1,6})?
  |20\d\d[01]\d[0-3]\dt?[0-2]\d[0-5]\d(?:[0-5]\d(?:\d{3})?)?(?:z|[+-]\d{4})?)$`;
/** Behind a moment some servers write how often it was. */
const COUNT = /[^\da-z]\d{1,3}$/i;
/** Between the numbers of a list; a full stop or a dash stands in ids of visitors as well. */
const BETWEEN_NUMBERS = /\s?[,;|:~&]\s?/;
/** A length of time, or a number of some; what is longer may be drawn. */
const SMALL = /^-?\d{0,8}$/;
/** No moment is longer, be it in base64 of base64. */
const LONGEST = 128;

/**
 * True for a day or a moment, or a list of small numbers with a moment among them; in quotes,
 * base64 or hexadecimal as well. Nobody is known by it.
 */
export const isMoment = memo((value): boolean => {
  if (value.length > LONGEST) return false;
  const plain = unwrapPlain(value);
  return [plain, decodedText(plain)?.trim() ?? ''].some(tellsMoment);
});

function tellsMoment(text: string): boolean {
  return DATE.test(text) || DATE.test(text.replace(COUNT, '')) || listsMoment(text);
}

function listsMoment(text: string): boolean {
  const numbers = text.split(BETWEEN_NUMBERS);
  const moments = numbers.filter((one) => DATE.test(one));
  return moments.length > 0 && numbers.every((one) => SMALL.test(one) || DATE.test(one));
}
