import type { Millis } from '../../engine/model.js';
import { Batches } from '../../recording/log/batches.js';
import type { NewPiece } from '../../recording/log/piece-text.js';
import type { LogRecord } from '../../recording/record.js';
import { Recording } from '../../recording/recording.js';
import type { SessionLog } from '../log/session-log.js';
import { checkpointLeft } from './checkpoint-left.js';
import { Slices } from './slices.js';

/** Batches that are asked of the store at once. */
const TOGETHER = 8;
/** Records that are read without a pause. */
const AT_ONCE = 50;

/** What a record needs of the log. */
export type RecordLog = Pick<SessionLog, 'take' | 'takeLeft' | 'read'>;

/** A state, and pieces with what is in each. */
export interface RecordCheckpoint {
  state: string;
  add: NewPiece[];
  drop: number[];
}

/**
 * The record of one tab: what an earlier worker left and what was observed since, read into state
 * only when somebody asks: in slices, between which whatever comes is heard.
 */
export class TabRecord {
  #tabId: number;
  readonly #log: RecordLog;
  readonly #revision: number;
  #state: Recording | undefined;
  #opening: Promise<void> | undefined;
  /** Records that could not be read. */
  #unreadable = 0;
  /** Exchanges that only memory holds, because the browser refused to store them. */
  #atRisk = 0;
  /** What was taken since a beginning was made that may take the place of the state. */
  #since: LogRecord[] | undefined;
  /** Numbers of pieces of which nothing is needed any more. */
  readonly #needless = new Set<number>();

  constructor(tabId: number, log: RecordLog, revision: number, state?: Recording) {
    this.#tabId = tabId;
    this.#log = log;
    this.#revision = revision;
    this.#state = state;
  }

  /** The browser gave its tab another id. */
  moved(tabId: number): void {
    this.#tabId = tabId;
  }

  /** Its state is there, but for what was observed last. */
  get isOpen(): boolean {
    return this.#state !== undefined;
  }

  /** Reads in slices what earlier workers left. */
  open(): Promise<void> {
    if (this.isOpen) return Promise.resolve();
    return (this.#opening ??= this.#open());
  }

  /** The state after all that was observed; to be opened before. */
  read(now?: Millis): Recording {
    const state = (this.#state ??= new Recording(this.#revision));
    for (const record of this.#log.take(this.#tabId)) this.#take(state, record);
    if (now !== undefined) state.settle(now);
    return state;
  }

  /** Reads in slices all that was observed; to be opened before. */
  async readAll(): Promise<void> {
    const slices = new Slices();
    for (let more = true; more; await slices.pause()) {
      const state = (this.#state ??= new Recording(this.#revision));
      const some = this.#log.take(this.#tabId, AT_ONCE);
      for (const record of some) this.#take(state, record);
      while (!state.readOn(slices.mayGoOn, true)) await slices.pause();
      more = some.length > 0;
    }
  }

  /**
   * Reads on for as long as it may, where somebody has asked before and so will again. Returns true
   * where nothing is left to read.
   */
  readOn(mayGoOn: () => boolean): boolean {
    return !this.isOpen || this.read().readOn(mayGoOn);
  }

  /**
   * Notes that what is in memory could not be stored, and that all of it must be written anew;
   * returns how many requests are lost with it.
   */
  lose(): number {
    const { exchanges } = this.read();
    this.#since = undefined;
    for (const number of exchanges.pieces.forget()) this.#needless.add(number);
    this.#atRisk = exchanges.count;
    return this.dropped();
  }

  /** Something of it is in memory alone. */
  get isAtRisk(): boolean {
    return this.#atRisk > 0;
  }

  /** Exchanges and records that were let go, or will be when the worker ends. */
  dropped(): number {
    return this.read().exchanges.dropped + this.#unreadable + this.#atRisk;
  }

  /** What another worker can go on from; only so many characters of exchanges stay. */
  checkpoint(limit = Infinity): RecordCheckpoint {
    const state = this.read();
    state.exchanges.dropped += this.#unreadable;
    this.#unreadable = 0;
    this.#atRisk = 0;
    state.shrink(limit);
    const pieces = state.exchanges.pieces.toWrite();
    const drop = [...pieces.drop, ...this.#needless];
    return { state: JSON.stringify(state.save()), add: pieces.add, drop };
  }

  /** The pieces that were added have these numbers. */
  stored(pieces: readonly NewPiece[], numbers: readonly number[]): void {
    const { exchanges } = this.read();
    for (const [at, { ids }] of pieces.entries()) exchanges.pieces.stored(numbers[at]!, ids);
  }

  /** What remains where everything is let go but how much there was; `begin` lets it go. */
  startOver(): { checkpoint: RecordCheckpoint; begin: () => void } {
    const before = this.read();
    const next = before.startOver();
    const drop = [...before.exchanges.pieces.all(), ...this.#needless];
    const checkpoint = { state: JSON.stringify(next.save()), add: [], drop };
    const since: LogRecord[] = [];
    this.#since = since;
    const begin = () => {
      this.#atRisk = 0;
      this.#since = undefined;
      this.#state = next;
      for (const record of since) this.#take(next, record);
    };
    return { checkpoint, begin };
  }

  async #open(): Promise<void> {
    const slices = new Slices();
    const left = this.#log.takeLeft(this.#tabId);
    const state = await checkpointLeft(this.#log, left, this.#revision, slices);
    const batches = new Batches(state.exchanges.awaited());
    const keys = left?.batches ?? [];
    for (let at = 0; at < keys.length; at += TOGETHER) {
      for (const text of await this.#log.read(keys.slice(at, at + TOGETHER)))
        for (const record of batches.read(text)) {
          this.#take(state, record);
          await slices.pause();
        }
    }
    this.#unreadable += batches.missing(left?.lost ?? 0);
    while (!state.readOn(slices.mayGoOn, true)) await slices.pause();
    this.#state = state;
    this.#opening = undefined;
  }

  /**
   * What a page provoked must not take the record down; the record says that something is missing.
   */
  #take(state: Recording, record: LogRecord): void {
    this.#since?.push(record);
    try {
      state.add(record);
    } catch (error) {
      this.#unreadable += 1;
      console.error(`A record (${record.kind}) could not be read: ${nameOf(error)}`);
    }
  }
}

/** Without the message, which may quote a secret. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
