import type { Credential, Exchange, ExchangeRef, Millis, Role } from '../../model.js';
import { originOf } from '../../normalize/addresses/site.js';
import { withLatest } from '../latest.js';
import type { LoginStep } from './login-step.js';
import { isRenewalPath } from './login-words.js';

const KEPT = 16;
/** A request that may have fetched a token, without a body to be seen. */
const FETCHED_WITHIN: Millis = 10_000;
/** What ends by itself, and is renewed without anybody. */
const TOKENS: ReadonlySet<Role> = new Set(['access-token', 'id-token']);

export interface SavedGivenKeys {
  refused: string[];
  /** Absent in what an older version saved. */
  ended?: string[];
  posted: Millis | null;
  tried: string[];
}

/** An exchange, for what somebody may have typed. */
export interface KeyInput {
  readonly exchange: Exchange;
  readonly ref: ExchangeRef;
  /** What it was the first to send. */
  readonly fresh: readonly Credential[];
  readonly carried: readonly Credential[];
  /** Ids of what is new in its answer. */
  readonly gave: readonly string[];
  readonly site: string;
}

/**
 * Recognises that somebody gave the page a key or a token by hand: a server that turned the page's
 * requests down is sent one that no server ever gave, and accepts it.
 */
export class GivenKeys {
  /** Origins that turned down a request. */
  #refused: string[] = [];
  /** Those that turned down a token: what comes next may renew it. */
  #ended: string[] = [];
  #posted: Millis | null = null;
  /** Places for passwords that were sent a wrong one first: of what was typed nothing is kept. */
  #tried: string[] = [];

  exchange({ exchange, ref, fresh, carried, gave, site }: KeyInput): LoginStep[] {
    const { url, method, startedAt, response } = exchange;
    const origin = originOf(url);
    const status = response?.status ?? 500;
    if (method === 'POST' && fresh.length === 0) this.#posted = startedAt;
    if (status === 401 || status === 403) {
      this.#refused = withLatest(this.#refused, origin, KEPT);
      this.#tried = [...this.#tried, ...fresh.filter(isPassword).map(({ id }) => id)].slice(-KEPT);
      if (carried.some(isToken)) this.#ended = withLatest(this.#ended, origin, KEPT);
    }
    const given =
      status < 300 &&
      this.#refused.includes(origin) &&
      (fresh.some(isGiven) || carried.some(({ id }) => this.#tried.includes(id)));
    if (given && (isRenewalPath(url) || (gave.length > 0 && this.#ended.includes(origin))))
      return [];
    if (!given || (this.#posted !== null && startedAt - this.#posted < FETCHED_WITHIN)) return [];
    this.#refused = this.#refused.filter((one) => one !== origin);
    this.#ended = this.#ended.filter((one) => one !== origin);
    this.#tried = this.#tried.filter((tried) => carried.every(({ id }) => id !== tried));
    return [{ login: ref, at: startedAt, set: [], first: true, site }];
  }

  save(): SavedGivenKeys {
    return { refused: this.#refused, ended: this.#ended, posted: this.#posted, tried: this.#tried };
  }

  restore({ refused, ended = [], posted, tried }: SavedGivenKeys): void {
    this.#refused = refused;
    this.#ended = ended;
    this.#posted = posted;
    this.#tried = tried;
  }
}

function isPassword({ scheme }: Credential): boolean {
  return scheme === 'password';
}

function isToken({ kind, role }: Credential): boolean {
  return kind === 'token' && TOKENS.has(role);
}

/** No response gave it, and it was not there from an earlier visit. */
function isGiven({ sightings }: Credential): boolean {
  return sightings.every(({ direction }) => direction === 'sent');
}
