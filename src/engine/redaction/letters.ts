import { type Dice, diceOf } from './dice.js';

const DIGITS = '0123456789';
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const VOWELS = 'aeiou';
const CONSONANTS = 'bcdfghjklmnpqrstvwxyz';
/** Letters of as many bytes in UTF-8: Latin, Greek and Cyrillic ones of two, Hangul of three. */
const TWO_BYTES = 'àáâãäåæçèéêëìíîïñòóôõöøùúûüý';
const THREE_BYTES = '가나다라마바사아자차카타파하고노도로모보소오조초코토포호';

/**
 * `chance`: any sign of the alphabet for any; `words`: a vowel for a vowel, a digit for a digit.
 */
export type Manner = 'chance' | 'words';

/**
 * Which sign stands for which, at each place of the values of one group: what is the same in all of
 * them stays the same, and what differs goes on to differ, so that they are as hard to guess as
 * they were. Which signs they were cannot be told.
 */
export class Letters {
  readonly #tables = new Map<string, Map<string, string>>();
  readonly #dice: Dice;

  constructor(number: number) {
    this.#dice = diceOf(number);
  }

  /** A piece of a value with other signs; the first of them is at this place. */
  write(piece: string, place: string, manner: Manner): string {
    const alphabet = manner === 'chance' ? alphabetOf(piece) : undefined;
    let written = '';
    let at = 0;
    for (const sign of piece) written += this.#signFor(sign, `${place}.${at++}`, alphabet);
    return written;
  }

  #signFor(sign: string, place: string, alphabet: string | undefined): string {
    const signs = alphabet?.includes(sign) ? alphabet : classOf(sign);
    if (signs === undefined) return sign;
    const key = `${place} ${signs}`;
    const table = this.#tables.get(key) ?? new Map<string, string>();
    this.#tables.set(key, table);
    const known = table.get(sign);
    if (known !== undefined) return known;
    // No number begins to be another number of digits.
    const isFirst = signs === DIGITS && place.endsWith('.0') && sign !== '0';
    const choice = freeSigns(isFirst ? signs.slice(1) : signs, table);
    const other = choice[this.#dice(choice.length)]!;
    table.set(sign, other);
    return other;
  }
}

/** Those that stand for none yet, or all of them: at most places only one sign is ever seen. */
function freeSigns(signs: string, table: ReadonlyMap<string, string>): string | string[] {
  if (table.size === 0) return signs;
  const taken = new Set(table.values());
  const free = [...signs].filter((one) => !taken.has(one));
  return free.length > 0 ? free : signs;
}

function alphabetOf(piece: string): string {
  const hasDigits = /\d/.test(piece);
  if (/^[\d-]+$/.test(piece)) return DIGITS;
  if (hasDigits && /^[0-9a-f-]+$/.test(piece)) return `${DIGITS}abcdef`;
  if (hasDigits && /^[0-9A-F-]+$/.test(piece)) return `${DIGITS}ABCDEF`;
  // RFC 4648 §6: keys of TOTP, and ids of keys.
  if (hasDigits && /^[A-Z2-7]{16,}$/.test(piece)) return `${UPPER}234567`;
  return (
    (hasDigits ? DIGITS : '') +
    (/[a-z]/.test(piece) ? LOWER : '') +
    (/[A-Z]/.test(piece) ? UPPER : '')
  );
}

/** The signs of which one stands for this one; undefined for what is no letter and no digit. */
function classOf(sign: string): string | undefined {
  const lower = sign.toLowerCase();
  if (DIGITS.includes(sign)) return DIGITS;
  if (VOWELS.includes(lower)) return sign === lower ? VOWELS : VOWELS.toUpperCase();
  if (CONSONANTS.includes(lower)) return sign === lower ? CONSONANTS : CONSONANTS.toUpperCase();
  if (!/^[\p{L}\p{M}]$/u.test(sign) || sign.length > 1) return undefined;
  return sign < '\u0800' ? TWO_BYTES : THREE_BYTES;
}
