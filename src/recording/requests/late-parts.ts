import type { Exchange, ExchangeBodies, Millis } from '../../engine/model.js';
import type { SentEvent } from './request-event.js';

/** So long one part of a request waits for the other. */
const WAIT_FOR_PART: Millis = 500;
const CLOCK_SET_BACK: Millis = 60_000;

/**
 * What is missing since then will not come. A clock that was set back would have it wait for as
 * long as that.
 */
export function isLongAgo(at: Millis, now: Millis): boolean {
  return now - at > WAIT_FOR_PART || at - now > CLOCK_SET_BACK;
}

/** An answer that came first, with the request that was told late. */
export function announced(exchange: Exchange, event: SentEvent): Exchange {
  const { at, headers, left, diagnoses = [], limits = [] } = event;
  exchange.startedAt = at;
  exchange.request = { headers, ...(left !== undefined && { left }) };
  const told = [...diagnoses, ...(exchange.diagnoses ?? [])];
  // Both have told of the address.
  const own = (exchange.limits ?? []).filter(({ what }) => what !== 'url');
  if (told.length > 0) exchange.diagnoses = told;
  if (limits.length + own.length > 0) exchange.limits = [...limits, ...own];
  return exchange;
}

/**
 * Of requests that wait for an answer, the one that DevTools may tell of here: the nearest start.
 */
export function nearestTo(
  { method, url, startedAt }: Exchange,
  waiting: ReadonlyMap<string, Exchange>,
  within: Millis,
): [requestId: string, exchange: Exchange] | undefined {
  const away = (one: Exchange) => Math.abs(one.startedAt - startedAt);
  return [...waiting]
    .filter(([, one]) => one.method === method && one.url === url && away(one) <= within)
    .toSorted(([, a], [, b]) => away(a) - away(b))[0];
}

/** A request whose answer DevTools alone has seen, in what it told. */
export function answeredBy(exchange: Exchange, told: Exchange): Exchange {
  const { response, script, limits, passwordCookies } = told;
  const { body } = told.request;
  const all = [...(exchange.limits ?? []), ...(limits ?? [])];
  return {
    ...exchange,
    ...(script !== undefined && { script }),
    ...(all.length > 0 && { limits: all }),
    ...(passwordCookies && { passwordCookies }),
    request: { ...exchange.request, ...(body && { body }) },
    endedAt: exchange.startedAt,
    ...(response && { response }),
  };
}

/** Gives an exchange what DevTools alone told of it: bodies, the size of the answer, its script. */
export function takeBodies(
  exchange: Exchange,
  { request, response, script, size, passwordCookies }: ExchangeBodies,
): void {
  if (request) exchange.request.body = request;
  if (response && exchange.response) exchange.response.body = response;
  if (exchange.response && size !== undefined) exchange.response.size = size;
  if (script !== undefined) exchange.script = script;
  if (passwordCookies) exchange.passwordCookies = passwordCookies;
}
