import { isSafe } from '../../methods.js';
import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { Moment } from '../moment.js';
import { isLeavingPath, isLogoutPath } from './logout-words.js';

/** How long a page takes to ask for something again. */
const ASKS_WITHIN: Millis = 60_000;

export interface SavedLeaving {
  ref: ExchangeRef;
  at: Millis;
  /** It says that it logs out, and its answer was not seen. */
  isUnanswered?: true;
}

/**
 * A request whose address means leaving, of whatever, or logging out and has no answer: a logout
 * where the server, which keeps its cookie, does not know the user any more at the next request.
 */
export class LeavingWatch {
  #left: SavedLeaving | null;

  constructor(saved?: SavedLeaving | null) {
    this.#left = saved ?? null;
  }

  /** Takes what was asked for. */
  note({ url, method, startedAt: at, response }: Exchange, ref: ExchangeRef): void {
    const status = response?.status ?? 0;
    if (status === 0 && isLogoutPath(url)) this.#left = { ref, at, isUnanswered: true };
    else if (!isSafe(method))
      this.#left = status < 400 && status >= 200 && isLeavingPath(url) ? { ref, at } : null;
  }

  /** The logout that this refusal shows, once. */
  shownBy({ url, startedAt, response }: Exchange, isThrownOut: boolean): Moment | undefined {
    const isRefused = isThrownOut || response?.status === 403;
    return isRefused ? this.#logoutOf(siteOf(url), startedAt) : undefined;
  }

  /** The logout without an answer that this loss is, however it showed. */
  behind({ site, at }: Moment): Moment | undefined {
    return this.#left?.isUnanswered ? this.#logoutOf(site, at) : undefined;
  }

  #logoutOf(site: string, at: Millis): Moment | undefined {
    const left = this.#left;
    if (!left || at - left.at > ASKS_WITHIN || siteOf(left.ref.url) !== site) return undefined;
    this.#left = null;
    return { type: 'logout', at: left.at, site, exchange: left.ref };
  }

  save(): SavedLeaving | null {
    return this.#left;
  }
}
