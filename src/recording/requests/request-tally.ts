import type { LogRecord } from '../record.js';
import type { RequestSubject } from './request-event.js';

/** What of a line of a log says which request it is of; an answer may leave out what it repeats. */
type Line = Partial<Pick<LogRecord, 'kind'> & Pick<RequestSubject, 'id' | 'url' | 'type'>>;

const OF_REQUEST: ReadonlySet<Line['kind']> = new Set(['sent', 'answered', 'challenged', 'failed']);

/**
 * Counts the requests of a log of which no line could be read, and answers whose requests it does
 * not have.
 */
export class RequestTally {
  /** Requests that the log has told of, read or not. */
  readonly #told = new Set<string>();
  readonly #awaited: ReadonlySet<string>;
  /** Ids of those that were not read, whose answer may be. */
  readonly #unanswered = new Set<string>();
  #unread = 0;
  #alone = 0;

  /** Ids of requests that are known, but for their answer. */
  constructor(awaited: Iterable<string> = []) {
    this.#awaited = new Set(awaited);
  }

  /**
   * Requests that are no rows: those not read, and of so many that an earlier worker counted as
   * lost those whose answer it did not write after all.
   */
  missing(lost: number): number {
    return this.#unread + Math.max(0, lost - this.#alone);
  }

  /** The next line of the log. */
  note(line: Line, isRead: boolean): void {
    if (line.id === undefined || !OF_REQUEST.has(line.kind)) return;
    const isKnown = this.#told.has(keyOf(line)) || this.#awaited.has(line.id);
    const isNew = line.kind === 'sent' || !isKnown;
    // Of pictures, scripts and their kin the answer alone is ever told.
    if (isNew && line.kind === 'answered' && line.type !== 'other') this.#alone += 1;
    if (isRead) this.#answer(line.id, line.kind);
    else if (isNew) this.#miss(line.id);
    this.#told.add(keyOf(line)).add(line.id);
  }

  #miss(id: string): void {
    this.#unread += 1;
    this.#unanswered.add(id);
  }

  /**
   * An answer that is read makes it a row; the next hop is another one, and a failure alone is
   * none.
   */
  #answer(id: string, kind: Line['kind']): void {
    const wasMissed = this.#unanswered.delete(id);
    if (wasMissed && (kind === 'answered' || kind === 'challenged')) this.#unread -= 1;
  }
}

/** Hops of a redirect share an id. */
function keyOf({ id, url }: Line): string {
  return url === undefined ? `${id}` : `${id} ${url}`;
}
