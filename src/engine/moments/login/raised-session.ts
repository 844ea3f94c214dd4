import { calledBy, isLetIn, isTurnedDown } from '../../credentials/turned-down.js';
import { SENDS } from '../../methods.js';
import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { placeOf } from '../address-words.js';
import { withLatest } from '../latest.js';
import type { LoginStep } from './login-step.js';
import { isLoginPath, isRenewalPath } from './login-words.js';
import { mayBeTyped } from './typed-body.js';

/** How long somebody needs until the page asks again for what it was refused. */
export const ASKS_WITHIN: Millis = 60_000;
const KEPT = 64;
/** Requests that may have raised a session. */
const KEPT_ACTS = 8;
const UNAUTHORIZED = 401;

/** What turned down the values that stand for a user. */
interface Refused {
  place: string;
  users: string;
  status: number;
  at: Millis;
}

/** What was sent with them. */
interface Act {
  ref: ExchangeRef;
  at: Millis;
  users: string;
}

export interface SavedRaised {
  refused: readonly Refused[];
  taken: readonly string[];
  acts: readonly Act[];
}

/** An exchange with what it carried. */
export interface Raising {
  exchange: Exchange;
  ref: ExchangeRef;
  /** Values that stand for a user, as it was sent with them. */
  users: readonly string[];
  /** It brought something beside cookies that says who asks: it is somebody's already. */
  saysWho: boolean;
  /** It gets something for whoever asks. */
  forGuests: boolean;
}

/**
 * Logins that give nothing: a server turns a session down, takes something that was sent with it,
 * and lets the very same value in where it turned it down. Whatever was sent, and though nobody saw
 * it.
 */
export class RaisedSessions {
  #refused: readonly Refused[];
  /** Places with the values that were let in there. */
  #taken: readonly string[];
  #acts: readonly Act[];

  constructor(saved?: SavedRaised) {
    this.#refused = saved?.refused ?? [];
    this.#taken = saved?.taken ?? [];
    this.#acts = saved?.acts ?? [];
  }

  save(): SavedRaised {
    return { refused: this.#refused, taken: this.#taken, acts: this.#acts };
  }

  exchange({ exchange, ref, users: all, saysWho, forGuests }: Raising): LoginStep[] {
    if (all.length === 0 || saysWho || forGuests) return [];
    const { method, url, startedAt: at, response } = exchange;
    const users = all.join(' ');
    const place = `${method} ${placeOf(url)}${calledBy(exchange)}`;
    if (isTurnedDown(exchange)) {
      const refused = { place, users, status: response?.status ?? 0, at };
      this.#refused = withLatest(this.#refused, refused, KEPT, (one) => one.place === place);
      return [];
    }
    const step = isLetIn(exchange) ? this.#letIn(exchange, place, users) : [];
    if (step.length === 0 && mayRaise(exchange))
      this.#acts = withLatest(this.#acts, { ref, at, users }, KEPT_ACTS);
    return step;
  }

  #letIn({ url, startedAt }: Exchange, place: string, users: string): LoginStep[] {
    const refused = this.#refused.find((one) => one.place === place);
    const key = `${place} ${users}`;
    const wasTaken = this.#taken.includes(key);
    this.#taken = withLatest(this.#taken, key, KEPT);
    this.#refused = this.#refused.filter((one) => one !== refused);
    if (refused?.users !== users) return [];
    const acts = this.#acts.filter(
      (one) =>
        one.users === users &&
        one.at >= refused.at &&
        startedAt - one.at <= ASKS_WITHIN &&
        siteOf(one.ref.url) === siteOf(url),
    );
    const named = acts.findLast((one) => isLoginPath(one.ref.url));
    // Of several that do not say what they are nobody knows which it was; a server that lets one in
    // that it had let in before may have forgotten it only for a while.
    const isClear = acts.length === 1 && !wasTaken && refused.status === UNAUTHORIZED;
    const by = named ?? (isClear ? acts[0] : undefined);
    if (!by) return [];
    this.#acts = [];
    const unsaid = by === named ? {} : { unsaid: true as const };
    return [{ login: by.ref, at: by.at, set: [], first: true, ...unsaid }];
  }
}

/** It was sent and taken, and may hold what somebody typed. */
function mayRaise({ method, url, request, response }: Exchange): boolean {
  const status = response?.status ?? 0;
  const isTaken = status >= 200 && status < 400 && !response?.body?.refusal;
  return SENDS.has(method) && isTaken && !isRenewalPath(url) && mayBeTyped(request.body);
}
