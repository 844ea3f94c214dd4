import type { Millis } from '../engine/model.js';
import type { LogRecord } from '../recording/record.js';
import type { StoredTab } from './session-log.js';
import type { SavedRecording } from '../recording/saved-recording.js';
import { Recording } from '../recording/recording.js';

/** Longer than the pause between two counts of the badge. */
const RECENT = 15_000;

/**
 * The record of one tab: what an earlier worker left and what was observed since, read into state
 * only when somebody asks. A worker that is started for one event must not pay for all tabs.
 */
export class TabRecord {
  #checkpoint: string | undefined;
  /** Batches of earlier workers as text, then records of this one. */
  #unread: (string | LogRecord)[] = [];
  #state: Recording | undefined;
  /** Records that could not be read. */
  #unreadable = 0;
  /** Exchanges that only memory holds, because the browser refused to store them. */
  #atRisk = 0;
  readonly #revision: number;

  constructor(revision: number) {
    this.#revision = revision;
  }

  add(record: LogRecord): void {
    this.#unread.push(record);
  }

  /** Puts what earlier workers stored before what this one has seen so far. */
  restore({ checkpoint, batches }: StoredTab): void {
    this.#checkpoint = checkpoint;
    this.#unread = [...batches, ...this.#unread];
  }

  /** True where something was observed so lately that nobody may have counted it. */
  isRecent(now: Millis): boolean {
    const newest = this.#unread.at(-1);
    if (typeof newest !== 'string') return newest !== undefined;
    const [record] = (JSON.parse(newest) as LogRecord[]).slice(-1);
    return record !== undefined && now - record.at < RECENT;
  }

  /** Somebody has asked for its state. */
  get isAskedFor(): boolean {
    return this.#state !== undefined;
  }

  /** The state after all that was observed. */
  read(now?: Millis): Recording {
    const state = (this.#state ??= this.#begin());
    const unread = this.#unread;
    this.#unread = [];
    for (const piece of unread) this.#readPiece(state, piece);
    if (now !== undefined) state.settle(now);
    return state;
  }

  /**
   * Reads on for as long as it may, where somebody has asked before and so will again. Returns true
   * where nothing is left to read.
   */
  readOn(mayGoOn: () => boolean): boolean {
    const state = this.#state;
    if (!state) return true;
    for (const [at, piece] of this.#unread.entries()) {
      if (mayGoOn()) this.#readPiece(state, piece);
      else {
        this.#unread.splice(0, at);
        return false;
      }
    }
    this.#unread = [];
    return state.readOn(mayGoOn);
  }

  /** Notes that what is in memory could not be stored. */
  lose(): void {
    this.#atRisk = this.read().exchanges.count;
  }

  /** Exchanges and records that were let go, or will be when the worker ends. */
  dropped(): number {
    return this.read().exchanges.dropped + this.#unreadable + this.#atRisk;
  }

  /** Text from which another worker can go on; only the newest exchanges that fit are in it. */
  checkpoint(limit: number): string {
    const state = this.read();
    state.exchanges.dropped += this.#unreadable;
    this.#unreadable = 0;
    this.#atRisk = 0;
    return JSON.stringify(state.save(limit));
  }

  /** Forgets everything but how much there was. */
  startOver(): string {
    this.#state = this.read().startOver();
    return this.checkpoint(0);
  }

  #readPiece(state: Recording, piece: string | LogRecord): void {
    const records = typeof piece === 'string' ? (JSON.parse(piece) as LogRecord[]) : [piece];
    for (const record of records) this.#take(state, record);
  }

  /** What a page provoked must not take the record down; the record says that something is missing. */
  #take(state: Recording, record: LogRecord): void {
    try {
      state.add(record);
    } catch (error) {
      this.#unreadable += 1;
      console.error(`A record (${record.kind}) could not be read: ${nameOf(error)}`);
    }
  }

  #begin(): Recording {
    const saved = this.#checkpoint && (JSON.parse(this.#checkpoint) as SavedRecording);
    this.#checkpoint = undefined;
    return new Recording(this.#revision, saved || undefined);
  }
}

/** Without the message, which may quote a secret. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
