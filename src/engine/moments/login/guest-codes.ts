import type { AuthMessage } from '../../flows/auth-message.js';
import type { Millis } from '../../model.js';
import { pageAddress, parseUrl } from '../../normalize/addresses/site.js';
import { withLatest } from '../latest.js';
import type { LateExchange } from '../linked-exchange.js';
import { isForGuests, isNobody } from './guest-grant.js';

/** How long a page takes to redeem a code. */
const REDEEMED_WITHIN: Millis = 60_000;
const KEPT = 16;
/** Parameters by which an authorization request says who is to log in, and by which means. */
const WHO = ['hint', 'login_hint', 'kc_idp_hint', 'idp', 'identity_provider', 'acr_values'];

/** A client that asked for a code of a guest, and where that is sent. */
interface GuestCode {
  client: string;
  at: Millis;
  to?: string;
}

export type SavedGuestCodes = readonly GuestCode[];

/**
 * Codes for guests: a page gets one as it would for somebody (RFC 6749 §4.1.1), and says itself
 * that it is for nobody. Salesforce Commerce does so for whoever comes (`hint=guest`).
 */
export class GuestCodes {
  #codes: SavedGuestCodes;

  constructor(saved: SavedGuestCodes = []) {
    this.#codes = saved;
  }

  save(): SavedGuestCodes {
    return this.#codes;
  }

  /** True for a request that gets something for whoever asks, or a step on the way to it. */
  has({ exchange, messages }: Pick<LateExchange, 'exchange' | 'messages'>): boolean {
    const { url, startedAt: at } = exchange;
    const isStep = messages.some((message) => this.#isStep(message, at));
    return isStep || this.#isBrought(url, at) || isForGuests(exchange, messages);
  }

  #isStep({ kind, params }: AuthMessage, at: Millis): boolean {
    const client = params.get('client_id');
    if (kind === 'token-request') {
      const isCode = !params.has('grant_type') || params.has('code');
      return isCode && this.#recent(at).some((one) => (client ?? one.client) === one.client);
    }
    if (kind !== 'authorization-request' || client === undefined) return false;
    const isGuest = WHO.some((name) => isNobody(params.get(name)));
    const to = params.get('redirect_uri');
    const code = { client, at, ...(to !== undefined && { to: pageAddress(to) }) };
    const others = this.#codes.filter((one) => one.client !== client);
    this.#codes = isGuest ? withLatest(others, code, KEPT) : others;
    return isGuest;
  }

  #isBrought(url: string, at: Millis): boolean {
    if (!new URLSearchParams(parseUrl(url)?.search).has('code')) return false;
    return this.#recent(at).some(({ to }) => to === pageAddress(url));
  }

  #recent(at: Millis): SavedGuestCodes {
    return this.#codes.filter((one) => at - one.at <= REDEEMED_WITHIN);
  }
}
