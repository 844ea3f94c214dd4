import { LogReader } from './log-text.js';
import type { LogRecord } from '../record.js';
import { RequestTally } from '../requests/request-tally.js';

/** 1: it can be read without the batches before it. */
type Batch = [fresh: 0 | 1, ...lines: object[]];

/**
 * Reads the batches of a log in their order. Where the browser refused one, what builds on it in
 * those behind it cannot be read until one begins anew.
 */
export class Batches {
  readonly #reader = new LogReader();
  readonly #requests: RequestTally;
  #isBroken = false;

  /** `awaited`: ids of requests that are known, but for their answer. */
  constructor(awaited?: Iterable<string>) {
    this.#requests = new RequestTally(awaited);
  }

  /**
   * Requests of which nothing was read, `lost` being those that the worker that wrote counted as
   * lost.
   */
  missing(lost: number): number {
    return this.#requests.missing(lost);
  }

  /** The records of the next batch; none where there is no such batch. */
  *read(text: string | undefined): Generator<LogRecord, void> {
    const [fresh, ...lines] = text === undefined ? [0 as const] : (JSON.parse(text) as Batch);
    if (fresh === 1) this.#reader.beginAnew();
    this.#isBroken = text === undefined || (this.#isBroken && fresh === 0);
    for (const line of lines) {
      const record = this.#record(line);
      this.#requests.note(line, record !== undefined);
      if (record) yield record;
    }
  }

  #record(line: object): LogRecord | undefined {
    // A number would be that of another header.
    if (this.#isBroken && 'headers' in line) return undefined;
    try {
      return this.#reader.read(line);
    } catch {
      return undefined;
    }
  }
}
