import { LIMITS } from '../settings.js';

/** Ids of records that became part of another one, each of which leads to that one. */
export class Aliases {
  readonly #into: Map<string, string>;

  constructor(saved: readonly [string, string][] = []) {
    this.#into = new Map(saved);
  }

  save(): [string, string][] {
    return [...this.#into];
  }

  /** From now on an id leads to another one; the oldest are forgotten. */
  lead(gone: string, into: string): void {
    this.#into.set(gone, into);
    const [oldest] = this.#into.keys();
    if (this.#into.size > LIMITS.aliases && oldest !== undefined) this.#into.delete(oldest);
  }

  /** The id of the record that has this one now. */
  idOf(id: string): string {
    // Hardly any has another one: this is asked all the time.
    if (!this.#into.has(id)) return id;
    const visited = new Set<string>();
    let now = id;
    for (
      let next = this.#into.get(now);
      next !== undefined && !visited.has(next);
      next = this.#into.get(now)
    ) {
      visited.add(next);
      now = next;
    }
    return now;
  }
}
