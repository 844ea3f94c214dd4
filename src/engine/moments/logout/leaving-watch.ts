import { isSafe } from '../../methods.js';
import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { Moment } from '../moment.js';
import { isLeavingPath } from './logout-words.js';

/** How long a page takes to ask for something again. */
const ASKS_WITHIN: Millis = 60_000;

export interface SavedLeaving {
  ref: ExchangeRef;
  at: Millis;
}

/**
 * A request whose address means leaving, of whatever: a logout where the server, which keeps its
 * cookie, does not know the user any more at the next request.
 */
export class LeavingWatch {
  #left: SavedLeaving | null;

  constructor(saved?: SavedLeaving | null) {
    this.#left = saved ?? null;
  }

  /** Takes what was asked for. */
  note({ url, method, startedAt: at, response }: Exchange, ref: ExchangeRef): void {
    const status = response?.status ?? 0;
    if (isSafe(method)) return;
    this.#left = status < 400 && status >= 200 && isLeavingPath(url) ? { ref, at } : null;
  }

  /** The logout that this refusal shows, once. */
  shownBy({ url, startedAt, response }: Exchange, isThrownOut: boolean): Moment | undefined {
    const left = this.#left;
    const isRefused = isThrownOut || response?.status === 403;
    if (!left || !isRefused || startedAt - left.at > ASKS_WITHIN) return undefined;
    const site = siteOf(url);
    if (siteOf(left.ref.url) !== site) return undefined;
    this.#left = null;
    return { type: 'logout', at: left.at, site, exchange: left.ref };
  }

  save(): SavedLeaving | null {
    return this.#left;
  }
}
