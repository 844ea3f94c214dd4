import { forgetTexts } from '../../engine/memo.js';
import { LIMITS } from '../../engine/settings.js';
import type { LogRecord } from '../../recording/record.js';
import type { SessionLog } from '../log/session-log.js';
import { Cleared } from './cleared.js';
import { ReadingOn } from './reading-on.js';
import { RecordBounds } from './record-bounds.js';
import { replaceLog } from './replace-log.js';
import { TabRecord } from './tab-record.js';

/** A log of so many bytes is replaced by a checkpoint, where its record is open. */
const CHECKPOINT_AFTER = 98_304;
/** What records depend on beside their logs. */
export interface RecordOptions {
  /** The time at which the worker began, in milliseconds since the epoch. */
  now: number;
  /** How much of one tab is kept at most. */
  bytesPerTab?(): number;
  /** True where somebody looks at the tab. */
  isWatched?(tabId: number): boolean;
}

/** The records of all tabs, read from their logs when somebody asks, and kept within bounds. */
export class TabRecords {
  readonly #records = new Map<number, TabRecord>();
  readonly #log: SessionLog;
  readonly #cleared = new Cleared();
  readonly #bounds: RecordBounds;
  readonly #isWatched: (tabId: number) => boolean;
  /** Revisions of what is read from now on begin here, so that a viewer notices. */
  #revision: number;
  readonly #reading = new ReadingOn((tabId, mayGoOn) => {
    const isRead = this.#records.get(tabId)?.readOn(mayGoOn) ?? true;
    if (isRead) this.#keepShort(tabId);
    return isRead;
  });

  constructor(
    log: SessionLog,
    { now, bytesPerTab = () => LIMITS.sessionTab, isWatched = () => true }: RecordOptions,
  ) {
    this.#log = log;
    this.#bounds = new RecordBounds({ log, bytesPerTab, open: (tabId) => this.open(tabId) });
    this.#isWatched = isWatched;
    this.#revision = now * 1000;
    log.tell({
      added: (tabId, record) => this.#added(tabId, record),
      flushed: () => this.#bounds.keep(),
      stored: (tabId) => this.#keepAtRisk(tabId),
      refused: (tabId) => void this.#bounds.refused(tabId),
      lost: (tabId) => this.#lost(tabId),
      forgotten: (tabId) => this.#forgotten(tabId),
    });
  }

  ids(): number[] {
    return this.#log.ids();
  }

  has(tabId: number): boolean {
    return this.#log.has(tabId);
  }

  /**
   * The record of a tab; an empty one where nothing was observed. To be opened before it is read.
   */
  of(tabId: number): TabRecord {
    const known = this.#records.get(tabId);
    if (known) return known;
    const record = new TabRecord(tabId, this.#log, this.#revision);
    if (this.has(tabId)) this.#records.set(tabId, record);
    return record;
  }

  isOpen(tabId: number): boolean {
    return this.has(tabId) && (this.#records.get(tabId)?.isOpen ?? false);
  }

  /** Reads what earlier workers left of a tab. */
  async open(tabId: number): Promise<TabRecord> {
    const record = this.of(tabId);
    await record.open();
    // It was begun anew meanwhile.
    return this.has(tabId) && this.of(tabId) !== record ? this.open(tabId) : record;
  }

  /** Reads in slices all that was observed of a tab. */
  async readAll(tabId: number): Promise<void> {
    const record = await this.open(tabId);
    await record.readAll();
    this.#keepShort(tabId);
  }

  /** Forgets what was recorded of a tab and begins again. */
  async clear(tabId: number, begun: LogRecord): Promise<void> {
    const record = await this.open(tabId);
    const state = record.read();
    this.#log.startAgain(tabId, begun);
    if (state.url) this.#log.add(tabId, { kind: 'navigated', at: begun.at, url: state.url });
    this.#cleared.keep(tabId, state);
  }

  /** Takes a clearing back: what was there, and what came since. False where it is too late. */
  async undoClear(tabId: number): Promise<boolean> {
    const cleared = this.#cleared.take(tabId);
    if (!cleared) return false;
    const { state, since } = cleared;
    this.#log.take(tabId);
    this.#beginHigher(this.of(tabId));
    state.exchanges.pieces.forget();
    state.exchanges.viewAnew(this.#revision);
    for (const one of since) state.add(one);
    const record = new TabRecord(tabId, this.#log, this.#revision, state);
    this.#records.set(tabId, record);
    replaceLog(this.#log, tabId, record, record.checkpoint());
    await this.#log.flush();
    return true;
  }

  /** The browser gave a tab another id. */
  async move(from: number, to: number): Promise<void> {
    const record = this.#records.get(from);
    this.#records.delete(from);
    const moved = this.#log.move(from, to);
    record?.moved(to);
    if (record) this.#records.set(to, record);
    await moved;
  }

  /** Replaces the log of a tab by a checkpoint, where it is read. */
  keepNow(tabId: number): void {
    const record = this.#records.get(tabId);
    if (record?.isOpen) replaceLog(this.#log, tabId, record, record.checkpoint());
  }

  /** The tab has closed. */
  forget(tabId: number): void {
    this.#cleared.forget(tabId);
  }

  #added(tabId: number, record: LogRecord): void {
    this.#cleared.add(tabId, record);
    // Where nobody looks, reading would only delay what is still to be recorded.
    if (this.#isWatched(tabId) && this.#records.get(tabId)?.isOpen) this.#reading.changed(tabId);
  }

  #forgotten(tabId: number): void {
    const record = this.#records.get(tabId);
    if (record?.isOpen) this.#beginHigher(record);
    this.#records.delete(tabId);
    forgetTexts();
  }

  /** What begins again must not look to a viewer like what it knows. */
  #beginHigher(record: TabRecord): void {
    const { revision, exchanges } = record.read();
    this.#revision = Math.max(this.#revision, revision, exchanges.revision) + 1;
  }

  /** So that the next worker has little to read. */
  #keepShort(tabId: number): void {
    if (this.#log.loose(tabId) >= CHECKPOINT_AFTER) this.keepNow(tabId);
  }

  /** What is in memory stays until the worker ends; the screen says what is at risk. */
  #lost(tabId: number): void {
    console.error(`storage.session refused what was recorded of tab ${tabId}`);
    const record = this.#records.get(tabId);
    if (record) this.#log.atRisk(tabId, record.lose());
  }

  /** There is room again. */
  #keepAtRisk(tabId: number): void {
    if (this.#records.get(tabId)?.isAtRisk) this.keepNow(tabId);
  }
}
