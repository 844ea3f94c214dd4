import type { Cast } from './cast.js';
import type { Comparison } from './compare.js';
import type { Search } from './minimal-sets.js';
import type { Wanted } from './probe.js';
import type { Seen } from './seen.js';

/** So many of what nobody knows are looked at one by one. */
const MOST = 3;

/**
 * What is not needed for being known may be needed for what is shown: a key with which a server
 * reads its user's data. Of what nobody knows each is looked for such a difference, where there was
 * one at all.
 */
export class Closer {
  readonly #comparison: Comparison;
  readonly #cast: Cast;
  readonly #search: Search;
  /** Missing in an answer to the user that was the same but for what changes by itself. */
  readonly #same = new Set<string>();
  /** Missing alone in one that was another. */
  readonly #changed = new Map<string, Seen>();

  constructor(comparison: Comparison, cast: Cast, search: Search) {
    this.#comparison = comparison;
    this.#cast = cast;
    this.#search = search;
  }

  /** Answered as to the user. */
  note(kept: ReadonlySet<string>, seen: Seen): void {
    const missing = this.#cast.order.filter((id) => !kept.has(id));
    const [id] = missing;
    if (this.#comparison.isWhole(seen)) for (const one of missing) this.#same.add(one);
    else if (id !== undefined && missing.length === 1) this.#changed.set(id, seen);
  }

  /** False where the login was not there any more. */
  *look(): Generator<Wanted, boolean, Seen> {
    const { order, guards, obscure } = this.#cast;
    const members = this.#search.found?.sets.flat() ?? [];
    const all = [...order, ...guards];
    const open = obscure.filter((id) => !this.#same.has(id) && !members.includes(id));
    for (const id of open.slice(0, MOST)) {
      if (this.#changed.has(id)) continue;
      const seen = yield { step: 'without', kept: new Set(all.filter((one) => one !== id)) };
      if (!this.#comparison.isWhole(seen)) this.#changed.set(id, seen);
    }
    const changed = [...this.#changed].filter(([id]) => open.includes(id));
    if (changed.length === 0) return true;
    const unchanged = yield { step: 'again', kept: new Set(all) };
    if (this.#comparison.judge(unchanged) !== 'yes') return false;
    this.#comparison.addUnchanged(unchanged);
    const partly = changed.filter(([, seen]) => !this.#comparison.isWhole(seen));
    this.#search.partly = new Set([...partly.map(([id]) => id), ...open.slice(MOST)]);
    this.#search.shown = yield* this.#lacking(partly, all);
    return true;
  }

  /**
   * A key with which a server reads its user's data comes with the session, and without it the data
   * are missing and nothing stands in their place, as it would without a choice of a language:
   * asked twice.
   */
  *#lacking(
    partly: readonly (readonly [string, Seen])[],
    all: readonly string[],
  ): Generator<Wanted, Set<string>, Seen> {
    const shown = new Set<string>();
    for (const [id, first] of partly) {
      const lost = this.#comparison.lostIn(first);
      if (lost.length === 0 || !this.#cast.given.includes(id)) continue;
      const seen = yield { step: 'without', kept: new Set(all.filter((one) => one !== id)) };
      const again = new Set(this.#comparison.lostIn(seen));
      if (lost.some((piece) => again.has(piece))) shown.add(id);
    }
    return shown;
  }
}
