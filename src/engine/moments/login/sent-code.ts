import type { Exchange, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { pathOf } from '../address-words.js';
import { isSecondFactorPath } from './beside-login-words.js';
import { regex } from '../../regex.js';
import type { LoginInput } from '../watched-exchange.js';

/** How long somebody looks for a message. */
const WITHIN: Millis = 15 * 60_000;
/** Where a page asks for a code or a link to be sent, or says who is to get one. */
const ASKS = regex('i')`
  otp|magic|passwordless|(?:^|[/_-])(?:re)?send|request|e-?mail|phone|sms|code|start|identif
  |log-?in|sign-?in|auth`;

export type SavedSentCode = { site: string; at: Millis } | null;

/** Logins by a code that a message brought, without a password before it. */
export class SentCode {
  #asked: SavedSentCode;

  constructor(saved: SavedSentCode = null) {
    this.#asked = saved;
  }

  save(): SavedSentCode {
    return this.#asked;
  }

  /** True for the code itself, which was taken; else a request for one is noted. */
  isTaken({ exchange, gave }: LoginInput): boolean {
    const { url, startedAt: at, request } = exchange;
    const site = siteOf(url);
    const asked = this.#asked;
    if (gave.length > 0) {
      const isAsked = asked?.site === site && at - asked.at <= WITHIN;
      return isAsked && isSecondFactorPath(url);
    }
    const isPlain =
      request.body?.passwordField === undefined && (exchange.response?.status ?? 500) < 400;
    if (isPlain && ASKS.test(pathOf(url))) this.#asked = { site, at };
    return false;
  }
}

/** True for a request that asks for a code, and is no login: it gave nothing. */
export function asksForCode({ url, request }: Exchange): boolean {
  const { body } = request;
  return (
    body !== undefined &&
    body.passwordField === undefined &&
    /otp|magic|passwordless/i.test(pathOf(url))
  );
}
