import type { Known } from '../../known.js';
import { isLocal, parseUrl } from '../../normalize/addresses/site.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';

/** Where everybody on the way can read: neither on the machine itself nor inside Tor. */
export function isInClear(url: string): boolean {
  const host = parseUrl(url)?.hostname ?? '';
  return url.startsWith('http:') && !isLocal(host) && !host.endsWith('.onion');
}

/**
 * One site has one problem, however often it shows: true for the first exchange of which this is
 * so.
 */
export function isFirstAtSite(
  exchange: LoggedExchange,
  known: Known,
  isOne: (other: LoggedExchange) => boolean,
): boolean {
  const site = known.targetOf(exchange);
  return known.exchanges.find((one) => known.targetOf(one) === site && isOne(one)) === exchange;
}
