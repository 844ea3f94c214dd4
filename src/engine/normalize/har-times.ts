import type { Exchange, Millis } from '../model.js';
import { asObject, type Json } from './json-value.js';

// When the exchanges of a file were answered: producers round, and count each in its own way.

/** No answer takes longer; some producers write nonsense. */
const MAX_WAIT: Millis = 86_400_000;
/** By how much two recorded times of one moment may differ. */
const ROUNDING: Millis = 50;
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

function withoutFragment(url: string): string {
  return url.split('#', 1)[0]!;
}
