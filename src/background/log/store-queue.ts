/** The part of `storage.session` that is needed here. */
export interface SessionStorage {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** A store whose changes are made one after the other, but for those that depend on none. */
export class StoreQueue {
  readonly #storage: SessionStorage;
  #working: Promise<void> = Promise.resolve();

  constructor(storage: SessionStorage) {
    this.#storage = storage;
  }

  /** Does this after all that was asked before; resolves when it is done. */
  after(step: () => Promise<void>): Promise<void> {
    this.#working = this.#working.then(step).catch(report);
    return this.#working;
  }

  /**
   * Does this at once: what is told to the browser outlives a worker that never hears that it is
   * done. All that is asked later comes after it.
   */
  atOnce(step: () => Promise<void>): void {
    const done = step().catch(report);
    this.#working = this.#working.then(() => done);
  }

  /** Resolves when all that was asked so far is done. */
  idle(): Promise<void> {
    return this.#working;
  }

  get(keys: string[]): Promise<Record<string, unknown>> {
    return keys.length === 0 ? Promise.resolve({}) : this.#storage.get(keys);
  }

  set(items: Record<string, unknown>): Promise<void> {
    return this.#storage.set(items);
  }

  async remove(keys: readonly string[]): Promise<void> {
    if (keys.length > 0) await this.#storage.remove([...keys]);
  }
}

function report(error: unknown): void {
  console.error(`storage.session: ${error instanceof Error ? error.message : 'failed'}`);
}
