import type { BodyField, Exchange, Millis } from '../../model.js';
import { pathOf, siteOf } from '../../normalize/addresses/site.js';
import { isSecondFactorPath, sendsCode } from './beside-login-words.js';
import { regex } from '../../regex.js';
import type { LoginInput } from '../watched-exchange.js';

/** How long somebody looks for a message. */
const WITHIN: Millis = 15 * 60_000;
/** Where a page asks for a code or a link to be sent, or says who is to get one. */
const ASKS = regex('i')`
  otp|magic|passwordless|(?:^|[/_-])(?:re)?send|request|e-?mail|phone|sms|code|start|identif
  |log-?in|sign-?in|auth`;

/**
 * What it is for, where it lets nobody in: another password, a new account. As values of fields say
 * it (`purpose=reset_email`); `account-words.ts` has how addresses and calls do.
 */
const OTHER_END = regex('i')`
  ^(?:re?set|forgot(?:ten)?|change|recover(?:y)?|update|confirm)[-_ ]?(?:my[-_ ]?)?
  (?:password|pwd|passwd|account|e?mail|phone)
  |^(?:password|pwd|account)[-_ ]?(?:reset|recover(?:y)?|change)
  |^(?:regist(?:er|ration)|sign[-_ ]?up|forgot)$`;

export type SavedSentCode = { site: string; at: Millis; isForOther?: true } | null;

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
      const isCode = isSecondFactorPath(url) || request.body?.sentCode !== undefined;
      return isAsked && !asked.isForOther && isCode && !sendsCode(url);
    }
    const isPlain =
      request.body?.passwordField === undefined && (exchange.response?.status ?? 500) < 400;
    const isToldOther = asked?.isForOther === true && asked.at === at;
    if (isPlain && !isToldOther && ASKS.test(pathOf(url))) this.#asked = { site, at };
    return false;
  }

  /** True for a code and for what asks for one, where it was asked for to another end. */
  isForOther({ url, startedAt: at, request, method }: Exchange): boolean {
    const site = siteOf(url);
    const { body } = request;
    const isOther = body?.passwordField === undefined && body?.fields.some(isOtherEnd) === true;
    if (method !== 'GET' && isOther) this.#asked = { site, at, isForOther: true };
    const asked = this.#asked;
    const isAsked = asked?.site === site && at - asked.at <= WITHIN;
    const isCode = isSecondFactorPath(url) || body?.sentCode !== undefined;
    return isAsked && asked.isForOther === true && isCode;
  }
}

/** True for a request that asks for a code, and is no login: it gave nothing. */
export function asksForCode({ url, request }: Exchange, gave: readonly string[]): boolean {
  const { body } = request;
  return (
    gave.length === 0 &&
    body !== undefined &&
    body.passwordField === undefined &&
    /otp|magic|passwordless/i.test(pathOf(url))
  );
}

function isOtherEnd({ value }: BodyField): boolean {
  return value.length < 40 && OTHER_END.test(value);
}
