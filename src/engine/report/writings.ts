import { memo } from '../memo.js';
import { decodePercent } from '../normalize/addresses/raw-url.js';
import { decodeBase64, latin1 } from '../base64.js';
import { bytesOfHex, hexOf } from '../values/bytes.js';

/**
 * How far a text may be from a writing and still be one: the very same; in other case; or of the
 * same letters and digits, whatever stands between them, as in lines or groups.
 */
export type Reach = 'exact' | 'case' | 'signs';

/** One way in which a value is written; `open`: what follows in base64 or hex goes with it. */
export interface Writing {
  written: string;
  /** Its letters and digits, in small letters. */
  signs: string;
  /** How many characters stand before the first of them. */
  lead: number;
  secret: string;
  open: boolean;
  reach: Reach;
}

/** Shorter writings stand in a text by chance. */
const MIN_WRITTEN = 8;
/** So many letters and digits in the same order are no chance, whatever stands between them. */
const MIN_SIGNS = 12;
/** In an encoding, of which a value of eight has at least as many. */
const MIN_ENCODED = 16;
/** Of sixteen bytes there are so many signs at least. */
const MIN_OF_BYTES = 22;
/** Of a longer value this much is looked for in base64 and hex, and what follows goes with it. */
const MAX_ENCODED = 256;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const SIGN = /[A-Za-z0-9\u0080-\uffff]/;
const NO_SIGNS = /[^A-Za-z0-9\u0080-\uffff]+/g;
const SEPARATED = /[^A-Za-z0-9\u0080-\uffff]/;
const ASCII = /^[\0-\x7f]*$/;
const MASKED = /^[^(]{0,4}…\(\d+\)/;

/** A letter as a small one, and a digit; 0 for what stands between them. */
export function signOf(code: number): number {
  if (code >= 128) return code;
  if (code >= 65 && code <= 90) return code + 32;
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) ? code : 0;
}

/** The ways in which a value may be written; `isRandom`: its letters and digits alone tell it. */
export function writingsOf(secret: string, isRandom: boolean): readonly Writing[] {
  return isRandom ? ofChance(secret) : ofWords(secret);
}

const ofChance = memo((secret) => made(secret, true));
const ofWords = memo((secret) => made(secret, false));

function made(secret: string, isRandom: boolean): readonly Writing[] {
  const isQuoted = secret.startsWith('"') && secret.endsWith('"');
  const plain = isQuoted ? secret.slice(1, -1) : secret;
  const decoded = decodePercent(secret);
  const asItIs = [secret, ...(isQuoted ? [plain] : []), ...(decoded === secret ? [] : [decoded])];
  const turned = isRandom ? [[...plain].toReversed().join('')] : [];
  const leastAsItIs = isRandom ? MIN_SIGNS : Infinity;
  return [
    ...[...asItIs, ...turned].map((written) => writingOf(written, secret, false, leastAsItIs)),
    ...encodingsOf(plain).map((written) => writingOf(written, secret, true, MIN_ENCODED)),
    ...(isRandom ? ofItsBytes(plain) : []).map((written) =>
      writingOf(written, secret, false, MIN_ENCODED),
    ),
  ].filter(({ written }) => written.length >= MIN_WRITTEN && !MASKED.test(written));
}

/** Of at least so many signs these alone tell that it is one. */
function writingOf(written: string, secret: string, open: boolean, least: number): Writing {
  const signs = signsOf(written);
  const lead = signs.length < MIN_WRITTEN ? 0 : written.search(SIGN);
  const reach = signs.length >= least ? 'signs' : open ? 'exact' : 'case';
  return { written, signs, lead, secret, open, reach };
}

/** A value as it is, and nothing else. */
export function itself(secret: string): Writing {
  return { ...writingOf(secret, secret, false, Infinity), reach: 'exact' };
}

/** The letters and digits of a text, in small letters. */
export function signsOf(text: string): string {
  const signs = SEPARATED.test(text) ? text.replace(NO_SIGNS, '') : text;
  return ASCII.test(signs) ? signs.toLowerCase() : signs.replace(/[A-Z]+/g, lower);
}

function lower(signs: string): string {
  return signs.toLowerCase();
}

/**
 * Base64 at every alignment, both alphabets, without what its neighbours change; hex; and lists of
 * bytes as scripts write them, of which only the digits are compared.
 */
function encodingsOf(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret.slice(0, MAX_ENCODED));
  const hex = Array.from(bytes, (byte) => HEX[byte]!);
  const encoded = [0, 1, 2].map((shift) => {
    const binary = '\0'.repeat(shift) + String.fromCharCode(...bytes);
    const base64 = btoa(binary).replace(/=+$/, '');
    const clean = Math.floor((binary.length * 8) / 6);
    return base64.slice(Math.ceil((shift * 8) / 6), clean);
  });
  // Of so many signs the rest is passed over, which is all that the alphabets differ in.
  const url = encoded
    .filter((base64) => base64.length < 2 * MIN_ENCODED)
    .map((base64) => base64.replaceAll('+', '-').replaceAll('/', '_'));
  const inLists = [bytes.join(','), `0x${hex.join(',0x')}`];
  return [...new Set([...encoded, ...url, hex.join(''), ...inLists])];
}

/** The same bytes otherwise, where the value itself is hex or base64 of some. */
function ofItsBytes(secret: string): string[] {
  if (secret.length < MIN_OF_BYTES || secret.length > MAX_ENCODED) return [];
  const hex = secret.replaceAll('-', '');
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(hex);
  const bytes = isHex ? bytesOfHex(hex) : decodeBase64(secret);
  if (!bytes) return [];
  return [isHex ? btoa(latin1(bytes)).replace(/=+$/, '') : hexOf(bytes), bytes.join(',')];
}
