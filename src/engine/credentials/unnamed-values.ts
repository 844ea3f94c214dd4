import type { NewSighting } from './sighting.js';

/** Plain JSON data. */
export type SavedUnnamed = readonly (readonly [value: string, places: readonly NewSighting[]])[];

/** Ids of what a page shows are many; what is seen in use soon is among the latest. */
const MAX_VALUES = 600;
const MAX_PLACES = 4;
/** No id is longer. What is, a token, is told by its form wherever it stands. */
const LONGEST = 512;
/** Longer addresses are not kept for what is most often nothing. */
const LONGEST_URL = 2_048;

/**
 * Long random values that were seen under names that say nothing, and where: one may be known later
 * as the value of a credential.
 */
export class UnnamedValues {
  readonly #values: Map<string, readonly NewSighting[]>;

  constructor(saved: SavedUnnamed = []) {
    this.#values = new Map(saved);
  }

  save(): SavedUnnamed {
    return [...this.#values];
  }

  note(value: string, seen: NewSighting): void {
    if (value.length > LONGEST || (seen.exchange?.url.length ?? 0) > LONGEST_URL) return;
    const known = this.#values.get(value) ?? [];
    if (known.some((one) => isSamePlace(one, seen))) return;
    // The latest stay: the one that was seen longest ago gives way.
    this.#values.delete(value);
    this.#values.set(value, known.length < MAX_PLACES ? [...known, seen] : known);
    const [oldest] = this.#values.keys();
    if (this.#values.size > MAX_VALUES && oldest !== undefined) this.#values.delete(oldest);
  }

  /** Where a value was seen, in the order in which it was. */
  placesOf(value: string): readonly NewSighting[] {
    return this.#values.get(value) ?? [];
  }

  /** Values that were seen in such a place, the one that was seen first before the others. */
  valuesIn(isWanted: (seen: NewSighting) => boolean): string[] {
    return [...this.#values]
      .filter(([, places]) => places.some(isWanted))
      .sort(([, a], [, b]) => (a[0]?.at ?? 0) - (b[0]?.at ?? 0))
      .map(([value]) => value);
  }

  /** Takes the places of a value for which that is true. */
  take(value: string, isWanted: (seen: NewSighting) => boolean): readonly NewSighting[] {
    const known = this.#values.get(value);
    if (!known) return [];
    const [taken, left] = [known.filter(isWanted), known.filter((one) => !isWanted(one))];
    if (left.length > 0) this.#values.set(value, left);
    else this.#values.delete(value);
    return taken;
  }
}

function isSamePlace(one: NewSighting, other: NewSighting): boolean {
  return (
    one.carrier === other.carrier &&
    one.locator === other.locator &&
    one.direction === other.direction &&
    one.origin === other.origin
  );
}
