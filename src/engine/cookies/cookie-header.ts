import { memo } from '../memo.js';
import { trimBlank } from './cookie-line.js';

/** One name=value pair of a Cookie header. */
export interface CookiePair {
  name: string;
  value: string;
}

/** Splits a Cookie header (RFC 6265bis §4.2.1). A pair without `=` is a nameless cookie. */
export const readCookieHeader = memo((header: string): readonly CookiePair[] => {
  const pairs: CookiePair[] = [];
  for (const part of header.split(';')) {
    const pair = trimBlank(part);
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    if (equals < 0) pairs.push({ name: '', value: pair });
    else
      pairs.push({
        name: trimBlank(pair.slice(0, equals)),
        value: trimBlank(pair.slice(equals + 1)),
      });
  }
  return pairs;
});
