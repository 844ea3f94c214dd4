import type { Exchange, ExchangeBodies, LimitReached } from '../engine/model.js';
import { beyond, LIMITS } from '../engine/settings.js';
import type { ExchangeLinks } from '../engine/trail/links.js';
import { HeaderPool, type SavedHeaderPool } from './header-pool.js';
import { NO_PIECE, Pieces } from './pieces.js';

/** Characters of exchanges that are written as one piece. */
const PIECE = 65_536;

/** An exchange as it is kept: as text, which takes less memory, or as somebody else holds it. */
interface Kept {
  json: string | Exchange;
  /** Its place among all. */
  order: number;
  /** The piece that holds it as it is. */
  piece: number;
  pending: boolean;
  /** Credentials that travelled with it and that it set, as last seen; empty where there are none. */
  links: string;
  revision: number;
}

/** What stands beside the pieces, which hold the finished ones: the pending are in the assembler. */
export interface SavedExchanges {
  dropped: number;
  headers: SavedHeaderPool;
  /** Ids in pieces of what was let go. */
  gone: string[];
  /** Where the next one stands. */
  order: number;
  /** Where those stand that are in no piece yet. Absent in what an older version saved. */
  pending?: [id: string, order: number][];
}

/** Finished exchanges that are written together. */
export interface NewPiece {
  ids: string[];
  text: string;
}

/** The exchanges of one tab in the order of their start, with a revision for viewers. */
export class ExchangeList {
  #kept = new Map<string, Kept>();
  #pool: HeaderPool;
  readonly #pieces: Pieces;
  readonly #links = new Map<string, string>();
  #order: number;
  /** Places of those that an earlier worker saw pending. */
  readonly #places: Map<string, number>;
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
    this.#order = saved?.order ?? 0;
    this.#places = new Map(saved?.pending);
    this.#pool = new HeaderPool(saved?.headers);
    this.#pieces = new Pieces(saved?.gone);
  }

  save(): SavedExchanges {
    const { dropped } = this;
    const headers = this.#pool.save();
    const pending = [...this.#kept].filter(([, kept]) => kept.pending);
    return {
      dropped,
      headers,
      gone: this.#pieces.gone(),
      order: this.#order,
      pending: pending.map(([id, { order }]) => [id, order]),
    };
  }

  /** Takes in what a piece holds; a later one has the last word. */
  loadPiece(number: number, text: string): void {
    const all = JSON.parse(text) as [order: number, id: string, json: string][];
    const live = all.filter(([, id]) => !this.#pieces.isGone(id));
    this.#pieces.stored(number, live.length, all.length - live.length);
    for (const [order, id, json] of live) this.#set(id, json, false, order).piece = number;
  }

  /** All pieces are in: what they hold stands in its order again. */
  loaded(): void {
    this.#kept = new Map([...this.#kept].toSorted(([, a], [, b]) => a.order - b.order));
  }

  /** Finished exchanges that no piece holds as they are, and numbers of pieces that can go. */
  newPieces(): { add: NewPiece[]; drop: number[] } {
    const waste = this.#pieces.takeWaste();
    const add: NewPiece[] = [];
    let size = PIECE;
    for (const [id, kept] of this.#kept) {
      if (waste.has(kept.piece)) kept.piece = NO_PIECE;
      if (kept.pending || kept.piece !== NO_PIECE) continue;
      const line = JSON.stringify([kept.order, id, this.#textOf(id, kept.json)]);
      if (size >= PIECE) add.push({ ids: [], text: '' });
      if (size >= PIECE) size = 0;
      const piece = add.at(-1)!;
      piece.ids.push(id);
      piece.text += (size === 0 ? '[' : ',') + line;
      size += line.length;
    }
    for (const piece of add) piece.text += ']';
    return { add, drop: [...waste] };
  }

  /** These were written as that piece. */
  storedPiece(number: number, ids: readonly string[]): void {
    const stored = ids.flatMap((id) => this.#kept.get(id) ?? []);
    this.#pieces.stored(number, stored.length, ids.length - stored.length);
    for (const kept of stored) kept.piece = number;
  }

  /** Numbers of the pieces that hold any of them. */
  pieces(): number[] {
    return this.#pieces.all();
  }

  /** Forgets what is written where: all of it will be written anew. Gives the numbers of the pieces. */
  forgetPieces(): number[] {
    for (const kept of this.#kept.values()) kept.piece = NO_PIECE;
    return this.#pieces.takeAll();
  }

  get count(): number {
    return this.#kept.size;
  }

  /** How many of them are not pending. */
  get finished(): number {
    return [...this.#kept.values()].filter(({ pending }) => !pending).length;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Keeps a finished exchange that is held in memory anyway. */
  hold(exchange: Exchange): void {
    this.#set(exchange.id, exchange, false);
  }

  put(exchange: Exchange, pending: boolean): void {
    this.#set(exchange.id, this.#pool.write(exchange), pending);
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

  /** Writes all anew, for what was left out must stand nowhere; what is held elsewhere was read before. */
  rewrite(rewritten: (exchange: Exchange) => Exchange): void {
    const before = this.#pool;
    this.#pool = new HeaderPool();
    for (const [id, kept] of this.#kept) {
      if (typeof kept.json !== 'string') continue;
      const exchange = before.read(id, kept.json);
      const text = JSON.stringify(exchange);
      const anew = rewritten(exchange);
      const isNews = JSON.stringify(anew) !== text;
      this.#size -= kept.json.length;
      kept.json = this.#pool.write(anew);
      this.#size += kept.json.length;
      this.#pieces.changed(kept.piece);
      kept.piece = NO_PIECE;
      if (isNews) kept.revision = ++this.#revision;
    }
  }

  get(id: string): Exchange | undefined {
    return this.#read(id, false);
  }

  /** Without its headers. */
  getBare(id: string): Exchange | undefined {
    return this.#read(id, true);
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
    kept.links = this.#shared(links);
    kept.revision = ++this.#revision;
  }

  /** What was noted last. */
  linksOf(id: string): ExchangeLinks {
    const [carried = '', set = ''] = this.#kept.get(id)?.links.split('/') ?? [];
    return { carried: idsIn(carried), set: idsIn(set) };
  }

  /** Ids that are new or changed since a revision, and whether it is too old to build on. */
  since(revision: number): { ids: string[]; reset: boolean } {
    const reset = revision !== 0 && (revision < this.#floor || revision > this.#revision);
    const from = reset ? 0 : revision;
    const ids = [...this.#kept].filter(([, kept]) => kept.revision > from).map(([id]) => id);
    return { ids, reset };
  }

  /** Whoever has seen this list must begin again. */
  viewAnew(revision: number): void {
    this.#revision = Math.max(this.#revision, revision) + 1;
    this.#floor = this.#revision;
    for (const kept of this.#kept.values()) kept.revision = this.#revision;
  }

  /** Characters of all of them. */
  get size(): number {
    return this.#size;
  }

  /** More of them than their credentials are remembered of. */
  limits(): LimitReached[] {
    return beyond('links', this.finished - LIMITS.links);
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
      this.#pieces.letGo(id, kept.piece);
      this.#size -= sizeOf(json);
      this.#floor = ++this.#revision;
      this.dropped += 1;
    }
  }

  /** The same text once: most requests of a site carry the same. */
  #shared(links: string): string {
    const known = this.#links.get(links);
    if (known !== undefined) return known;
    if (this.#links.size >= LIMITS.links) this.#links.clear();
    this.#links.set(links, links);
    return links;
  }

  #read(id: string, bare: boolean): Exchange | undefined {
    const kept = this.#kept.get(id);
    if (!kept) return undefined;
    const { json } = kept;
    return typeof json === 'string'
      ? this.#pool.read(id, json, bare)
      : (JSON.parse(JSON.stringify(json)) as Exchange);
  }

  #set(
    id: string,
    json: string | Exchange,
    pending: boolean,
    order = this.#places.get(id) ?? this.#order,
  ): Kept {
    const before = this.#kept.get(id);
    this.#size += sizeOf(json) - sizeOf(before?.json ?? '');
    const revision = ++this.#revision;
    this.#order = Math.max(this.#order, order + 1);
    if (before) {
      this.#pieces.changed(before.piece);
      return Object.assign(before, { json, pending, revision, piece: NO_PIECE });
    }
    const kept = { json, order, pending, links: '', revision, piece: NO_PIECE };
    this.#kept.set(id, kept);
    return kept;
  }

  #textOf(id: string, json: string | Exchange): string {
    return typeof json === 'string' ? json : this.#pool.write({ ...json, id });
  }
}

/** What is held elsewhere takes no room here. */
function sizeOf(json: string | Exchange): number {
  return typeof json === 'string' ? json.length : 0;
}

function idsIn(list: string): string[] {
  return list === '' ? [] : list.split(' ');
}
