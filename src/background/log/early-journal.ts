import type { RequestEvent } from '../../recording/requests/request-event.js';
import type { LogRecord } from '../../recording/record.js';
import type { SessionStorage } from './store-queue.js';

/**
 * What was observed, as it was told: of a tab, of a request whose tab may be unknown, of a page
 * shown.
 */
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
/**
 * How long something may wait for more to be written with it: it happened while the worker started.
 */
const WRITE_AFTER = 10;
/** So much of it is written; what comes beyond waits in memory alone. */
const ROOM = 300;

/** Keys of all that may be left. To be asked for in a worker's first turn. */
export const JOURNAL_KEYS: readonly string[] = Array.from(
  { length: SLOTS },
  (_, n) => `early:${n}`,
);

/**
 * What a worker that starts observed before it knows what of it is to be recorded, kept beside the
 * log: a worker may end before it knows. It is read by the next one, and gone as soon as it is
 * judged.
 */
export class EarlyJournal {
  readonly #storage: SessionStorage;
  readonly #key = JOURNAL_KEYS[Math.floor(Math.random() * SLOTS)]!;
  readonly #observed: Observed[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #left: Observed[] = [];
  /** What of that stands under the key of this worker. */
  #under: Observed[] = [];
  /** Keys under which something may stand. */
  readonly #used = new Set<string>();
  #loaded: Promise<void> | undefined;
  #isOver = false;

  constructor(storage: SessionStorage) {
    this.#storage = storage;
  }

  /** Learns what earlier workers left. */
  load(): Promise<void> {
    return (this.#loaded ??= this.#load());
  }

  note(observed: Observed): void {
    if (this.#isOver || this.#observed.length >= ROOM) return;
    this.#observed.push(observed);
    this.#timer ??= setTimeout(() => void this.#write(), WRITE_AFTER);
  }

  /** Hands out what earlier workers left. From now on nothing is noted. */
  take(): Observed[] {
    this.#isOver = true;
    clearTimeout(this.#timer);
    return this.#left;
  }

  /** What says that all of it is judged: to be written in one step with what became of it. */
  judged(): Record<string, []> {
    return Object.fromEntries([...this.#used].map((key) => [key, []]));
  }

  /** All of it stands in the log. */
  async clear(): Promise<void> {
    this.#left = [];
    this.#under = [];
    this.#observed.length = 0;
    if (this.#used.size > 0) await this.#storage.remove([...this.#used]);
  }

  async #load(): Promise<void> {
    const found = await this.#storage.get([...JOURNAL_KEYS]);
    for (const key of Object.keys(found)) this.#used.add(key);
    this.#left = Object.values(found).flatMap((list) => list as Observed[]);
    this.#under = (found[this.#key] ?? []) as Observed[];
  }

  async #write(): Promise<void> {
    this.#timer = undefined;
    // What another worker left in the same place must stay.
    await this.load();
    if (this.#isOver) return;
    this.#used.add(this.#key);
    // Where there is no room for it, it waits in memory.
    const all = [...this.#under, ...this.#observed];
    await this.#storage.set({ [this.#key]: all }).catch(() => undefined);
  }
}
