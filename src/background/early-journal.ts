import type { RequestEvent } from '../recording/request-event.js';
import type { LogRecord } from '../recording/record.js';
import type { SessionStorage } from './store-queue.js';

/** What was observed, as it was told: of a tab, of a request whose tab may be unknown, of a page shown. */
export type Observed =
  | { what: 'record'; at: number; tabId: number; record: LogRecord }
  | {
      what: 'request';
      at: number;
      tabId: number;
      initiator?: string | undefined;
      event: RequestEvent;
      store?: string | undefined;
    }
  | { what: 'shown'; at: number; tabId: number; url: string };

/** A worker that starts cannot know which keys earlier ones used; it hardly takes the same. */
const SLOTS = 8;
/** How long something may wait for more to be written with it. */
const WRITE_AFTER = 25;
/** So much of it is written; what comes beyond waits in memory alone. */
const ROOM = 300;

/** Keys of all that may be left. To be asked for in a worker's first turn. */
export const JOURNAL_KEYS: readonly string[] = Array.from(
  { length: SLOTS },
  (_, n) => `early:${n}`,
);

/**
 * What a worker that starts observed before it knows what of it is to be recorded, kept beside the log:
 * a worker may end before it knows. It is read by the next one, and gone as soon as it is judged.
 */
export class EarlyJournal {
  readonly #storage: SessionStorage;
  readonly #key = JOURNAL_KEYS[Math.floor(Math.random() * SLOTS)]!;
  readonly #observed: Observed[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left: Observed[] = [];
  /** What of that stands under the key of this worker. */
  #under: Observed[] = [];
  #isOver = false;

  constructor(storage: SessionStorage) {
    this.#storage = storage;
  }

  /** Learns what earlier workers left. */
  async load(): Promise<void> {
    const found = await this.#storage.get([...JOURNAL_KEYS]);
    this.#left = Object.values(found).flatMap((list) => list as Observed[]);
    this.#under = (found[this.#key] ?? []) as Observed[];
  }

  note(observed: Observed): void {
    if (this.#isOver || this.#observed.length >= ROOM) return;
    this.#observed.push(observed);
    this.#timer ??= setTimeout(() => this.#write(), WRITE_AFTER);
  }

  /** Hands out what earlier workers left. From now on nothing is noted. */
  take(): Observed[] {
    this.#isOver = true;
    clearTimeout(this.#timer);
    return this.#left;
  }

  /** All of it stands in the log. */
  async clear(): Promise<void> {
    if (this.#left.length + this.#observed.length === 0) return;
    this.#left = [];
    this.#observed.length = 0;
    await this.#storage.remove([...JOURNAL_KEYS]);
  }

  #write(): void {
    this.#timer = undefined;
    // Where there is no room for it, it waits in memory.
    this.#storage.set({ [this.#key]: [...this.#under, ...this.#observed] }).catch(() => undefined);
  }
}
