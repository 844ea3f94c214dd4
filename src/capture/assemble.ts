import type { Exchange } from '../engine/model.js';
import { originOf } from '../engine/normalize/site.js';
import type { AnsweredEvent, FailedEvent, RequestEvent, RequestSubject } from './request-event.js';

/** What must survive a checkpoint so that a later response finds its request. */
export interface SavedAssembler {
  pending: [requestId: string, exchange: Exchange][];
  hops: [requestId: string, hop: number][];
  challenged: [requestId: string, exchange: Exchange][];
}

/** Requests whose number of hops is remembered; a request older than that has long ended. */
const MAX_HOPS = 2_000;
/** Requests in flight at once; a page that starts more and answers none loses the oldest. */
const MAX_PENDING = 5_000;
const MAX_CHALLENGED = 100;

/**
 * Makes exchanges of request events. Every hop of a redirect, and every answer to an
 * authentication challenge, is an exchange of its own: `<request id>.<hop>`.
 */
export class Assembler {
  readonly #pending = new Map<string, Exchange>();
  readonly #hops = new Map<string, number>();
  /** Exchanges that ended with 401 or 407: the browser may repeat them without telling. */
  readonly #challenged = new Map<string, Exchange>();

  constructor(saved?: SavedAssembler) {
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

  /** True while the exchange waits for its response. */
  isPending(exchange: Exchange): boolean {
    return this.#pending.get(requestIdOf(exchange)) === exchange;
  }

  /** Takes an event in; returns the exchanges that are new or changed by it, in order. */
  add(event: RequestEvent, topUrl: string | undefined): Exchange[] {
    switch (event.kind) {
      case 'sent': {
        const unanswered = this.#pending.get(event.id);
        const exchange = this.#begin(event, topUrl);
        exchange.request.headers = event.headers;
        bound(this.#pending.set(event.id, exchange), MAX_PENDING);
        return unanswered ? [unanswered, exchange] : [exchange];
      }
      case 'answered':
        return [this.#answer(event, topUrl)];
      case 'failed':
        return this.#fail(event);
    }
  }

  #answer(event: AnsweredEvent, topUrl: string | undefined): Exchange {
    const exchange = this.#pending.get(event.id) ?? this.#repeat(event, topUrl);
    this.#pending.delete(event.id);
    const { status, headers } = event;
    exchange.endedAt = Math.max(event.at, exchange.startedAt);
    exchange.response = { status, headers };
    if (event.diagnoses) exchange.diagnoses = [...(exchange.diagnoses ?? []), ...event.diagnoses];
    const target = redirectTarget(event);
    if (target !== undefined) exchange.redirectUrl = target;
    if (status === 401 || status === 407) {
      bound(this.#challenged.set(event.id, exchange), MAX_CHALLENGED);
    }
    return exchange;
  }

  /**
   * An answer whose request was not announced. After a challenge the browser sends the request
   * again with credentials that it shows to nobody; else recording began in between.
   */
  #repeat(event: AnsweredEvent, topUrl: string | undefined): Exchange {
    const before = this.#challenged.get(event.id);
    const exchange = this.#begin(event, topUrl);
    if (before?.url === event.url) exchange.request.headers = before.request.headers;
    this.#challenged.delete(event.id);
    delete exchange.diagnoses;
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
    bound(this.#hops.set(event.id, hop + 1), MAX_HOPS);
    const { id, url, method, type, at, frameId, initiator, diagnoses } = event;
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
    };
  }
}

function requestIdOf(exchange: Exchange): string {
  return exchange.id.slice(0, exchange.id.lastIndexOf('.'));
}

/** A main frame's requests can come before the browser tells that it shows another page. */
function topOf(event: RequestSubject, topUrl: string | undefined): string | undefined {
  if (event.type === 'document') return event.url;
  const { initiator, frameId } = event;
  if (frameId !== 0 || !initiator || initiator === originOf(topUrl ?? '')) return topUrl;
  return `${initiator}/`;
}

function redirectTarget({ status, headers, url }: AnsweredEvent): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers.find((header) => header.name === 'location')?.value;
  if (location === undefined || !URL.canParse(location, url)) return undefined;
  return new URL(location, url).href;
}

/** Forgets the oldest entries of a map beyond a limit. */
function bound(map: Map<string, unknown>, limit: number): void {
  for (const key of map.keys()) {
    if (map.size <= limit) return;
    map.delete(key);
  }
}
