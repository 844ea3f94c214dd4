import type { SessionStorage } from '../../src/background/log/store-queue.js';
import type { MemoryStorage } from './memory-storage.js';

/** What a worker does, or what happens to it. */
export type Step =
  | { does: 'hear' | 'read' | 'keep' | 'begin again'; tabId: number }
  | { does: 'wait'; for: number };

/** A worker that ends after so many changes of the store, or when its steps are done. */
export interface Life {
  changes: number;
  /** How long the browser takes to answer. */
  latency: number;
  steps: Step[];
}

/**
 * The browser's store as one worker sees it: when that has ended, nothing is done and nothing
 * answered.
 */
export class StoreOfOne implements SessionStorage {
  readonly #storage: MemoryStorage;
  readonly #latency: number;
  #left: number;
  #endedAt: number | undefined;

  constructor(storage: MemoryStorage, { changes, latency }: Life) {
    this.#storage = storage;
    this.#latency = latency;
    this.#left = changes;
  }

  get isOver(): boolean {
    return this.#endedAt !== undefined;
  }

  /** Ends the worker, if it has not ended; tells when that was. */
  end(): number {
    return (this.#endedAt ??= Date.now());
  }

  async get(keys: string | string[] | null): Promise<Record<string, unknown>> {
    return this.#answered(await this.#storage.get(keys));
  }

  async set(items: Record<string, unknown>): Promise<void> {
    if (this.#mayChange()) await this.#storage.set(items);
    await this.#answered(undefined);
  }

  async remove(keys: string[]): Promise<void> {
    if (this.#mayChange()) await this.#storage.remove(keys);
    await this.#answered(undefined);
  }

  #mayChange(): boolean {
    if (this.#left === 0) this.end();
    this.#left -= 1;
    return !this.isOver;
  }

  #answered<T>(answer: T): Promise<T> {
    return new Promise((resolve) => {
      if (!this.isOver) setTimeout(() => this.isOver || resolve(answer), this.#latency);
    });
  }
}
