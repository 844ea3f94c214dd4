import { memo } from '../../memo.js';
import { bigramOddity } from './bigrams.js';
import { isUuid } from './uuid.js';
import { regex } from '../../regex.js';

/** Enough of a value to judge it by; the rest costs time and tells nothing new. */
const SAMPLE = 4096;
/** JSON, markup, prose, lists, header values: text with a syntax of its own. */
export const SYNTAX = /[\s<>{}()[\]"'`,;\\]|:\/\//;
const DATE = /^\d{4}-?\d\d-?\d\d(?:[T_ -]?[\d:.]{4,15}(?:Z|[+-]\d\d:?\d\d)?)?$/i;
const FILE_NAME = regex('i')`
  \.(?:m?js|cjs|jsx|tsx?|css|map|json|x?html?|php|aspx?|jsp|xml|txt|csv|md|pdf|zip|gz|png|jpe?g
  |gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp[34]|webm|m4a|wav|wasm|m3u8)$`;
const ADDRESS = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,}[\d.]*$/i;

/**
 * Estimated entropy of a value in bits: Shannon's over its own characters, corrected for the short
 * sample (Miller–Madow), times its length, and never more than the alphabet it is written in
 * allows.
 */
export const estimateBits = memo((value): number => {
  const sample = value.slice(0, SAMPLE);
  const counts = countsOf(sample);
  if (counts.length < 2) return 0;
  let perChar = (counts.length - 1) / (2 * Math.LN2 * sample.length);
  for (const count of counts) {
    const share = count / sample.length;
    perChar -= share * Math.log2(share);
  }
  return Math.round(Math.min(perChar, Math.log2(alphabetOf(sample))) * sample.length);
});

/** How often each character stands in a text, in the order of the first of each. */
function countsOf(text: string): number[] {
  const counts: number[] = [];
  const places = new Map<string, number>();
  // Of ASCII, as nearly all values are, without a look into a table of texts; 0: not seen yet.
  const ofCode = new Uint8Array(128);
  for (const char of text) {
    const code = char.charCodeAt(0);
    const known = code < 128 ? ofCode[code]! - 1 : (places.get(char) ?? -1);
    if (known >= 0) counts[known]!++;
    else {
      if (code < 128) ofCode[code] = counts.length + 1;
      else places.set(char, counts.length);
      counts.push(1);
    }
  }
  return counts;
}

/**
 * True for a value that looks made by a random generator: its letters and digits follow each other
 * as they do not in words, names, dates, versions, file names or addresses. One such part is
 * enough.
 */
export const looksRandom = memo(readsAsRandom);

function readsAsRandom(value: string): boolean {
  const plain = value.slice(0, SAMPLE).replace(/^"([^"]*)"$/, '$1');
  if (plain.length < 10 || SYNTAX.test(plain)) return false;
  if (isUuid(plain)) return true;
  if (DATE.test(plain) || FILE_NAME.test(plain) || ADDRESS.test(plain)) return false;
  if (isRandomRun(plain)) return true;
  const runs = plain.match(/[A-Za-z0-9]{16,}/g) ?? [];
  return runs.some((run) => run.length < plain.length && isRandomRun(run));
}

function isRandomRun(run: string): boolean {
  if (/^\d+$/.test(run)) return run.length >= 24 && new Set(run).size >= 6;
  if (isHexId(run)) return true;
  const { odd, counted } = bigramOddity(run);
  const share = odd / Math.max(1, counted);
  if (run.length < 16) return /\d/.test(run) && odd >= 6 && share >= 0.65;
  if (estimateBits(run) < 40 || odd < 4) return false;
  if (/\d/.test(run)) return share >= 0.5;
  const oneCase = run === run.toLowerCase() || run === run.toUpperCase();
  return oneCase ? share >= 0.4 && /^[A-Za-z]{20,}$/.test(run) : share >= 0.5;
}

/** Bytes in hexadecimal: chance may give nearly all digits, of which neighbours say nothing. */
function isHexId(run: string): boolean {
  if (run.length < 24 || !/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(run)) return false;
  const letters = run.replace(/\d/g, '').length;
  return letters >= 2 && run.length - letters >= 4 && new Set(run).size >= 8;
}

/** Size of the smallest usual alphabet that has all of a value's characters. */
function alphabetOf(sample: string): number {
  if (/^\d+$/.test(sample)) return 10;
  if (/^(?:[0-9a-f-]+|[0-9A-F-]+)$/.test(sample)) return 16;
  if (/^(?:[0-9a-z]+|[0-9A-Z]+)$/.test(sample)) return 36;
  if (/^[0-9A-Za-z]+$/.test(sample)) return 62;
  return /^[0-9A-Za-z+/_=-]+$/.test(sample) ? 64 : 95;
}
