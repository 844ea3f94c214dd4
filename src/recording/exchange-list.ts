import type { Exchange, ExchangeBodies } from '../engine/model.js';

/** An exchange as it is kept: as JSON, which takes a third less memory than the object. */
interface Kept {
  json: string;
  pending: boolean;
  /** Credentials that travelled with it and that it set, as last seen. */
  links: string;
  revision: number;
}

/** Only of finished ones: the pending ones are in the assembler's hands. */
export interface SavedExchanges {
  kept: [id: string, json: string][];
  dropped: number;
}

/** The exchanges of one tab in the order of their start, with a revision for viewers. */
export class ExchangeList {
  readonly #kept = new Map<string, Kept>();
  #revision: number;
  #size = 0;
  /** Viewers that know less than this must forget what they know. */
  #floor: number;
  dropped: number;

  /** Revisions of a later worker begin higher, so that a viewer notices. */
  constructor(revision: number, saved?: SavedExchanges) {
    this.#revision = revision;
    this.#floor = revision;
    this.dropped = saved?.dropped ?? 0;
    for (const [id, json] of saved?.kept ?? []) this.#set(id, json, false);
  }

  save(): SavedExchanges {
    const finished = [...this.#kept].filter(([, { pending }]) => !pending);
    const kept = finished.map(([id, { json }]): [string, string] => [id, json]);
    return { kept, dropped: this.dropped };
  }

  get count(): number {
    return this.#kept.size;
  }

  get revision(): number {
    return this.#revision;
  }

  put(exchange: Exchange, pending: boolean): void {
    this.#set(exchange.id, JSON.stringify(exchange), pending);
  }

  putBodies({ exchangeId, request, response }: ExchangeBodies): void {
    const exchange = this.get(exchangeId);
    if (!exchange) return;
    if (request) exchange.request.body = request;
    if (response && exchange.response) exchange.response.body = response;
    this.put(exchange, false);
  }

  get(id: string): Exchange | undefined {
    const kept = this.#kept.get(id);
    return kept && (JSON.parse(kept.json) as Exchange);
  }

  has(id: string): boolean {
    return this.#kept.has(id);
  }

  /** Ids of all exchanges. */
  ids(): string[] {
    return [...this.#kept.keys()];
  }

  /** Notes what is linked to an exchange now; a change is a change of its row. */
  link(id: string, links: string): void {
    const kept = this.#kept.get(id);
    if (!kept || kept.links === links) return;
    kept.links = links;
    kept.revision = ++this.#revision;
  }

  /** Ids that are new or changed since a revision, and whether it is too old to build on. */
  since(revision: number): { ids: string[]; reset: boolean } {
    const reset = revision !== 0 && (revision < this.#floor || revision > this.#revision);
    const from = reset ? 0 : revision;
    const ids = [...this.#kept].filter(([, kept]) => kept.revision > from).map(([id]) => id);
    return { ids, reset };
  }

  /** Lets the oldest finished ones go until all are at most so many characters. */
  shrink(limit: number): void {
    for (const [id, { json, pending }] of this.#kept) {
      if (this.#size <= limit) break;
      if (pending) continue;
      this.#kept.delete(id);
      this.#size -= json.length;
      this.#floor = ++this.#revision;
      this.dropped += 1;
    }
  }

  #set(id: string, json: string, pending: boolean): void {
    const before = this.#kept.get(id);
    this.#size += json.length - (before?.json.length ?? 0);
    const revision = ++this.#revision;
    if (before) Object.assign(before, { json, pending, revision });
    else this.#kept.set(id, { json, pending, links: '', revision });
  }
}
