import type { Exchange, Millis } from '../../model.js';
import { placeOf } from '../address-words.js';
import { withLatest } from '../latest.js';
import { isRenewalPath } from './login-words.js';

/** With these an API turns down what somebody typed (RFC 9110 §15.5.1, .2, .4, .21). */
const TURNED_DOWN: ReadonlySet<number> = new Set([400, 401, 403, 422]);
/** How long somebody tries. */
const TRIED_WITHIN: Millis = 10 * 60_000;
const KEPT = 16;

export interface SavedTriedPlaces {
  refused: { place: string; at: Millis }[];
  logins: string[];
  others: string[];
}

/**
 * Addresses to which a script sent something that nobody saw: where one turned down what it takes
 * at the next try, or somebody logged in before, and nothing else was ever taken, somebody may log
 * in, whatever it is called.
 */
export class TriedPlaces {
  #refused: SavedTriedPlaces['refused'];
  /** Where somebody logged in. */
  #logins: readonly string[];
  /** Where something else was taken: one address for all that there is. */
  #others: readonly string[];

  constructor(saved?: SavedTriedPlaces) {
    this.#refused = saved?.refused ?? [];
    this.#logins = saved?.logins ?? [];
    this.#others = saved?.others ?? [];
  }

  save(): SavedTriedPlaces {
    return { refused: this.#refused, logins: [...this.#logins], others: [...this.#others] };
  }

  /** Notes what was sent; true where it may log in. */
  sent(exchange: Exchange): boolean {
    const { url, startedAt: at, response } = exchange;
    if (!isUnseen(exchange)) return false;
    const place = placeOf(url);
    const status = response?.status ?? 0;
    if (TURNED_DOWN.has(status))
      this.#refused = withLatest(this.#refused, { place, at }, KEPT, (one) => one.place === place);
    if (status < 200 || status >= 300 || this.#others.includes(place)) return false;
    const refused = this.#refused.find((one) => one.place === place);
    const isTried = refused !== undefined && at - refused.at < TRIED_WITHIN;
    if (isTried || this.#logins.includes(place)) return true;
    this.#others = withLatest(this.#others, place, KEPT);
    return false;
  }

  /** Somebody logged in there. */
  loggedIn(url: string): void {
    const place = placeOf(url);
    this.#others = this.#others.filter((one) => one !== place);
    this.#logins = withLatest(this.#logins, place, KEPT);
  }
}

/** Of a script's own request, in which no token goes, neither side was seen. */
function isUnseen({ type, method, url, request, response }: Exchange): boolean {
  const isAnyones = request.headers.every(({ name }) => name !== 'authorization');
  const hasNoBody = request.body === undefined && response?.body === undefined;
  return type === 'fetch' && method === 'POST' && hasNoBody && isAnyones && !isRenewalPath(url);
}
