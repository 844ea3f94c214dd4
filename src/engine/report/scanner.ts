/** Gives a character as it is compared; 0 for one of ASCII that is passed over. */
type Fold = (code: number) => number;

/** Is told what begins at a place like the text does there; says where to look on. */
type Meet<T> = (candidates: readonly T[], at: number) => number;

const BASE = 1_000_003;
/** So many bits of a hash tell most places apart from all that is looked for. */
const BITS = 0xffff;

/**
 * Looks for many texts at once by a rolling hash of their first characters (Karp and Rabin, 1987).
 */
export class Scanner<T extends { written: string }> {
  readonly #length: number;
  readonly #fold: Fold;
  /** Of characters of ASCII, so that no function is called for them. */
  readonly #folded: Uint8Array;
  readonly #oldest: number;
  readonly #found = new Map<number, T[]>();
  readonly #some = new Uint8Array(BITS + 1);

  constructor(length: number, fold: Fold) {
    this.#length = length;
    this.#fold = fold;
    this.#folded = Uint8Array.from({ length: 128 }, (_, code) => fold(code));
    this.#oldest = Array.from({ length }).reduce<number>((power) => Math.imul(power, BASE), 1);
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  /** `signs`: characters as they are compared, of which there are as many as are hashed. */
  add(signs: string, one: T): void {
    let hash = 0;
    for (let at = 0; at < this.#length; at++)
      hash = (Math.imul(hash, BASE) + signs.charCodeAt(at)) | 0;
    const same = this.#found.get(hash) ?? [];
    // The longest first: what begins with another one goes as a whole.
    const at = same.findIndex(({ written }) => written.length < one.written.length);
    same.splice(at < 0 ? same.length : at, 0, one);
    this.#found.set(hash, same);
    this.#some[hash & BITS] = 1;
  }

  scan(text: string, meet: Meet<T>): void {
    const length = this.#length;
    const folded = this.#folded;
    const fold = this.#fold;
    const some = this.#some;
    const oldest = this.#oldest;
    const end = text.length;
    let hash = 0;
    let count = 0;
    // Where the first of the signs stands that are hashed.
    let start = -1;
    let from = 0;
    for (let at = 0; at < end; at++) {
      const code = text.charCodeAt(at);
      const sign = code < 128 ? folded[code]! : fold(code);
      if (sign === 0) continue;
      if (count < length) {
        hash = (Math.imul(hash, BASE) + sign) | 0;
        if (start < 0) start = at;
        if (++count < length) continue;
      } else {
        const first = text.charCodeAt(start);
        const leaving = first < 128 ? folded[first]! : fold(first);
        hash = (Math.imul(hash, BASE) + sign - Math.imul(leaving, oldest)) | 0;
        for (start++; folded[text.charCodeAt(start)] === 0;) start++;
      }
      if (some[hash & BITS] === 0 || start < from) continue;
      const candidates = this.#found.get(hash);
      if (candidates) from = meet(candidates, start);
    }
  }
}
