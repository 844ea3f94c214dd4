import { MemoryStorage } from './memory-storage.js';

/** A store that holds what this one holds now. */
export const copyOf = (storage: MemoryStorage): MemoryStorage => {
  const copy = new MemoryStorage();
  for (const [key, value] of storage.items) copy.items.set(key, value);
  return copy;
};

/** A browser that does what it is told at once, says so late, and of which every state is kept. */
export class LateStorage extends MemoryStorage {
  readonly states: { left: MemoryStorage; sent: number }[] = [];
  constructor(
    readonly latency: number,
    readonly sent: () => number,
  ) {
    super();
  }

  override async get(keys: string | string[] | null): Promise<Record<string, unknown>> {
    const found = super.get(keys);
    await this.#late();
    return found;
  }

  override async set(items: Record<string, unknown>): Promise<void> {
    const done = super.set(items).then(() => this.#keep());
    await Promise.allSettled([done]);
    await this.#late();
    return done;
  }

  override async remove(keys: string[]): Promise<void> {
    await super.remove(keys).then(() => this.#keep());
    await this.#late();
  }

  #keep(): void {
    this.states.push({ left: copyOf(this), sent: this.sent() });
  }

  #late(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.latency));
  }
}
