import { Cleared } from './cleared.js';
import { ReadingOn } from './reading-on.js';
import { SessionLog, type SessionStorage } from './session-log.js';
import type { LogRecord } from '../recording/record.js';
import { TabRecord } from './tab-record.js';
import { forgetParsed } from '../engine/normalize/site.js';
import { LIMITS } from '../engine/settings.js';

/** The records of all tabs, in memory and in `storage.session`, within bounds. */
export class TabRecords {
  readonly #records = new Map<number, TabRecord>();
  readonly #log: SessionLog;
  readonly #cleared = new Cleared();
  readonly #revision: number;
  /** Before it was known what an earlier worker had left of them. */
  readonly #begunAnew = new Set<number>();
  #restored = false;
  readonly #reading = new ReadingOn(
    (tabId, mayGoOn) => this.#records.get(tabId)?.readOn(mayGoOn) ?? true,
  );

  readonly #bytesPerTab: () => number;

  /** `bytesPerTab`: how much of one tab is kept at most. */
  constructor(
    storage: SessionStorage,
    now: number,
    bytesPerTab: () => number = () => LIMITS.sessionTab,
  ) {
    this.#bytesPerTab = bytesPerTab;
    this.#revision = now * 1000;
    this.#log = new SessionLog(storage, now, {
      flushed: () => this.#keepBounds(),
      refused: (tabId) => this.#refused(tabId),
      lost: (tabId) => this.#lost(tabId),
    });
  }

  ids(): number[] {
    return [...this.#records.keys()];
  }

  has(tabId: number): boolean {
    return this.#records.has(tabId);
  }

  /** The record of a tab; an empty one where nothing was observed. */
  of(tabId: number): TabRecord {
    return this.#records.get(tabId) ?? new TabRecord(this.#revision);
  }

  add(tabId: number, record: LogRecord): void {
    this.#cleared.add(tabId, record);
    const kept = this.#ensure(tabId);
    kept.add(record);
    if (kept.isAskedFor) this.#reading.changed(tabId);
    this.#log.append(tabId, record);
  }

  /** Reads what earlier workers left, of the tabs that are still open. */
  async restore(isOpen: (tabId: number) => boolean): Promise<void> {
    for (const [tabId, stored] of await this.#log.restore()) {
      if (this.#begunAnew.has(tabId))
        void this.#replace(tabId, this.of(tabId).checkpoint(LIMITS.sessionKeep));
      else if (isOpen(tabId)) this.#ensure(tabId).restore(stored);
      else void this.#log.remove(tabId);
    }
    this.#restored = true;
  }

  remove(tabId: number): Promise<void> {
    this.#cleared.forget(tabId);
    this.#records.delete(tabId);
    forgetParsed();
    return this.#log.remove(tabId);
  }

  /** Forgets what was recorded of a tab and begins again. */
  async clear(tabId: number, begun: LogRecord): Promise<void> {
    const record = this.of(tabId);
    const { url, revision, exchanges } = record.read();
    const checkpoint = record.checkpoint(LIMITS.sessionKeep);
    await this.remove(tabId);
    // What begins again must not look to a viewer like what it knows.
    this.#records.set(tabId, new TabRecord(Math.max(revision, exchanges.revision) + 1));
    this.add(tabId, begun);
    if (url) this.add(tabId, { kind: 'navigated', at: begun.at, url });
    this.#cleared.keep(tabId, checkpoint);
  }

  /** Forgets what was recorded of a tab, for good, and begins again. */
  startAgain(tabId: number, begun: LogRecord): void {
    void this.remove(tabId);
    if (!this.#restored) this.#begunAnew.add(tabId);
    // Higher than that of what is forgotten, which is not read for it.
    this.#records.set(tabId, new TabRecord(Math.ceil(begun.at * 1000)));
    this.add(tabId, begun);
  }

  /** Takes a clearing back: what was there, and what came since. False where it is too late. */
  async undoClear(tabId: number): Promise<boolean> {
    const cleared = this.#cleared.take(tabId);
    if (!cleared) return false;
    const { revision, exchanges } = this.of(tabId).read();
    await this.remove(tabId);
    const record = new TabRecord(Math.max(revision, exchanges.revision) + 1);
    record.restore({ checkpoint: cleared.checkpoint, batches: [] });
    for (const one of cleared.since) record.add(one);
    this.#records.set(tabId, record);
    await this.#replace(tabId, record.checkpoint(LIMITS.sessionKeep));
    return true;
  }

  /** The browser gave a tab another id. */
  async move(from: number, to: number): Promise<void> {
    const record = this.#records.get(from);
    if (!record) return;
    this.#records.set(to, record);
    await Promise.all([
      this.#replace(to, record.checkpoint(LIMITS.sessionKeep)),
      this.remove(from),
    ]);
  }

  /** Resolves when all that was added is in the store. */
  flush(): Promise<void> {
    return this.#log.flush();
  }

  #ensure(tabId: number): TabRecord {
    const record = this.#records.get(tabId) ?? new TabRecord(this.#revision);
    this.#records.set(tabId, record);
    return record;
  }

  #keepBounds(): void {
    if (!this.#restored) return;
    for (const tabId of this.ids())
      if (this.#log.bytes(tabId) > this.#bytesPerTab()) this.#compact(tabId);
    const largest = this.#largest();
    if (this.#log.bytes() > LIMITS.sessionTotal && largest !== undefined) this.#compact(largest);
  }

  #largest(): number | undefined {
    return this.ids().toSorted((a, b) => this.#log.bytes(b) - this.#log.bytes(a))[0];
  }

  #compact(tabId: number): void {
    const record = this.of(tabId);
    const before = this.#log.bytes(tabId);
    let checkpoint = record.checkpoint(
      Math.min(LIMITS.sessionKeep, Math.max(before / 4, LIMITS.sessionKeepAtLeast)),
    );
    // What is left is no list of exchanges but state, which cannot shrink.
    const stuck = this.#log.bytes() > LIMITS.sessionTotal && checkpoint.length > before * 0.8;
    if (stuck || checkpoint.length > this.#bytesPerTab() / 2) checkpoint = record.startOver();
    void this.#replace(tabId, checkpoint);
  }

  #replace(tabId: number, checkpoint: string): Promise<void> {
    return this.#log.replace(tabId, checkpoint, () => this.of(tabId).startOver());
  }

  /** Makes room at the cost of the largest tab; a checkpoint then holds what was refused. */
  #refused(tabId: number): void {
    if (!this.#restored) return this.#lost(tabId);
    const largest = this.#largest();
    if (largest !== undefined && largest !== tabId) this.#compact(largest);
    this.#compact(tabId);
  }

  /** What is in memory stays until the worker ends; the screen says what is at risk. */
  #lost(tabId: number): void {
    console.error(`storage.session refused what was recorded of tab ${tabId}`);
    this.#records.get(tabId)?.lose();
  }
}
