import type { LogRecord } from '../../recording/record.js';

/**
 * Counts answers of requests of which the log has nothing else. A worker that lost what it had may still
 * write the answer of a request that it counted as lost: that one is there, if not whole.
 */
export class AnswersAlone {
  readonly #sent = new Set<string>();
  #count = 0;

  get count(): number {
    return this.#count;
  }

  note(record: LogRecord): void {
    if (record.kind === 'sent') this.#sent.add(keyOf(record));
    // Of pictures, scripts and their kin the answer alone is ever told.
    else if (
      record.kind === 'answered' &&
      record.type !== 'other' &&
      !this.#sent.has(keyOf(record))
    )
      this.#count++;
  }
}

/** Hops of a redirect share an id. */
function keyOf({ id, url }: { id: string; url: string }): string {
  return `${id} ${url}`;
}
