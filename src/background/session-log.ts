import type { LogRecord } from '../recording/record.js';

/** The part of `storage.session` that is needed here. */
export interface SessionStorage {
  get(keys: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** How long a record may wait for others to be written with it. */
const FLUSH_AFTER = 25;
/** A batch of about this many characters is written at once. */
const FLUSH_SIZE = 256 * 1024;

const encoder = new TextEncoder();

/** What the owner of a log must know. */
export interface LogEvents {
  /** What waited is in the store. */
  flushed(): void;
  /** The browser refused a batch: only a checkpoint of the tab can bring it in. */
  refused(tabId: number): void;
  /** The browser refused a checkpoint: nothing of the tab is in the store. */
  lost(tabId: number): void;
}

/** What the log of one tab holds in the store. */
export interface StoredTab {
  checkpoint?: string;
  /** JSON arrays of records, oldest first. */
  batches: string[];
}

/**
 * The append-only log of all tabs in `storage.session`, which outlives the worker. Every flush adds
 * a new key `log:<tab>:<stamp>`; nothing that grows is ever written twice. A checkpoint replaces
 * all batches up to its stamp. Writes go one after the other.
 */
export class SessionLog {
  readonly #storage: SessionStorage;
  readonly #start: string;
  readonly #on: LogEvents;
  #count = 0;
  #buffer = new Map<number, string[]>();
  #buffered = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** Bytes of every key in the store, by tab. */
  readonly #sizes = new Map<number, Map<string, number>>();

  constructor(storage: SessionStorage, now: number, on: LogEvents) {
    this.#storage = storage;
    this.#start = now.toString(36).padStart(9, '0');
    this.#on = on;
  }

  append(tabId: number, record: LogRecord): void {
    const line = JSON.stringify(record);
    const lines = this.#buffer.get(tabId);
    if (lines) lines.push(line);
    else this.#buffer.set(tabId, [line]);
    this.#buffered += line.length;
    if (this.#buffered > FLUSH_SIZE) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), FLUSH_AFTER);
  }

  /** Writes what waits; resolves when everything so far is in the store. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const buffer = this.#buffer;
    this.#buffer = new Map();
    this.#buffered = 0;
    for (const [tabId, lines] of buffer) {
      const key = `log:${tabId}:${this.#stamp()}`;
      this.#write(tabId, key, `[${lines.join(',')}]`);
    }
    if (buffer.size > 0) this.#queue(async () => this.#on.flushed());
    return this.#writing;
  }

  /**
   * Replaces a tab's whole log, what waits included, by a checkpoint; by the smallest one where the
   * browser refuses that.
   */
  replace(tabId: number, checkpoint: string, smallest: () => string): Promise<void> {
    this.#buffer.delete(tabId);
    const stamp = this.#stamp();
    const key = `checkpoint:${tabId}`;
    const store = async (state: string) => {
      await this.#storage.set({ [key]: `${stamp}${state}` });
      this.#note(tabId, key, state);
    };
    return this.#queue(async () => {
      const old = this.#keysUpTo(tabId, stamp);
      // No room for both? The state is in memory as well, so make room first.
      await store(checkpoint)
        .catch(() => this.#remove(tabId, [...old, key]).then(() => store(checkpoint)))
        .catch(() => store(smallest()))
        .catch(() => this.#on.lost(tabId));
      await this.#remove(tabId, old);
    });
  }

  /** Forgets a tab. */
  remove(tabId: number): Promise<void> {
    this.#buffer.delete(tabId);
    return this.#queue(() => this.#remove(tabId, [...(this.#sizes.get(tabId)?.keys() ?? [])]));
  }

  /** Bytes in the store: of one tab, or of all. */
  bytes(tabId?: number): number {
    const tabs = tabId === undefined ? this.#sizes.values() : [this.#sizes.get(tabId) ?? new Map()];
    let sum = 0;
    for (const sizes of tabs) for (const size of sizes.values()) sum += size;
    return sum;
  }

  /** Reads what earlier workers wrote. */
  async restore(): Promise<Map<number, StoredTab>> {
    const tabs = new Map<number, StoredTab>();
    const stamps = new Map<number, string>();
    const items = Object.entries(await this.#storage.get(null)).filter(([key]) =>
      this.#isOlder(key),
    );
    // `checkpoint:` sorts before `log:`, and stamps sort by time.
    for (const [key, value] of items.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const [kind, id, stamp = ''] = key.split(':');
      if (typeof value !== 'string' || (kind !== 'log' && kind !== 'checkpoint')) continue;
      const tabId = Number(id);
      const tab = tabs.get(tabId) ?? { batches: [] };
      tabs.set(tabId, tab);
      this.#note(tabId, key, value);
      if (kind === 'checkpoint') {
        stamps.set(tabId, value.slice(0, STAMP_LENGTH));
        tab.checkpoint = value.slice(STAMP_LENGTH);
      } else if (stamp > (stamps.get(tabId) ?? '')) tab.batches.push(value);
    }
    return tabs;
  }

  /** Written by an earlier worker: what this one wrote it knows already. */
  #isOlder(key: string): boolean {
    const [, id, stamp] = key.split(':');
    if (stamp !== undefined) return !stamp.startsWith(this.#start);
    return !this.#sizes.get(Number(id))?.has(key);
  }

  #stamp(): string {
    return `${this.#start}.${(this.#count++).toString(36).padStart(6, '0')}`;
  }

  #keysUpTo(tabId: number, stamp: string): string[] {
    const limit = `log:${tabId}:${stamp}`;
    const keys = [...(this.#sizes.get(tabId)?.keys() ?? [])];
    return keys.filter((key) => key.startsWith('log:') && key <= limit);
  }

  #write(tabId: number, key: string, value: string): void {
    void this.#queue(async () => {
      try {
        await this.#storage.set({ [key]: value });
        this.#note(tabId, key, value);
      } catch {
        this.#on.refused(tabId);
      }
    });
  }

  async #remove(tabId: number, keys: string[]): Promise<void> {
    if (keys.length > 0) await this.#storage.remove(keys);
    const sizes = this.#sizes.get(tabId);
    for (const key of keys) sizes?.delete(key);
    if (sizes?.size === 0) this.#sizes.delete(tabId);
  }

  #note(tabId: number, key: string, value: string): void {
    const sizes = this.#sizes.get(tabId) ?? new Map<string, number>();
    this.#sizes.set(tabId, sizes.set(key, key.length + encoder.encode(value).length));
  }

  #queue(step: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(step).catch((error: unknown) => {
      console.error(`storage.session: ${error instanceof Error ? error.message : 'failed'}`);
    });
    return this.#writing;
  }
}

/** Nine digits of time, a dot, six digits of count. */
const STAMP_LENGTH = 16;
