import { looksRandom } from '../values/ids/entropy.js';
import { Letters } from './letters.js';
import { looksAlike, writePart } from './pieces.js';

/** So often other signs are tried for a piece. */
const TRIES = 12;
/** Of a short piece hardly anything can be told, and there may be very many in a value. */
const SHORT = 8;
const SHORT_TRIES = 2;
const HAS_SIGNS = /[\p{L}\d]/u;

/** Writes other signs in the place of those of a piece, so that it looks as it did. */
export class OtherSigns {
  readonly #seenAt: number;
  readonly #letters = new Map<string, Letters>();

  constructor(seenAt: number) {
    this.#seenAt = seenAt;
  }

  /** Within a group the same piece becomes the same; `index`: where in its value it stands. */
  write(piece: string, group: string, index: string): string {
    let written = piece;
    const tries = piece.length < SHORT ? SHORT_TRIES : TRIES;
    for (let attempt = 0; attempt < tries && HAS_SIGNS.test(piece); attempt++) {
      const letters = this.#lettersOf(`${group} ${attempt}`);
      // What only has digits among its letters looks more random than it does when all are drawn.
      const isCareful = attempt >= TRIES / 2 && !looksRandom(piece);
      written = writePart(piece, this.#seenAt, (part, place, manner) =>
        letters.write(part, `${index}${place}`, isCareful ? 'words' : manner),
      );
      if (written !== piece && looksAlike(piece, written)) break;
    }
    return written;
  }

  #lettersOf(group: string): Letters {
    const known = this.#letters.get(group);
    if (known) return known;
    const letters = new Letters(this.#letters.size);
    this.#letters.set(group, letters);
    return letters;
  }
}
