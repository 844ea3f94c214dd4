import type { RequestList, RequestRow } from '../messaging/protocol.js';

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

  /** What to ask for next: rows that are new or changed since then. */
  get revision(): number {
    return this.#revision;
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
    this.#revision = revision;
    if (reset) {
      this.#rows = [];
      this.#places.clear();
    }
    for (const row of rows) this.#put(row);
    return reset || rows.length > 0;
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
