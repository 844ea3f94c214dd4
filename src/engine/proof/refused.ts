import type { Cast } from './cast.js';
import type { Search } from './minimal-sets.js';

/** So many refusals in a row make one look whether the login is still there. */
const PATIENCE = 3;

type Kept = ReadonlySet<string>;

/**
 * What was refused since the login was last seen to be there, any of which may have ended it.
 * Before a question that may end it one looks, so that an end is the end of one question alone.
 */
export class Refused {
  readonly #order: readonly string[];
  readonly #likely: readonly string[];
  readonly #search: Search;
  #since: Kept[] = [];
  /** Refused, and the login was there afterwards. */
  #outlived: Kept[] = [];
  #isSeen = false;

  constructor({ order, likely }: Cast, search: Search) {
    this.#order = order;
    this.#likely = order.slice(0, likely);
    this.#search = search;
  }

  /** The login was seen, and nothing was refused since. */
  get isAlive(): boolean {
    return this.#isSeen && this.#since.length === 0;
  }

  note(kept: Kept, isAnswered: boolean): void {
    if (!isAnswered) this.#since.push(kept);
    else if (this.#likely.length > 0 && this.#likely.every((id) => kept.has(id))) this.outlived();
  }

  /** The login is there. */
  outlived(): void {
    this.#outlived.push(...this.#since);
    this.#since = [];
    this.#isSeen = true;
  }

  /** Whether to look for the login before this is asked. */
  isToBeLookedInto(next: Kept): boolean {
    const { length } = this.#since;
    return length > 0 && (length >= PATIENCE || this.#isRisky(next) || this.#isRisky(this.#last));
  }

  /**
   * The login is over. It was ended by the last question, where that one had a part of a session in
   * it.
   */
  tell(): void {
    if (this.#since.length !== 1 || !this.#isRisky(this.#last)) return;
    const missing = [...this.#outlived, this.#last].map((kept) =>
      this.#order.filter((id) => !kept.has(id)),
    );
    const essential = new Set(missing.flatMap((ids) => (ids.length === 1 ? ids : [])));
    const isWhole = this.#search.knowledge?.of(essential) === true;
    this.#search.ended = { without: missing.at(-1)!, essential, isWhole };
  }

  get #last(): Kept {
    return this.#since.at(-1) ?? new Set();
  }

  /**
   * A session may be in it, and a part of it missing; where more was missing no server ended one
   * yet.
   */
  #isRisky(kept: Kept): boolean {
    const held = this.#likely.filter((id) => kept.has(id));
    const isLess = (one: Kept) => [...one].every((id) => kept.has(id));
    const isTried = this.#outlived.some((one) => isLess(one) && held.every((id) => one.has(id)));
    return held.length > 0 && !isTried;
  }
}
