import { withoutFragment } from '../../address.js';
import type { Exchange, Millis } from '../../model.js';
import { DAY } from '../../time-units.js';
import { asObject, type Json } from '../bodies/json-value.js';

// When the exchanges of a file were answered: producers round, and count each in its own way.

/** No answer takes longer; some producers write nonsense. */
const MAX_WAIT: Millis = DAY;
/** By how much two recorded times of one moment may differ. */
const ROUNDING: Millis = 50;
/** What a producer leaves out that writes whole seconds alone. */
const SECOND: Millis = 1_000;
/** Requests of one address whose starts are worth comparing. */
const MAX_SAME = 100;

/**
 * When the response's head had come. A socket's time is how long it was open, which says nothing of
 * that.
 */
export function endOf(
  { time, timings, _resourceType }: Json,
  startedAt: Millis,
): Pick<Exchange, 'endedAt'> {
  const receive = asObject(timings)?.receive;
  const took =
    typeof time === 'number'
      ? time - (typeof receive === 'number' && receive > 0 ? receive : 0)
      : Number.NaN;
  return took >= 0 && took <= MAX_WAIT && _resourceType !== 'websocket'
    ? { endedAt: startedAt + took }
    : {};
}

/** True for entries that were written by hand, or by a tool that does not know when they began. */
export function isOfOneTime(exchanges: readonly Exchange[]): boolean {
  const [first] = exchanges;
  // A page may well ask for two things within a millisecond.
  return exchanges.length > 2 && exchanges.every((one) => one.startedAt === first!.startedAt);
}

/**
 * Some producers write whole seconds. Within one, the order of the entries tells more than their
 * times: each is put behind the one before it, by a millisecond or less, and was answered before
 * the next, where what was left out may have hidden that. True where times of more than a second
 * were put in order so.
 */
export function orderWithinSeconds(exchanges: readonly Exchange[]): boolean {
  const isShared = exchanges.some((one, at) => one.startedAt === exchanges[at - 1]?.startedAt);
  if (!isShared || exchanges.some(({ startedAt }) => startedAt % SECOND !== 0)) return false;
  const counts = new Map<Millis, number>();
  for (const { startedAt } of exchanges) counts.set(startedAt, (counts.get(startedAt) ?? 0) + 1);
  let second: Millis | undefined;
  let before = 0;
  for (const exchange of exchanges) {
    before = exchange.startedAt === second ? before + 1 : 0;
    second = exchange.startedAt;
    const shift = before * Math.min(1, SECOND / (counts.get(second)! + 1));
    exchange.startedAt += shift;
    if (exchange.endedAt !== undefined) exchange.endedAt += shift;
  }
  endBeforeNext(exchanges);
  return counts.size > 1;
}

function endBeforeNext(exchanges: readonly Exchange[]): void {
  exchanges.forEach((exchange, at) => {
    const next = exchanges[at + 1]?.startedAt;
    const { endedAt } = exchange;
    if (next !== undefined && endedAt !== undefined && endedAt > next && endedAt - next < SECOND)
      exchange.endedAt = next;
  });
}

/**
 * Times are rounded, each in its own way: a redirect was answered when the request that follows it
 * began.
 */
export function endBeforeRedirect(exchanges: readonly Exchange[]): void {
  const starts = new Map<string, Millis[]>();
  for (const { url, startedAt } of exchanges) {
    const address = withoutFragment(url);
    starts.set(address, [...(starts.get(address)?.slice(-MAX_SAME) ?? []), startedAt]);
  }
  for (const exchange of exchanges) {
    const { redirectUrl, startedAt, endedAt = startedAt } = exchange;
    const followers =
      redirectUrl === undefined ? [] : (starts.get(withoutFragment(redirectUrl)) ?? []);
    // One that began long before was asked for by somebody else.
    const next = followers.find(
      (at) => at >= startedAt && at < endedAt && endedAt - at <= ROUNDING,
    );
    if (next !== undefined) exchange.endedAt = next;
  }
}
