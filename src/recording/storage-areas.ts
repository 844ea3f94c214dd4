import type { StorageItem, StorageSnapshot } from '../engine/model.js';
import { LIMITS } from '../engine/settings.js';
import { Losses } from './losses.js';
import type { StorageRecord } from './record.js';

/** The web storage of a tab's origins as last seen. */
export class StorageAreas {
  readonly #areas = new Map<string, StorageSnapshot>();

  readonly #losses: Losses;

  constructor(saved: readonly StorageSnapshot[] = [], losses = new Losses()) {
    this.#losses = losses;
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
    if (this.#areas.size > LIMITS.areas && oldest !== undefined) {
      this.#areas.delete(oldest);
      this.#losses.note('areas');
    }
    return snapshot;
  }

  /** Raw value of an item, where it was seen. */
  value(origin: string, area: string, key: string): string | undefined {
    return this.#areas.get(`${area} ${origin}`)?.items.find((item) => item.key === key)?.value;
  }
}
