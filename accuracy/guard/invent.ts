import { createHash } from 'node:crypto';

/** What may be a secret: a run of letters, digits and the signs of base64. */
const RUN = /[A-Za-z0-9+_-]{12,}/g;
/** Base64url of an object's beginning: `{"`. */
const JSON_START = /^eyJ|^ewo/;
const CLASSES = ['abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '0123456789'] as const;

/**
 * Gives a text in which every value that may be a secret is replaced by an invented one of the same
 * shape: the same length, letters for letters of their case, digits for digits, hexadecimal for
 * hexadecimal. The same value becomes the same everywhere; what is in a JWT or in base64 JSON keeps
 * its members. Words, dates and plain numbers stay.
 */
export class Inventor {
  readonly #seed: string;
  readonly #made = new Map<string, string>();

  /** `names`: of cookies, headers, keys, which stay as they are. */
  constructor(seed: string, names: readonly string[]) {
    this.#seed = seed;
    for (const name of names) for (const [run] of name.matchAll(RUN)) this.#made.set(run, run);
  }

  text(text: string): string {
    return text.replace(RUN, (run) => this.#run(run));
  }

  #run(run: string): string {
    const known = this.#made.get(run);
    if (known !== undefined) return known;
    const made = JSON_START.test(run)
      ? (this.#json(run) ?? this.#random(run))
      : mayBeSecret(run)
        ? this.#random(run)
        : run;
    this.#made.set(run, made);
    return made;
  }

  /** Base64 JSON with its strings invented; nothing where it is no JSON. */
  #json(run: string): string | undefined {
    try {
      const text = Buffer.from(run, 'base64url').toString();
      JSON.parse(text);
      return Buffer.from(this.text(text)).toString('base64url');
    } catch {
      return undefined;
    }
  }

  #random(run: string): string {
    const bytes = this.#bytes(run);
    const isHex = /^(?:[0-9a-f-]+|[0-9A-F-]+)$/.test(run);
    // What a format begins with says which it is: a version, a time, a mark.
    const kept = isHex ? 0 : 4;
    return [...run]
      .map((sign, at) => (at < kept ? sign : another(sign, bytes[at % bytes.length]!, isHex)))
      .join('');
  }

  #bytes(run: string): Buffer {
    const blocks = Array.from({ length: Math.ceil(run.length / 64) }, (_, at) =>
      createHash('sha512').update(`${this.#seed} ${at} ${run}`).digest(),
    );
    return Buffer.concat(blocks);
  }
}

/** Not a word, nor words with dashes, nor a date or a number. */
function mayBeSecret(run: string): boolean {
  const digits = run.replaceAll(/\D/g, '').length;
  if (digits === 0) return /[a-z][A-Z]+[a-z]+[A-Z]/.test(run) && run.length >= 20;
  if (digits === run.length || /^\d{4}-\d\d-\d\d/.test(run)) return false;
  return digits >= 3 || run.length >= 24;
}

function another(sign: string, byte: number, isHex: boolean): string {
  if (isHex) return hexadecimal(sign, byte);
  const letters = CLASSES.find((one) => one.includes(sign));
  return letters ? letters[byte % letters.length]! : sign;
}

/** A letter or a digit for either: a hash has no fixed places for them. */
function hexadecimal(sign: string, byte: number): string {
  if (sign === '-') return sign;
  const made = (byte % 16).toString(16);
  return /[A-F]/.test(sign) ? made.toUpperCase() : made;
}
