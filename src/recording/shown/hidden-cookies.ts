import { isNeverShown } from '../../engine/credentials/never-shown.js';
import type { Credential, Header } from '../../engine/model.js';

// Of other values the first signs are shown; of a password none.

/** The values that nobody is shown any of. */
export function hiddenAmong(credentials: readonly Credential[]): ReadonlySet<string> {
  const hidden = credentials.filter(isNeverShown);
  return new Set(hidden.flatMap(({ value, pastValues }) => [value, ...pastValues]));
}

/** A header as it is to be masked: of the cookies in it those with such a value have none of it. */
export function withoutHidden(header: Header, hidden: ReadonlySet<string>): Header {
  const isOfCookies = /^(?:set-)?cookie$/i.test(header.name);
  if (hidden.size === 0 || !isOfCookies) return header;
  const value = header.value.replace(PAIR, (pair, before: string, one: string) =>
    hidden.has(one.trim()) ? `${before}${masked(one.trim())}` : pair,
  );
  return { ...header, value };
}

/** Name and value, between semicolons or lines (RFC 6265 §4.1.1, §4.2.1). */
const PAIR = /(?<=^|[;\n])([^=;\n]*=)([^;\n]*)/g;

/** As masks are written: only its length. */
function masked(value: string): string {
  return `…(${value.length})`;
}
