import type { LogRecord } from '../../recording/record.js';

/** What the reader of a log must know. */
export interface LogEvents {
  /** A record is there to be read. */
  added(tabId: number, record: LogRecord): void;
  /** What waited is in the store, or was refused. */
  flushed(): void;
  /** Something of the tab is in the store. */
  stored(tabId: number): void;
  /** The browser refused a batch: only a checkpoint of the tab can bring it in. */
  refused(tabId: number): void;
  /** The browser refused a checkpoint: nothing of the tab is in the store. */
  lost(tabId: number): void;
  /** What was known of the tab is not so any more. */
  forgotten(tabId: number): void;
}

/** Tells the reader of a log what becomes of it; what was refused before, when there is one. */
export class LogTeller {
  #on: Partial<LogEvents> = {};
  /** Tabs of which something was refused, and nobody was there to be told. */
  readonly #refused = new Set<number>();
  readonly #needReader: () => void;

  constructor(needReader: () => void) {
    this.#needReader = needReader;
  }

  /** From now on somebody is told. */
  begin(on: LogEvents): void {
    this.#on = on;
    for (const tabId of this.#refused) on.refused(tabId);
    this.#refused.clear();
  }

  /** Who is told; nobody yet, where it has no members. */
  get on(): Partial<LogEvents> {
    return this.#on;
  }

  /** The browser refused a batch: where nobody is there to make room, somebody is needed. */
  refused(tabId: number): void {
    if (this.#on.refused) return this.#on.refused(tabId);
    this.#refused.add(tabId);
    this.#needReader();
  }
}
