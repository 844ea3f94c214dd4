import type { Credential, Exchange, ExchangeRef, Millis } from '../../model.js';
import { originOf } from '../../normalize/addresses/site.js';
import { withLatest } from '../latest.js';
import type { LoginStep } from './login-step.js';

const KEPT = 16;
/** A request that may have fetched a token, without a body to be seen. */
const FETCHED_WITHIN: Millis = 10_000;

export interface SavedGivenKeys {
  refused: string[];
  posted: Millis | null;
  tried: string[];
}

/**
 * Recognises that somebody gave the page a key or a token by hand: a server that turned the page's
 * requests down is sent one that no server ever gave, and accepts it.
 */
export class GivenKeys {
  /** Origins that turned down a request. */
  #refused: string[] = [];
  #posted: Millis | null = null;
  /** Places for passwords that were sent a wrong one first: of what was typed nothing is kept. */
  #tried: string[] = [];

  /**
   * `fresh` are the credentials that this exchange was the first to send, `carried` the ids of all.
   */
  exchange(
    { url, method, startedAt, response }: Exchange,
    ref: ExchangeRef,
    fresh: readonly Credential[],
    carried: readonly string[],
    site: string,
  ): LoginStep[] {
    const origin = originOf(url);
    const status = response?.status ?? 500;
    if (method === 'POST' && fresh.length === 0) this.#posted = startedAt;
    if (status === 401 || status === 403) {
      this.#refused = withLatest(this.#refused, origin, KEPT);
      this.#tried = [...this.#tried, ...fresh.filter(isPassword).map(({ id }) => id)].slice(-KEPT);
    }
    const given =
      status < 300 &&
      this.#refused.includes(origin) &&
      (fresh.some(isGiven) || carried.some((id) => this.#tried.includes(id)));
    if (!given || (this.#posted !== null && startedAt - this.#posted < FETCHED_WITHIN)) return [];
    this.#refused = this.#refused.filter((one) => one !== origin);
    this.#tried = this.#tried.filter((id) => !carried.includes(id));
    return [{ login: ref, at: startedAt, set: [], first: true, site }];
  }

  save(): SavedGivenKeys {
    return { refused: this.#refused, posted: this.#posted, tried: this.#tried };
  }

  restore({ refused, posted, tried }: SavedGivenKeys): void {
    this.#refused = refused;
    this.#posted = posted;
    this.#tried = tried;
  }
}

function isPassword({ scheme }: Credential): boolean {
  return scheme === 'password';
}

/** No response gave it, and it was not there from an earlier visit. */
function isGiven({ sightings }: Credential): boolean {
  return sightings.every(({ direction }) => direction === 'sent');
}
