import type { Exchange, ExchangeBodies, LimitReached } from '../../engine/model.js';
import { beyond, LIMITS } from '../../engine/settings.js';
import type { ExchangeLinks } from '../../engine/trail/links.js';
import { requestIdOf } from '../requests/begun-exchange.js';
import { takeBodies } from '../requests/late-parts.js';
import { type Kept, leastFirst, type SavedExchanges } from './kept-exchange.js';
import { exchangeOf, sizeOf, textOf } from './kept-text.js';
import { LetGoPending } from '../requests/let-go-pending.js';
import { LinkTexts, readLinks } from './link-texts.js';
import { ListRevision } from './list-revision.js';
import { NO_PIECE, Pieces } from '../log/pieces.js';
import { TextPool } from '../log/text-pool.js';

/** The exchanges of one tab in the order of their start, with a revision for viewers. */
export class ExchangeList {
  readonly #kept = new Map<string, Kept>();
  #pool: TextPool;
  /** What of it a checkpoint holds, in pieces. */
  readonly pieces: Pieces;
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
    const take = (id: string, json: string, order: number) => this.#set(id, json, false, order);
    const text = (id: string, json: Kept['json']) => textOf(id, json, this.#pool);
    this.pieces = new Pieces({ kept: this.#kept, take, textOf: text }, saved?.gone);
    this.#unanswered = new LetGoPending(saved?.unanswered);
  }

  save(): SavedExchanges {
    const { dropped } = this;
    const headers = this.#pool.save();
    return {
      dropped,
      unanswered: this.#unanswered.save(),
      headers,
      gone: this.pieces.gone(),
      order: this.#order,
      pending: this.#pending().map(([id, { order }]) => [id, order]),
    };
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

  putBodies(bodies: ExchangeBodies): void {
    const exchange = this.get(bodies.exchangeId);
    if (!exchange) return;
    takeBodies(exchange, bodies);
    this.put(exchange, false);
  }

  /** Writes all anew: what was left out must stand nowhere; what is held elsewhere was read. */
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
      this.pieces.changed(kept.piece);
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
    if (kept && this.#links.note(kept, now)) kept.revision = this.#revision.next();
  }

  /** What was noted last. */
  linksOf(id: string): ExchangeLinks {
    return readLinks(this.#kept.get(id)?.links);
  }

  /** Ids that are new or changed since a revision, and whether it is too old to build on. */
  since(revision: number): { ids: string[]; reset: boolean } {
    return this.#revision.since(revision, this.#kept);
  }

  /** Whoever has seen this list must begin again. */
  viewAnew(revision: number): void {
    this.#revision.anew(revision, this.#kept);
  }

  /** Characters of all of them. */
  get size(): number {
    return this.#size;
  }

  /** More of them than their credentials are remembered of. */
  limits(): LimitReached[] {
    return beyond('links', this.count - this.#pending().length - LIMITS.links);
  }

  /** Lets finished ones go until all are at most so many characters; last those that are pinned. */
  shrink(limit: number, isPinned: (id: string) => boolean = () => false): void {
    for (const [id, { json, piece }] of leastFirst(this.#kept, isPinned)) {
      if (this.#size <= limit) break;
      this.#kept.delete(id);
      this.pieces.letGo(id, piece);
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
    return kept && exchangeOf(id, kept.json, this.#pool, bare);
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
    if (!pending) this.pieces.back(id);
    if (before) {
      this.pieces.changed(before.piece);
      return Object.assign(before, { json, pending, revision, piece: NO_PIECE });
    }
    if (this.#unanswered.takeBack(id)) this.dropped -= 1;
    const kept = { json, order, pending, links: '', revision, piece: NO_PIECE };
    this.#kept.set(id, kept);
    return kept;
  }
}
