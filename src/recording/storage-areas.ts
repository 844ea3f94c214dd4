import type { StorageItem, StorageSnapshot } from '../engine/model.js';
import { hashOf } from '../engine/values/hash.js';
import type { StorageRecord } from './record.js';

/** Names an item without its key, which may be a secret itself. */
export function itemId(key: string): string {
  return hashOf(key).slice(0, 16);
}

/** Areas of one tab; a page full of frames of different origins loses the oldest. */
const MAX_AREAS = 100;

/** The web storage of a tab's origins as last seen. */
export class StorageAreas {
  readonly #areas = new Map<string, StorageSnapshot>();

  constructor(saved: readonly StorageSnapshot[] = []) {
    for (const snapshot of saved) this.#areas.set(`${snapshot.area} ${snapshot.origin}`, snapshot);
  }

  all(): StorageSnapshot[] {
    return [...this.#areas.values()];
  }

  /** The area after what was told of it. */
  add({ at, origin, area, whole, set, removed, dropped }: StorageRecord): StorageSnapshot {
    const key = `${area} ${origin}`;
    const before = whole ? undefined : this.#areas.get(key);
    const items = new Map<string, StorageItem>(before?.items.map((item) => [item.key, item]));
    for (const name of removed) items.delete(name);
    for (const item of set) items.set(item.key, item);
    const snapshot: StorageSnapshot = {
      kind: 'storage',
      at,
      origin,
      area,
      items: [...items.values()],
      dropped,
    };
    this.#areas.delete(key);
    this.#areas.set(key, snapshot);
    const [oldest] = this.#areas.keys();
    if (this.#areas.size > MAX_AREAS && oldest !== undefined) this.#areas.delete(oldest);
    return snapshot;
  }

  /** Raw value of an item, where it was seen. */
  value(origin: string, area: string, id: string): string | undefined {
    const items = this.#areas.get(`${area} ${origin}`)?.items;
    return items?.find(({ key }) => itemId(key) === id)?.value;
  }
}
