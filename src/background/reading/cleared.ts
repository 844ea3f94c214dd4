import type { Millis } from '../../engine/model.js';
import type { LogRecord } from '../../recording/record.js';
import type { Recording } from '../../recording/recording.js';

/** How long what was cleared can be had back: then it is gone, as whoever cleared it wants it. */
const KEPT: Millis = 30_000;

interface Kept {
  state: Recording;
  /** What was observed since. */
  since: LogRecord[];
  timer: ReturnType<typeof setTimeout>;
}

/** Records that were cleared a moment ago, in memory alone. */
export class Cleared {
  readonly #kept = new Map<number, Kept>();

  keep(tabId: number, state: Recording): void {
    this.forget(tabId);
    const timer = setTimeout(() => this.forget(tabId), KEPT);
    this.#kept.set(tabId, { state, since: [], timer });
  }

  /** Notes what is observed after the clearing. */
  add(tabId: number, record: LogRecord): void {
    this.#kept.get(tabId)?.since.push(record);
  }

  /** Hands out what was cleared, once; undefined where it is too late. */
  take(tabId: number): Pick<Kept, 'state' | 'since'> | undefined {
    const kept = this.#kept.get(tabId);
    this.forget(tabId);
    return kept;
  }

  forget(tabId: number): void {
    clearTimeout(this.#kept.get(tabId)?.timer);
    this.#kept.delete(tabId);
  }
}
