import type { RequestList } from '../../messaging/protocol.js';
import type { RequestRow } from '../../messaging/views.js';
import type { Backend } from '../backend/backend.js';

/** Rows of the first answer, which somebody waits for, and of those that follow. */
const FIRST_PAGE = 200;
const PAGE = 2_000;

/** Rows of the log at one moment: a new object whenever they changed. */
export interface RequestRows {
  rows: readonly RequestRow[];
  byId(id: string): RequestRow | undefined;
}

/** The rows of one tab in the order in which they began; rows that change keep their place. */
export class RequestLog {
  #rows: RequestRow[] = [];
  #places = new Map<string, number>();
  #revision = 0;
  /** The question of which further pages are asked, and how many rows of them there are. */
  #since = 0;
  #taken = 0;

  /** What to ask for next: rows that are new or changed since then. */
  get revision(): number {
    return this.#revision;
  }

  firstPage(tabId: number): { tabId: number; since: number; limit: number } {
    return { tabId, since: this.#revision, limit: FIRST_PAGE };
  }

  /** Where there are further ones. */
  nextPage(tabId: number): { tabId: number; since: number; from: number; limit: number } {
    return { tabId, since: this.#since, from: this.#taken, limit: PAGE };
  }

  get rows(): readonly RequestRow[] {
    return this.#rows;
  }

  byId(id: string): RequestRow | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#rows[place];
  }

  /** Takes in an answer. Returns false where it brought nothing new. */
  apply({ revision, rows, reset }: RequestList): boolean {
    // What changes while further pages come is asked for after them.
    this.#since = this.#revision;
    this.#revision = revision;
    this.#taken = rows.length;
    if (reset) {
      this.#rows = [];
      this.#places.clear();
    }
    for (const row of rows) this.#put(row);
    return reset || rows.length > 0;
  }

  /** Takes in a further page of it. */
  applyMore({ rows }: RequestList): void {
    this.#taken += rows.length;
    for (const row of rows) this.#put(row);
  }

  /** Takes in an answer and the pages that follow it; `show`: after each that brought something. */
  async follow(
    first: RequestList,
    backend: Pick<Backend, 'ask'>,
    tabId: number,
    show: () => void,
  ): Promise<void> {
    if (this.apply(first)) show();
    for (let list = first; list.more;) {
      list = await backend.ask('getRequests', this.nextPage(tabId));
      this.applyMore(list);
      show();
    }
  }

  #put(row: RequestRow): void {
    const place = this.#places.get(row.id);
    if (place !== undefined) {
      this.#rows[place] = row;
      return;
    }
    this.#places.set(row.id, this.#rows.length);
    this.#rows.push(row);
  }
}
