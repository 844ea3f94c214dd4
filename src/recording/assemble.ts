import type { Exchange, Header } from '../engine/model.js';
import { originOf } from '../engine/normalize/site.js';
import { hiddenAuthorization } from './hidden-authorization.js';
import type { AnsweredEvent, FailedEvent, RequestEvent, RequestSubject } from './request-event.js';
import { LIMITS } from '../engine/settings.js';
import { Losses } from '../engine/losses.js';

/** What must survive a checkpoint so that a later response finds its request. */
export interface SavedAssembler {
  pending: [requestId: string, exchange: Exchange][];
  hops: [requestId: string, hop: number][];
  challenged: [requestId: string, exchange: Exchange][];
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

  readonly #losses: Losses;

  constructor(saved?: SavedAssembler, losses = new Losses()) {
    this.#losses = losses;
    for (const [id, exchange] of saved?.pending ?? []) this.#pending.set(id, exchange);
    for (const [id, hop] of saved?.hops ?? []) this.#hops.set(id, hop);
    for (const [id, exchange] of saved?.challenged ?? []) this.#challenged.set(id, exchange);
  }

  save(): SavedAssembler {
    return {
      pending: [...this.#pending],
      hops: [...this.#hops],
      challenged: [...this.#challenged],
    };
  }

  /** Exchanges that wait for their response. */
  pending(): Exchange[] {
    return [...this.#pending.values()];
  }

  /** True while the exchange waits for its response. */
  isPending(exchange: Exchange): boolean {
    return this.#pending.get(requestIdOf(exchange)) === exchange;
  }

  /** Makes other ones of those that may still change. */
  rewrite(rewritten: (exchange: Exchange) => Exchange): void {
    for (const exchange of [...this.#pending.values(), ...this.#challenged.values()])
      Object.assign(exchange, rewritten(exchange));
  }

  /** Takes an event in; returns the exchanges that are new or changed by it, in order. */
  add(event: RequestEvent, topUrl: string | undefined): Exchange[] {
    switch (event.kind) {
      case 'sent': {
        const unanswered = this.#pending.get(event.id);
        const exchange = this.#begin(event, topUrl);
        exchange.request = { headers: event.headers, ...leftOf(event) };
        this.#losses.note('pending', bound(this.#pending.set(event.id, exchange), LIMITS.pending));
        return unanswered ? [unanswered, exchange] : [exchange];
      }
      case 'answered':
      case 'challenged':
        return this.#answer(event, topUrl);
      case 'failed':
        return this.#fail(event);
    }
  }

  #answer(event: AnsweredEvent, topUrl: string | undefined): Exchange[] {
    const { id, kind, status, headers, fromCache, redirectUrl, size } = event;
    const challenged = this.#challenged.get(id);
    this.#challenged.delete(id);
    const pending = this.#pending.get(id);
    // Nobody answered the challenge: this is its response, which is known.
    if (!pending && kind === 'answered' && challenged?.response?.status === status) return [];
    const exchange = pending ?? this.#repeat(event, topUrl, challenged);
    this.#pending.delete(id);
    exchange.endedAt = Math.max(event.at, exchange.startedAt);
    exchange.response = {
      status,
      headers,
      ...(fromCache && { fromCache }),
      ...leftOf(event),
      ...(size !== undefined && { size }),
    };
    if (event.diagnoses) exchange.diagnoses = [...(exchange.diagnoses ?? []), ...event.diagnoses];
    // The request has told of its own address already.
    const limits = (event.limits ?? []).filter(({ what }) => !pending || what !== 'url');
    if (limits.length > 0) exchange.limits = [...(exchange.limits ?? []), ...limits];
    if (redirectUrl !== undefined) exchange.redirectUrl = redirectUrl;
    if (kind === 'challenged') bound(this.#challenged.set(id, exchange), LIMITS.challenged);
    return [exchange];
  }

  /**
   * An answer whose request was not announced. After a challenge the browser sends the request
   * again with credentials that it shows to nobody: that it did is known. Else recording began in
   * between.
   */
  #repeat(event: AnsweredEvent, topUrl: string | undefined, challenged?: Exchange): Exchange {
    const exchange = this.#begin(event, topUrl);
    if (challenged) exchange.request.headers = authorised(challenged);
    delete exchange.diagnoses;
    delete exchange.limits;
    return exchange;
  }

  /** A request that fails before it was announced was never sent: there is nothing to record. */
  #fail(event: FailedEvent): Exchange[] {
    const exchange = this.#pending.get(event.id);
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
    const { id, url, method, type, at, frameId, initiator, diagnoses, limits } = event;
    const top = topOf(event, topUrl);
    return {
      id: `${id}.${hop}`,
      url,
      method,
      type,
      startedAt: at,
      ...(initiator !== undefined && { initiator }),
      ...(top !== undefined && { topUrl: top }),
      ...(frameId >= 0 && { frameId }),
      request: { headers: [] },
      ...(diagnoses && { diagnoses }),
      ...(limits && { limits }),
    };
  }
}

function leftOf({ left }: RequestSubject): { left?: number } {
  return left === undefined ? {} : { left };
}

function authorised(challenged: Exchange): Header[] {
  const hidden = hiddenAuthorization(challenged);
  const headers = challenged.request.headers.filter(({ name }) => name !== hidden?.name);
  return hidden ? [...headers, hidden] : headers;
}

function requestIdOf(exchange: Exchange): string {
  return exchange.id.slice(0, exchange.id.lastIndexOf('.'));
}

/** A main frame's requests can come before the browser tells that it shows another page. */
function topOf(event: RequestSubject, topUrl: string | undefined): string | undefined {
  if (event.topUrl !== undefined) return event.topUrl || undefined;
  if (event.type === 'document') return event.url;
  const { initiator, frameId } = event;
  if (frameId !== 0 || !initiator || initiator === originOf(topUrl ?? '')) return topUrl;
  return `${initiator}/`;
}

/** Forgets the oldest entries of a map beyond a limit; returns how many. */
function bound(map: Map<string, unknown>, limit: number): number {
  const lost = Math.max(0, map.size - limit);
  for (const key of [...map.keys()].slice(0, lost)) map.delete(key);
  return lost;
}
