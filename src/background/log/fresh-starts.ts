import type { LogRecord } from '../../recording/record.js';

interface Coming {
  /** The browser's id of the request, the same through all its redirects. */
  id: string;
  records: LogRecord[];
}

/**
 * What was told of the page that a tab is about to show. Where every page begins a recording, that
 * begins with the request for it, which comes before the browser shows it.
 */
export class FreshStarts {
  readonly #coming = new Map<number, Coming>();

  /** Notes what is recorded. */
  note(tabId: number, record: LogRecord): void {
    if (!('id' in record)) return;
    const coming = this.#coming.get(tabId);
    if (coming?.id === record.id) coming.records.push(record);
    else if (record.kind === 'sent' && record.type === 'document' && record.topUrl === undefined)
      this.#coming.set(tabId, { id: record.id, records: [record] });
  }

  /** Hands out what belongs to the page that is shown now. */
  take(tabId: number): LogRecord[] {
    const { records = [] } = this.#coming.get(tabId) ?? {};
    this.#coming.delete(tabId);
    return records;
  }

  /** The tab is closed: what was coming was sent with its cookies. */
  forget(tabId: number): void {
    this.#coming.delete(tabId);
  }
}
