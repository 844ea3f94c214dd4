import { text } from '../../text.js';
import { alphabetOf } from './alphabet.js';
import { bigramOddity } from './bigrams.js';
import type { Column, IdPart } from './id-part.js';

/** Letters of words are easy to foresee (Shannon, "Prediction and Entropy of Printed English"). */
const BITS_PER_LETTER = 1.5;
const MOST_PER_LETTER = 2.5;
const ODD = 0.25;

/** A part that is words, as `administrator` is. */
export function wordsPart({ values }: Column): IdPart | undefined {
  if (!values.every(isWord)) return undefined;
  const length = values.reduce((sum, value) => sum + value.length, 0) / values.length;
  // One value alone may look like a word by chance.
  const most = values.length > 1 ? MOST_PER_LETTER : alphabetOf(values[0]!).bits;
  const said = text('entropy_part_words', 'a word');
  return { kind: 'words', bits: BITS_PER_LETTER * length, from: 0, to: most * length, text: said };
}

function isWord(value: string): boolean {
  if (!/^(?:[a-z]{6,}|[A-Z]?[a-z]{5,}|[A-Z]{6,})$/.test(value)) return false;
  const { odd, counted } = bigramOddity(value);
  return odd / Math.max(1, counted) < ODD;
}
