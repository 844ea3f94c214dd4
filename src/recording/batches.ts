import { LogReader } from './log-text.js';
import type { LogRecord } from './record.js';

/** 1: it can be read without the batches before it. */
type Batch = [fresh: 0 | 1, ...lines: object[]];

/**
 * Reads the batches of a log in their order. Where the browser refused one, those that build on it
 * cannot be read until one begins anew: they are counted.
 */
export class Batches {
  readonly #reader = new LogReader();
  #isBroken = false;
  /** Records that could not be read. */
  unreadable = 0;

  /** The records of the next batch; none where there is no such batch. */
  *read(text: string | undefined): Generator<LogRecord, void> {
    const [fresh, ...lines] = text === undefined ? [0 as const] : (JSON.parse(text) as Batch);
    if (fresh === 1) this.#reader.beginAnew();
    this.#isBroken = text === undefined || (this.#isBroken && fresh === 0);
    if (this.#isBroken) this.unreadable += lines.length;
    else for (const line of lines) yield* this.#line(line);
  }

  *#line(line: object): Generator<LogRecord, void> {
    try {
      yield this.#reader.read(line);
    } catch {
      this.unreadable += 1;
    }
  }
}
