import { readCookieHeader } from '../../cookies/cookie-header.js';
import { readSetCookie } from '../../cookies/set-cookie.js';
import type { Exchange } from '../../model.js';

/** Told to be gone: a value that stands for none keeps the place of one that is to come. */
export function deletes({ url, startedAt, response }: Exchange, name: string): boolean {
  return (response?.headers ?? [])
    .filter((header) => header.name === 'set-cookie')
    .map(({ value }) => readSetCookie(value, url, startedAt))
    .some((line) => line.name === name && (line.expiresAt ?? Infinity) <= startedAt);
}

/** True where it takes away a cookie that it was sent, for whichever hosts that was. */
export function deletesSent(exchange: Exchange): boolean {
  return exchange.request.headers
    .filter(({ name }) => name === 'cookie')
    .flatMap(({ value }) => readCookieHeader(value))
    .some(({ name }) => deletes(exchange, name));
}
