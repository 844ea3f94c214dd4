import type { Exchange, Millis } from '../../engine/model.js';
import { pageAddress } from '../../engine/normalize/addresses/site.js';
import { isLongAgo } from './late-parts.js';
import type { FailedEvent, SentEvent } from './request-event.js';

/** Failures that wait at once. */
const MOST = 200;

/** What has ended before it was told that it began. */
export type Ended = Exchange | FailedEvent;

export interface SavedUnannounced {
  answered: [requestId: string, exchange: Exchange][];
  failed: FailedEvent[];
}

/**
 * Ends of requests that came before their beginnings. Chromium tells a worker that it starts of
 * some requests in that order: what it kept for it comes after what happens meanwhile.
 */
export class Unannounced {
  #answered: [requestId: string, exchange: Exchange][];
  #failed: FailedEvent[];

  constructor(saved?: SavedUnannounced) {
    this.#answered = saved?.answered ?? [];
    this.#failed = saved?.failed ?? [];
  }

  save(): SavedUnannounced {
    return { answered: this.#answered, failed: this.#failed };
  }

  /** Exchanges that wait for their request. */
  exchanges(): Exchange[] {
    return this.#answered.map(([, exchange]) => exchange);
  }

  has(exchange: Exchange): boolean {
    return this.#answered.some(([, one]) => one === exchange);
  }

  hold(requestId: string, exchange: Exchange): void {
    this.#answered.push([requestId, exchange]);
  }

  holdFailure(event: FailedEvent): void {
    this.#failed = [...this.#failed, event].slice(-MOST);
  }

  /** What ended this request: of several hops of one address the first that can be its end. */
  take({ id: requestId, url, at }: SentEvent): Ended | undefined {
    const fitting = this.#answered.filter(
      ([id, one]) =>
        id === requestId && (one.endedAt ?? 0) >= at && pageAddress(one.url) === pageAddress(url),
    );
    const [first] = fitting.toSorted(([, a], [, b]) => (a.endedAt ?? 0) - (b.endedAt ?? 0));
    if (first) {
      this.#answered = this.#answered.filter((one) => one !== first);
      return first[1];
    }
    const failure = this.#failed.find((one) => one.id === requestId && one.at >= at);
    if (failure) this.#failed = this.#failed.filter((one) => one !== failure);
    return failure;
  }

  /** Gives up waiting: what is handed out began before anything was recorded. */
  settle(now: Millis): Exchange[] {
    if (this.#answered.length + this.#failed.length === 0) return [];
    const over = this.#answered.filter(([, { endedAt = 0 }]) => isLongAgo(endedAt, now));
    this.#answered = this.#answered.filter((one) => !over.includes(one));
    this.#failed = this.#failed.filter(({ at }) => !isLongAgo(at, now));
    return over.map(([, exchange]) => exchange);
  }
}
