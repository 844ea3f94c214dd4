import type { Known } from './known.js';
import type { Reads } from './reads.js';

interface Made<T> {
  readonly by: string;
  readonly reads: Reads;
  readonly value: T;
}

/**
 * What was made of one thing after the other for the report before: the same again as long as the
 * thing is, and what was read for it. It goes with the thing.
 */
export class Kept<T> {
  readonly #made = new WeakMap<object, Made<T>>();

  /** `by`: by what else it is made. */
  of(thing: object, by: string, known: Known, make: () => Made<T>['value']): T {
    const before = this.#made.get(thing);
    if (before?.by === by && known.stillSays(before.reads)) return before.value;
    const { value, reads } = known.watched(make);
    this.#made.set(thing, { by, reads, value });
    return value;
  }
}
