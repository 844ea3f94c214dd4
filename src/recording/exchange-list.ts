import type { Exchange, ExchangeBodies, LimitReached } from '../engine/model.js';
import { beyond, LIMITS } from '../engine/settings.js';
import type { ExchangeLinks } from '../engine/trail/links.js';

/** An exchange as it is kept: as JSON, which takes a third less memory, or as somebody else holds it. */
interface Kept {
  json: string | Exchange;
  pending: boolean;
  /** Credentials that travelled with it and that it set, as last seen; empty where there are none. */
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
    const kept = finished.map(([id, { json }]): [string, string] => [id, textOf(json)]);
    return { kept, dropped: this.dropped };
  }

  get count(): number {
    return this.#kept.size;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Keeps a finished exchange that is held in memory anyway. */
  hold(exchange: Exchange): void {
    this.#set(exchange.id, exchange, false);
  }

  put(exchange: Exchange, pending: boolean): void {
    this.#set(exchange.id, JSON.stringify(exchange), pending);
  }

  putBodies({ exchangeId, request, response, script, size }: ExchangeBodies): void {
    const exchange = this.get(exchangeId);
    if (!exchange) return;
    if (request) exchange.request.body = request;
    if (response && exchange.response) exchange.response.body = response;
    if (exchange.response && size !== undefined) exchange.response.size = size;
    if (script !== undefined) exchange.script = script;
    this.put(exchange, false);
  }

  /** Writes those anew that become other ones; what is held elsewhere was read as a whole before. */
  rewrite(rewritten: (exchange: Exchange) => Exchange): void {
    for (const [id, { json, pending }] of this.#kept) {
      if (typeof json !== 'string') continue;
      const anew = JSON.stringify(rewritten(JSON.parse(json) as Exchange));
      if (anew !== json) this.#set(id, anew, pending);
    }
  }

  get(id: string): Exchange | undefined {
    const kept = this.#kept.get(id);
    return kept && (JSON.parse(textOf(kept.json)) as Exchange);
  }

  has(id: string): boolean {
    return this.#kept.has(id);
  }

  /** Ids of all exchanges. */
  ids(): string[] {
    return [...this.#kept.keys()];
  }

  /** Notes what is linked to an exchange now; a change is a change of its row. */
  link(id: string, { carried, set }: ExchangeLinks): void {
    const kept = this.#kept.get(id);
    const links = carried.length + set.length === 0 ? '' : `${carried.join(' ')}/${set.join(' ')}`;
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

  /** Characters of all of them. */
  get size(): number {
    return this.#size;
  }

  /** More of them than their credentials are remembered of. */
  limits(): LimitReached[] {
    const finished = [...this.#kept.values()].filter(({ pending }) => !pending);
    return beyond('links', finished.length - LIMITS.links);
  }

  /**
   * Lets finished ones go until all are at most so many characters: the uneventful first, then those
   * that carried or set credentials, last those that are pinned; of each kind the oldest first.
   */
  shrink(limit: number, isPinned: (id: string) => boolean = () => false): void {
    const uneventful = (id: string, { links }: Kept) => links === '' && !isPinned(id);
    this.#letGo(limit, uneventful);
    this.#letGo(limit, (id) => !isPinned(id));
    this.#letGo(limit, () => true);
  }

  #letGo(limit: number, may: (id: string, kept: Kept) => boolean): void {
    for (const [id, kept] of this.#kept) {
      const { json, pending } = kept;
      if (this.#size <= limit) break;
      if (pending || !may(id, kept)) continue;
      this.#kept.delete(id);
      this.#size -= sizeOf(json);
      this.#floor = ++this.#revision;
      this.dropped += 1;
    }
  }

  #set(id: string, json: string | Exchange, pending: boolean): void {
    const before = this.#kept.get(id);
    this.#size += sizeOf(json) - sizeOf(before?.json ?? '');
    const revision = ++this.#revision;
    if (before) Object.assign(before, { json, pending, revision });
    else this.#kept.set(id, { json, pending, links: '', revision });
  }
}

function textOf(json: string | Exchange): string {
  return typeof json === 'string' ? json : JSON.stringify(json);
}

/** What is held elsewhere takes no room here. */
function sizeOf(json: string | Exchange): number {
  return typeof json === 'string' ? json.length : 0;
}
