import type { StorageItem, StorageSnapshot } from '../../engine/model.js';
import { LIMITS } from '../../engine/settings.js';
import { hashOf } from '../../engine/values/hash.js';
import { abridgedArea, sizeOf } from '../bodies/abridge.js';
import { Losses } from '../../engine/losses.js';
import type { StorageRecord } from '../record.js';

/** Names an item without its key, which may be a secret itself. */
export function itemId(key: string): string {
  return hashOf(key).slice(0, 16);
}

/** The web storage of a tab's origins as last seen. A page full of frames loses the oldest. */
export class StorageAreas {
  readonly #areas = new Map<string, StorageSnapshot>();
  /** Characters of each area, and of all together. */
  readonly #sizes = new Map<string, number>();
  #size = 0;
  readonly #losses: Losses;

  constructor(saved: readonly StorageSnapshot[] = [], losses = new Losses()) {
    this.#losses = losses;
    for (const snapshot of saved) this.put(snapshot);
  }

  all(): StorageSnapshot[] {
    return [...this.#areas.values()];
  }

  /** Takes an area as it is. */
  put(snapshot: StorageSnapshot): void {
    const key = keyOf(snapshot);
    this.#forget(key);
    const size = sizeOf(snapshot.items);
    this.#areas.set(key, snapshot);
    this.#sizes.set(key, size);
    this.#size += size;
  }

  /** The area after what was told of it; none where it is as it was. */
  add(record: StorageRecord): StorageSnapshot[] {
    const { at, origin, area, whole, set, removed, dropped } = record;
    const known = this.#areas.get(keyOf(record));
    const before = whole ? undefined : known;
    const items = new Map<string, StorageItem>(before?.items.map((item) => [item.key, item]));
    for (const name of removed) items.delete(name);
    for (const item of set) items.set(item.key, item);
    const { items: kept, left } = abridgedArea([...items.values()], area);
    // What was left out before is not told again with every change.
    const missing = Math.max(dropped + left, before?.dropped ?? 0);
    const snapshot = { kind: 'storage', at, origin, area, items: kept, dropped: missing } as const;
    this.put(snapshot);
    this.#keepBounds();
    return known && isSame(known, snapshot) ? [] : [snapshot];
  }

  /** An item in full, where it was seen. */
  item(origin: string, area: string, id: string): StorageItem | undefined {
    const items = this.#areas.get(keyOf({ area, origin }))?.items;
    return items?.find(({ key }) => itemId(key) === id);
  }

  #keepBounds(): void {
    for (const oldest of this.#areas.keys()) {
      const fits = this.#areas.size <= LIMITS.areas && this.#size <= LIMITS.areasKept;
      if (fits || this.#areas.size === 1) return;
      this.#forget(oldest);
      this.#losses.note('areas');
    }
  }

  #forget(key: string): void {
    this.#size -= this.#sizes.get(key) ?? 0;
    this.#sizes.delete(key);
    this.#areas.delete(key);
  }
}

/** A worker that started anew is told again what its pages keep. */
function isSame(one: StorageSnapshot, other: StorageSnapshot): boolean {
  return (
    one.dropped === other.dropped &&
    one.items.length === other.items.length &&
    one.items.every(({ key, value, length }, at) => {
      const item = other.items[at];
      return item?.key === key && item.value === value && item.length === length;
    })
  );
}

function keyOf({ area, origin }: { area: string; origin: string }): string {
  return `${area} ${origin}`;
}
