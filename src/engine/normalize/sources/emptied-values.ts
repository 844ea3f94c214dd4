import type { Header } from '../../model.js';
import { type Diagnosis, diagnosis, text } from '../../text.js';

/** A server ends a cookie so, with nothing as its value (RFC 6265bis §3.1). */
const ENDS = /;\s*(?:max-age\s*=\s*-?0*(?=\s*(?:;|$))|expires\s*=)/i;

/**
 * Whether the values of a file's credentials were taken out of it, and their names left. No single
 * one tells: cookies are empty, too. A file that has many, and nothing in any of them, does.
 */
export class EmptiedValues {
  #empty = 0;
  #hasValue = false;

  /** Takes a header that carries credentials; false for one with nothing in it at all. */
  note({ name, value }: Header): boolean {
    if (name === 'set-cookie' && value !== '' && ENDS.test(value)) return true;
    const pairs = name === 'set-cookie' ? [value.split(';', 1)[0]!] : value.split(';');
    if (pairs.some(hasValue)) this.#hasValue = true;
    else this.#empty++;
    return value.trim() !== '';
  }

  diagnoses(): Diagnosis[] {
    return this.#empty > 1 && !this.#hasValue ? [EMPTIED] : [];
  }
}

function hasValue(pair: string): boolean {
  return pair.slice(pair.indexOf('=') + 1).trim() !== '';
}

const EMPTIED = diagnosis(
  text(
    'diagnosis_emptied',
    'every cookie and Authorization header of the file is empty: what was in them was left out, ' +
      'and what it was is unknown',
  ),
);
