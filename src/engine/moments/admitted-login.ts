import type { Exchange, ExchangeRef, Millis } from '../model.js';
import { siteOf } from '../normalize/site.js';
import { isLoginLink } from './login-signs.js';
import type { LoginStep } from './login-step.js';
import { isRenewalPath, placeOf } from './words.js';

/** How long somebody needs until the page asks again for what it was refused. */
const ASKS_WITHIN: Millis = 60_000;
const KEPT = 64;
/** Less is no name with something that only its user knows: `{}`, `{"a":1}`. */
const LEAST_BODY = 12;
const SENDS: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

/** A request that gave something. */
interface Giver {
  ref: ExchangeRef;
  at: Millis;
  set: string[];
  gave: string[];
}

export interface SavedAdmitted {
  refused: string[];
  giver: Giver | null;
}

/** An exchange with what it carried and gave. */
export interface Admitting {
  exchange: Exchange;
  ref: ExchangeRef;
  set: string[];
  /** Ids of what is new, or has a new value, and may tell a user from others. */
  gave: string[];
  /** Ids of what it carried. */
  carried: readonly string[];
  /** It brought something beside cookies that says who asks: it is somebody's already. */
  saysWho: boolean;
}

/**
 * Recognises a login by what it opened: a request gave something, and with that the server lets in
 * where it turned the page down before (RFC 9110 §15.5.2, §15.5.4). However it is called what was
 * typed, and wherever it went.
 */
export class AdmittedLogins {
  /** What was refused, by method and place. */
  #refused: string[];
  #giver: Giver | null;

  constructor(saved?: SavedAdmitted) {
    this.#refused = saved?.refused ?? [];
    this.#giver = saved?.giver ?? null;
  }

  exchange(input: Admitting): LoginStep[] {
    const { exchange, carried } = input;
    const { url, method, startedAt: at, response } = exchange;
    const status = response?.status ?? 0;
    const place = `${method} ${placeOf(url)}`;
    if (status === 401 || status === 403) {
      this.#refused = [...this.#refused.filter((one) => one !== place), place].slice(-KEPT);
      return [];
    }
    const giver = this.#giver;
    const isIn =
      ((status >= 200 && status < 300) || status === 304) && response?.body?.refusal !== true;
    if (giver && isIn && this.#refused.includes(place) && isBy(giver, input)) {
      this.#refused = this.#refused.filter((one) => one !== place);
      this.#giver = null;
      return [{ login: giver.ref, at: giver.at, set: giver.set, first: true }];
    }
    if (isGiver(input)) {
      const { ref, set, gave } = input;
      this.#giver = { ref, at, set, gave };
    } else if (carried.length > 0 && SENDS.has(method) && !isIn) this.#giver = null;
    return [];
  }

  save(): SavedAdmitted {
    return { refused: this.#refused, giver: this.#giver };
  }
}

/** It carries what the other one gave, to the same site. */
function isBy({ ref, at, gave }: Giver, { exchange: { url, startedAt }, carried }: Admitting) {
  return (
    siteOf(url) === siteOf(ref.url) &&
    startedAt - at <= ASKS_WITHIN &&
    carried.some((id) => gave.includes(id))
  );
}

/** What is sent by nobody yet and gives something; the next token for the last one is no login. */
function isGiver({ exchange, gave, saysWho }: Admitting): boolean {
  const { url, method, request, response } = exchange;
  const status = response?.status ?? 0;
  if (gave.length === 0 || status < 200 || status >= 400) return false;
  if (response?.body?.refusal || isRenewalPath(url)) return false;
  if (isLoginLink(exchange)) return true;
  if (saysWho) return false;
  return SENDS.has(method) && (request.body?.bytes ?? LEAST_BODY) >= LEAST_BODY;
}
