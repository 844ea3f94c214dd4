import type { Exchange, ExchangeBodies, LimitReached } from '../engine/model.js';
import { beyond, LIMITS } from '../engine/settings.js';
import type { ExchangeLinks } from '../engine/trail/links.js';
import { requestIdOf } from './begun-exchange.js';
import { TextPool } from './text-pool.js';
import { type Kept, leastFirst, type SavedExchanges, sizeOf } from './kept-exchange.js';
import { LetGoPending } from './let-go-pending.js';
import { LinkTexts, readLinks } from './link-texts.js';
import { ListRevision } from './list-revision.js';
import { type NewPiece, readPiece, writtenPieces } from './piece-text.js';
import { NO_PIECE, Pieces } from './pieces.js';

/** The exchanges of one tab in the order of their start, with a revision for viewers. */
export class ExchangeList {
  #kept = new Map<string, Kept>();
  #pool: TextPool;
  readonly #pieces: Pieces;
  readonly #links = new LinkTexts();
  #order: number;
  /** Places of those that an earlier worker saw pending. */
  readonly #places: Map<string, number>;
  readonly #revision: ListRevision;
  readonly #unanswered: LetGoPending;
  #size = 0;
  dropped: number;

  /** Revisions of a later worker begin higher, so that a viewer notices. */
  constructor(revision: number, saved?: SavedExchanges) {
    this.#revision = new ListRevision(revision);
    this.dropped = saved?.dropped ?? 0;
    this.#order = saved?.order ?? 0;
    this.#places = new Map(saved?.pending);
    this.#pool = new TextPool(saved?.headers);
    this.#pieces = new Pieces(saved?.gone);
    this.#unanswered = new LetGoPending(saved?.unanswered);
  }

  save(): SavedExchanges {
    const { dropped } = this;
    const headers = this.#pool.save();
    return {
      dropped,
      unanswered: this.#unanswered.save(),
      headers,
      gone: this.#pieces.gone(),
      order: this.#order,
      pending: this.#pending().map(([id, { order }]) => [id, order]),
    };
  }

  /** Takes in what a piece holds; a later one has the last word. */
  loadPiece(number: number, text: string): void {
    const all = readPiece(text);
    const live = all.filter(([, id]) => !this.#pieces.isGone(id));
    this.#pieces.stored(number, live.length, all.length - live.length);
    for (const [order, id, json] of live)
      Object.assign(this.#set(id, json, false, order), { piece: number, order });
  }

  /** All pieces are in: what they hold stands in its order again. */
  loaded(): void {
    this.#kept = new Map([...this.#kept].toSorted(([, a], [, b]) => a.order - b.order));
  }

  /** Finished exchanges that no piece holds as they are, and numbers of pieces that can go. */
  newPieces(): { add: NewPiece[]; drop: number[] } {
    const waste = this.#pieces.takeWaste();
    for (const kept of this.#kept.values()) if (waste.has(kept.piece)) kept.piece = NO_PIECE;
    return { add: writtenPieces(this.#unwritten()), drop: [...waste] };
  }

  *#unwritten(): Generator<[order: number, id: string, json: string]> {
    for (const [id, { order, json, pending, piece }] of this.#kept)
      if (!pending && piece === NO_PIECE) yield [order, id, this.#textOf(id, json)];
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

  /** Begins, empty, after another of which all was let go. */
  follow(before: ExchangeList): void {
    this.dropped = before.dropped + before.count;
    for (const id of before.awaited()) this.#unanswered.add(id);
  }

  /** Ids of the requests whose answer may still come, be they here or let go. */
  awaited(): string[] {
    return [...this.#pending().map(([id]) => requestIdOf(id)), ...this.#unanswered.save()];
  }

  get revision(): number {
    return this.#revision.now;
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
    this.#pool = new TextPool();
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
      if (isNews) kept.revision = this.#revision.next();
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
  link(id: string, now: ExchangeLinks): void {
    const kept = this.#kept.get(id);
    const links = this.#links.write(now);
    if (!kept || kept.links === links) return;
    kept.links = links;
    kept.revision = this.#revision.next();
  }

  /** What was noted last. */
  linksOf(id: string): ExchangeLinks {
    return readLinks(this.#kept.get(id)?.links);
  }

  /** Ids that are new or changed since a revision, and whether it is too old to build on. */
  since(revision: number): { ids: string[]; reset: boolean } {
    const reset = this.#revision.isTooOld(revision);
    const from = reset ? 0 : revision;
    const ids = [...this.#kept].filter(([, kept]) => kept.revision > from).map(([id]) => id);
    return { ids, reset };
  }

  /** Whoever has seen this list must begin again. */
  viewAnew(revision: number): void {
    const now = this.#revision.anew(revision);
    for (const kept of this.#kept.values()) kept.revision = now;
  }

  /** Characters of all of them. */
  get size(): number {
    return this.#size;
  }

  /** More of them than their credentials are remembered of. */
  limits(): LimitReached[] {
    const finished = this.count - this.#pending().length;
    return beyond('links', finished - LIMITS.links);
  }

  /** Lets finished ones go until all are at most so many characters; last those that are pinned. */
  shrink(limit: number, isPinned: (id: string) => boolean = () => false): void {
    for (const [id, { json, piece }] of leastFirst(this.#kept, isPinned)) {
      if (this.#size <= limit) break;
      this.#kept.delete(id);
      this.#pieces.letGo(id, piece);
      this.#size -= sizeOf(json);
      this.#revision.taken();
      this.dropped += 1;
    }
  }

  #pending(): [id: string, kept: Kept][] {
    return [...this.#kept].filter(([, { pending }]) => pending);
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
    const revision = this.#revision.next();
    this.#order = Math.max(this.#order, order + 1);
    if (!pending) this.#pieces.back(id);
    if (before) {
      this.#pieces.changed(before.piece);
      return Object.assign(before, { json, pending, revision, piece: NO_PIECE });
    }
    if (this.#unanswered.takeBack(id)) this.dropped -= 1;
    const kept = { json, order, pending, links: '', revision, piece: NO_PIECE };
    this.#kept.set(id, kept);
    return kept;
  }

  #textOf(id: string, json: string | Exchange): string {
    return typeof json === 'string' ? json : this.#pool.write({ ...json, id });
  }
}
