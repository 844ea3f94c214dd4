import type { PlacedValue } from '../evaluate/inventory.js';
import { fits, rolesOf } from '../evaluate/match.js';
import { TOKENS } from './question.js';
import { domainOf, headersOf, hostOf, isDocument, type Seen, startOf } from './seen.js';

// What of the traffic the questions of tokens are about.

export function isToken(one: PlacedValue, { labels }: Seen): boolean {
  return labels.some(
    (label) => fits(label, one) && rolesOf(label).some((role) => TOKENS.includes(role)),
  );
}

/** Sent in clear in what no inventory lists: packets of a socket, or of what imitates one. */
export function isInPackets({ value }: PlacedValue, { entries }: Seen): boolean {
  return entries.some(
    ({ request, _webSocketMessages: messages = [] }) =>
      /^(?:http|ws):/.test(request.url) &&
      value.length > 8 &&
      `${request.postData?.text ?? ''}${JSON.stringify(messages)}`.includes(value),
  );
}

export function isSentByScript({ carrier, direction }: PlacedValue): boolean {
  return direction === 'sent' && carrier !== 'cookie';
}

/** Where it came from or lies, and what the user opened. */
export function homesOf(values: readonly PlacedValue[], { entries }: Seen): Set<string> {
  const own = values.filter(({ direction }) => direction !== 'sent').map(({ host }) => host);
  const pages = entries.filter(isDocument).map(({ request: { url } }) => hostOf(url));
  return new Set([...own, ...pages].map(domainOf));
}

export function cameCacheable(one: PlacedValue, { entries }: Seen): boolean {
  if (one.direction !== 'received' || one.carrier !== 'body') return false;
  return entries.some(
    (entry) =>
      startOf(entry) === one.at &&
      !headersOf(entry.response, 'cache-control').some((value) => /no-store/i.test(value)),
  );
}
