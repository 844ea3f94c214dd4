import type { SessionStorage } from '../log/store-queue.js';

const KEY = 'paused';

/** Tabs that the user told not to record. Kept in `storage.session`: tab ids end with it. */
export class PausedTabs {
  readonly #storage: SessionStorage;
  readonly #paused = new Set<number>();

  constructor(storage: SessionStorage) {
    this.#storage = storage;
  }

  async load(): Promise<void> {
    const { [KEY]: stored } = await this.#storage.get(KEY);
    if (Array.isArray(stored)) for (const tabId of stored) this.#paused.add(Number(tabId));
  }

  has(tabId: number): boolean {
    return this.#paused.has(tabId);
  }

  async set(tabId: number, paused: boolean): Promise<void> {
    if (paused === this.#paused.has(tabId)) return;
    if (paused) this.#paused.add(tabId);
    else this.#paused.delete(tabId);
    await this.#storage.set({ [KEY]: [...this.#paused] });
  }
}
