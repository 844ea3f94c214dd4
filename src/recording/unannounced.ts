import type { Exchange, Millis } from '../engine/model.js';
import type { FailedEvent } from './request-event.js';

/** So long what came before its request waits for it. */
export const WAIT_FOR_REQUEST: Millis = 500;
const CLOCK_SET_BACK: Millis = 60_000;
/** Failures that wait at once. */
const MOST = 200;

/** What has ended before it was told that it began. */
export type Ended = Exchange | FailedEvent;

export interface SavedUnannounced {
  answered: [requestId: string, exchange: Exchange][];
  failed: FailedEvent[];
}

/**
 * Ends of requests that came before their beginnings. Chromium tells a worker that it starts of some
 * requests in that order: what it kept for it comes after what happens meanwhile.
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

  /** What ended a request that began at `at`: of several hops the first that can be its end. */
  take(requestId: string, at: Millis): Ended | undefined {
    const fitting = this.#answered.filter(
      ([id, { endedAt = 0 }]) => id === requestId && endedAt >= at,
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
    // A clock that was set back would have them wait for as long as that.
    const isOver = (at: Millis) => now - at > WAIT_FOR_REQUEST || at - now > CLOCK_SET_BACK;
    const over = this.#answered.filter(([, { endedAt = 0 }]) => isOver(endedAt));
    this.#answered = this.#answered.filter((one) => !over.includes(one));
    this.#failed = this.#failed.filter(({ at }) => !isOver(at));
    return over.map(([, exchange]) => exchange);
  }
}
