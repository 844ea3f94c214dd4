import type { Exchange, Millis } from '../../engine/model.js';
import { pageAddress } from '../../engine/normalize/addresses/site.js';
import { isLongAgo } from './late-parts.js';
import type { AnsweredEvent } from './request-event.js';

export type SavedOvertaken = [requestId: string, exchange: Exchange][];

/**
 * Hops whose answers had not come when another hop of the same request was told: Chromium tells a
 * worker that it starts of some events late, and each listener has a line of its own.
 */
export class Overtaken {
  #waiting: SavedOvertaken;

  constructor(saved: SavedOvertaken = []) {
    this.#waiting = saved;
  }

  save(): SavedOvertaken {
    return this.#waiting;
  }

  /** Exchanges that wait for their answer. */
  exchanges(): Exchange[] {
    return this.#waiting.map(([, exchange]) => exchange);
  }

  has(exchange: Exchange): boolean {
    return this.#waiting.some(([, one]) => one === exchange);
  }

  hold(requestId: string, exchange: Exchange): void {
    this.#waiting.push([requestId, exchange]);
  }

  /** The hop that this answers, the latest of those that began before it; it waits no more. */
  take({ id, url, at }: AnsweredEvent): Exchange | undefined {
    if (this.#waiting.length === 0) return undefined;
    const fitting = this.#waiting.filter(
      ([requestId, { url: asked, startedAt }]) =>
        requestId === id && startedAt <= at && pageAddress(asked) === pageAddress(url),
    );
    const last = fitting.toSorted(([, a], [, b]) => b.startedAt - a.startedAt)[0];
    this.#waiting = this.#waiting.filter((one) => one !== last);
    return last?.[1];
  }

  /** Gives up waiting; returns those whose answers nobody heard. */
  settle(now: Millis): Exchange[] {
    const over = this.#waiting.filter(([, { startedAt }]) => isLongAgo(startedAt, now));
    if (over.length > 0) this.#waiting = this.#waiting.filter((one) => !over.includes(one));
    return over.map(([, exchange]) => exchange);
  }
}
