import type { Exchange, Millis } from '../../engine/model.js';
import { pageAddress } from '../../engine/normalize/addresses/site.js';
import { authorisedHeaders } from './hidden-authorization.js';
import type {
  AnsweredEvent,
  FailedEvent,
  RequestEvent,
  RequestSubject,
  SentEvent,
} from './request-event.js';
import { LIMITS } from '../../engine/settings.js';
import { Losses } from '../../engine/losses.js';
import { announced, nearestTo } from './late-parts.js';
import { Overtaken, type SavedOvertaken } from './overtaken.js';
import { type SavedUnannounced, Unannounced } from './unannounced.js';
import { takeAnswer } from './answered-exchange.js';
import { begunExchange, leftOf, requestIdOf } from './begun-exchange.js';

/** What must survive a checkpoint so that a later response finds its request. */
export interface SavedAssembler {
  pending: [requestId: string, exchange: Exchange][];
  hops: [requestId: string, hop: number][];
  challenged: [requestId: string, exchange: Exchange][];
  /** Absent in what an older version saved. */
  unannounced?: SavedUnannounced;
  /** The same. */
  overtaken?: SavedOvertaken;
}

/**
 * Makes exchanges of request events. Every hop of a redirect, and every answer to an
 * authentication challenge, is an exchange of its own: `<request id>.<hop>`.
 */
export class Assembler {
  readonly #pending = new Map<string, Exchange>();
  readonly #hops = new Map<string, number>();
  /** Exchanges that ended in a challenge: the browser may repeat them without telling. */
  readonly #challenged = new Map<string, Exchange>();
  readonly #unannounced: Unannounced;
  readonly #overtaken: Overtaken;

  readonly #losses: Losses;

  constructor(saved?: SavedAssembler, losses = new Losses()) {
    this.#losses = losses;
    this.#unannounced = new Unannounced(saved?.unannounced);
    this.#overtaken = new Overtaken(saved?.overtaken);
    for (const [id, exchange] of saved?.pending ?? []) this.#pending.set(id, exchange);
    for (const [id, hop] of saved?.hops ?? []) this.#hops.set(id, hop);
    for (const [id, exchange] of saved?.challenged ?? []) this.#challenged.set(id, exchange);
  }

  save(): SavedAssembler {
    return {
      pending: [...this.#pending],
      hops: [...this.#hops],
      challenged: [...this.#challenged],
      unannounced: this.#unannounced.save(),
      overtaken: this.#overtaken.save(),
    };
  }

  /** Exchanges of which a part has not come yet. */
  pending(): Exchange[] {
    const late = [...this.#unannounced.exchanges(), ...this.#overtaken.exchanges()];
    return [...this.#pending.values(), ...late];
  }

  /** True while the exchange waits for its response, or for its request. */
  isPending(exchange: Exchange): boolean {
    const isLate = this.#unannounced.has(exchange) || this.#overtaken.has(exchange);
    return isLate || this.#pending.get(requestIdOf(exchange.id)) === exchange;
  }

  /** Gives up waiting for parts that should have come before others; returns what has none. */
  settle(now: Millis): Exchange[] {
    return [...this.#unannounced.settle(now), ...this.#overtaken.settle(now)];
  }

  /**
   * The exchange that DevTools tells of and whose answer nobody else told: the nearest that waits.
   * It waits no more.
   */
  takeUnanswered(told: Exchange, within: Millis): Exchange | undefined {
    const [id, nearest] = nearestTo(told, this.#pending, within) ?? [];
    if (id !== undefined) this.#pending.delete(id);
    return nearest;
  }

  /** Makes other ones of those that may still change. */
  rewrite(rewritten: (exchange: Exchange) => Exchange): void {
    for (const exchange of [...this.pending(), ...this.#challenged.values()])
      Object.assign(exchange, rewritten(exchange));
  }

  /** Takes an event in; returns the exchanges that are new or changed by it, in order. */
  add(event: RequestEvent, topUrl: string | undefined): Exchange[] {
    switch (event.kind) {
      case 'sent':
        return this.#send(event, topUrl);
      case 'answered':
      case 'challenged':
        return this.#answer(event, topUrl);
      case 'failed':
        return this.#fail(event);
    }
  }

  #send(event: SentEvent, topUrl: string | undefined): Exchange[] {
    const ended = this.#unannounced.take(event);
    if (ended && 'request' in ended) return [announced(ended, event)];
    this.#overtake(event.id);
    const exchange = this.#begin(event, topUrl);
    exchange.request = { headers: event.headers, ...leftOf(event) };
    this.#losses.note('pending', bound(this.#pending.set(event.id, exchange), LIMITS.pending));
    return ended ? this.#fail(ended) : [exchange];
  }

  #answer(event: AnsweredEvent, topUrl: string | undefined): Exchange[] {
    const { id, kind, status } = event;
    const challenged = this.#challenged.get(id);
    this.#challenged.delete(id);
    const pending = this.#asked(event);
    // Nobody answered the challenge: this is its response, which is known.
    if (!pending && kind === 'answered' && challenged?.response?.status === status) return [];
    const exchange = pending ?? this.#repeat(event, topUrl, challenged);
    takeAnswer(exchange, event, pending !== undefined);
    if (kind === 'challenged') bound(this.#challenged.set(id, exchange), LIMITS.challenged);
    else if (!pending && !challenged && isAnnounced(event)) this.#unannounced.hold(id, exchange);
    return [exchange];
  }

  /** The hop that this answers, which is pending no more. */
  #asked(event: AnsweredEvent): Exchange | undefined {
    const pending = this.#pending.get(event.id);
    const isOwn = pending !== undefined && pageAddress(pending.url) === pageAddress(event.url);
    const earlier =
      isOwn && pending.startedAt <= event.at ? undefined : this.#overtaken.take(event);
    if (earlier) return earlier;
    if (isOwn) this.#pending.delete(event.id);
    // Of a redirect in between nothing was heard: this is the answer of a later hop.
    else this.#overtake(event.id);
    return isOwn ? pending : undefined;
  }

  /** Another hop is told before the answer of the one that is pending: that may still come. */
  #overtake(id: string): void {
    const pending = this.#pending.get(id);
    if (pending) this.#overtaken.hold(id, pending);
    this.#pending.delete(id);
  }

  /**
   * An answer whose request was not announced. After a challenge the browser sends the request
   * again with credentials that it shows to nobody: that it did is known. Else recording began in
   * between.
   */
  #repeat(event: AnsweredEvent, topUrl: string | undefined, challenged?: Exchange): Exchange {
    const exchange = this.#begin(event, topUrl);
    if (challenged) exchange.request.headers = authorisedHeaders(challenged);
    delete exchange.diagnoses;
    delete exchange.limits;
    return exchange;
  }

  /**
   * A request that fails before it was announced was never sent: there is nothing to record, unless
   * it is announced late.
   */
  #fail(event: FailedEvent): Exchange[] {
    const exchange = this.#pending.get(event.id);
    if (!exchange) this.#unannounced.holdFailure(event);
    if (!exchange) return [];
    this.#pending.delete(event.id);
    exchange.endedAt = Math.max(event.at, exchange.startedAt);
    exchange.error = event.error;
    return [exchange];
  }

  #begin(event: RequestSubject, topUrl: string | undefined): Exchange {
    const hop = this.#hops.get(event.id) ?? 0;
    this.#hops.delete(event.id);
    bound(this.#hops.set(event.id, hop + 1), LIMITS.hops);
    return begunExchange(event, hop, topUrl);
  }
}

/** Of pictures, scripts and their kin the answer alone is listened to. */
function isAnnounced({ type }: AnsweredEvent): boolean {
  return type !== 'other';
}

/** Forgets the oldest entries of a map beyond a limit; returns how many. */
function bound(map: Map<string, unknown>, limit: number): number {
  const lost = Math.max(0, map.size - limit);
  for (const key of [...map.keys()].slice(0, lost)) map.delete(key);
  return lost;
}
