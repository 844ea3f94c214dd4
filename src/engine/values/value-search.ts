/** Shorter values stand in many texts by chance. */
const SHORTEST = 8;

interface Entry {
  id: string;
  value: string;
  order: number;
}

/**
 * Finds which of many values stand in a text: the text is gone through once, however many there
 * are.
 */
export class ValueSearch {
  /** By their first characters. */
  readonly #byStart = new Map<string, Entry[]>();

  constructor(values: Iterable<{ readonly id: string; readonly value: string }>) {
    let order = 0;
    for (const { id, value } of values) {
      order++;
      if (value.length < SHORTEST) continue;
      const start = value.slice(0, SHORTEST);
      const same = this.#byStart.get(start);
      if (same) same.push({ id, value, order });
      else this.#byStart.set(start, [{ id, value, order }]);
    }
  }

  /** Ids of the values that stand in one of these forms of a text, in the order of the values. */
  idsIn(...forms: string[]): string[] {
    const found = new Map<string, number>();
    for (const source of new Set(forms)) this.#search(source, found);
    return [...found].sort(([, a], [, b]) => a - b).map(([id]) => id);
  }

  #search(source: string, found: Map<string, number>): void {
    if (this.#byStart.size === 0) return;
    for (let at = 0; at + SHORTEST <= source.length; at++) {
      const same = this.#byStart.get(source.slice(at, at + SHORTEST));
      if (!same) continue;
      for (const { id, value, order } of same) {
        if (!found.has(id) && source.startsWith(value, at)) found.set(id, order);
      }
    }
  }
}
