import { withoutKeptPairs } from '../passwords/basic-password.js';
import { memo, memoOfOwner, remembered } from '../../memo.js';
import type { Header } from '../../model.js';
import type { EmptiedValues } from './emptied-values.js';
import { unfoldSetCookie } from './folded-cookies.js';
import { setCookieOf } from './har-cookies.js';
import { withoutHeaderPassword } from '../passwords/header-password.js';
import { asText, type Json } from '../bodies/json-value.js';
import { type LivingCookies, nameOf } from './living-cookies.js';
import { isMasked, isOneCharacter } from './masked-value.js';
import { namedList } from './named-list.js';

/** What the headers of a file say of the file itself. */
export interface HeaderTally {
  /** Values that a sanitizer had replaced. */
  masked: number;
  /** Headers, or members of cookie lists, that carry credentials where a file has them at all. */
  carriers: number;
  readonly emptied: EmptiedValues;
  /** Cookies that have values in the file. */
  readonly living: LivingCookies;
}

const CARRIERS: ReadonlySet<string> = new Set([
  'cookie',
  'set-cookie',
  'authorization',
  'proxy-authorization',
]);

/**
 * Headers, lower-cased, several cookies of one line split. A producer that leaves cookie headers
 * out (Firefox, privacy exports) may still list `cookies`: what they say is taken from there. What
 * a sanitizer put in the place of a credential is left out: its value is unknown.
 */
export function headersOf(
  message: Json,
  cookieHeader: 'cookie' | 'set-cookie',
  tally: HeaderTally,
): Header[] {
  const raw: Header[] = [];
  const kept: Header[] = [];
  let isPlain = true;
  for (const item of namedList(message.headers)) {
    const line = lineOf(item);
    raw.push(...line.headers);
    kept.push(
      ...(line.isMasked
        ? line.headers.flatMap((header) => withoutMasks(header, tally))
        : line.headers),
    );
    isPlain &&= line.isPlain;
  }
  const headers = isPlain ? kept : withoutKeptPairs(kept);
  const listed = headers.some(({ name }) => name === cookieHeader)
    ? []
    : fromList(message.cookies, cookieHeader, tally);
  const masked = raw.length > headers.length;
  tally.carriers += masked ? 1 : 0;
  return [...headers, ...listed].filter((one) => {
    if (!CARRIERS.has(one.name)) return true;
    tally.carriers++;
    return tally.emptied.note(one);
  });
}

/** What a line of a file says: the headers in it, and whether they are taken as they are. */
interface Line {
  readonly headers: readonly Header[];
  /** The file has a mask in it; what is taken out here is none. */
  readonly isMasked: boolean;
  /** It has no name and password that another header may keep as well. */
  readonly isPlain: boolean;
}

const NO_LINE: Line = { headers: [], isMasked: false, isPlain: true };

function lineOf({ name, value }: Json): Line {
  if (typeof name !== 'string') return NO_LINE;
  return lineNamed(name)(asText(value));
}

/**
 * The same header is the same object, as most come again. Each name has its own values: dates and
 * lengths, of which every answer has another, drive no other header out.
 */
const lineNamed = memo((written) => {
  const name = written.toLowerCase();
  return memoOfOwner(
    (value): Line => {
      const headers = headersIn(name, value);
      const asWritten = name === 'set-cookie' ? headers : [{ name, value }];
      const masked = asWritten.some(mayBeMasked);
      return { headers, isMasked: masked, isPlain: name !== 'authorization' };
    },
    (value, { headers: [one] }) => name === 'set-cookie' || one?.value === value,
  );
});

function headersIn(name: string, value: string): Header[] {
  const lines =
    name === 'set-cookie' ? unfoldSetCookie(value) : [withoutHeaderPassword(name, value)];
  return lines.map((line) => ({ name, value: line }));
}

function fromList(
  list: unknown,
  cookieHeader: 'cookie' | 'set-cookie',
  tally: HeaderTally,
): Header[] {
  const cookies = namedList(list).filter(({ name, value }) => asText(name) || asText(value));
  if (cookies.length === 0) return [];
  if (cookieHeader === 'set-cookie')
    return cookies.map(setCookieOf).flatMap((header) => withoutMasks(header, tally));
  const pairs = cookies.map(({ name, value }) => `${asText(name)}=${asText(value)}`);
  return withoutMasks({ name: 'cookie', value: pairs.join('; ') }, tally);
}

/** A quick no for nearly every header: nothing in it is a placeholder, whatever the file is. */
const mayBeMasked = remembered(({ value }: Header) =>
  [value, ...value.split(';')].some(
    (part) =>
      isMasked(part.trim()) ||
      isMasked(part.slice(part.indexOf('=') + 1).trim()) ||
      isMasked(part.replace(/^\s*[\w-]+\s+/, '')),
  ),
);

/** The header without the credentials that were replaced by placeholders. */
function withoutMasks(header: Header, tally: HeaderTally): Header[] {
  const { name, value } = header;
  if (!mayBeMasked(header)) return [header];
  if (name === 'cookie') {
    const pairs = value.split(';');
    const kept = pairs.filter((pair) => !isMaskedPair(pair, tally));
    tally.masked += pairs.length - kept.length;
    return kept.length > 0 ? [{ ...header, value: kept.join(';') }] : [];
  }
  const masked =
    name === 'set-cookie'
      ? isMaskedPair(value.split(';', 1)[0]!, tally)
      : isMasked(value.replace(name.endsWith('authorization') ? /^\s*[\w-]+\s+/ : '', ''));
  if (!masked) return [header];
  tally.masked++;
  return CARRIERS.has(name) ? [] : [header];
}

function isMaskedPair(pair: string, { living }: HeaderTally): boolean {
  const value = pair.slice(pair.indexOf('=') + 1).trim();
  if (!isMasked(pair.trim()) && !isMasked(value)) return false;
  if (isOneCharacter(value) && living.has(nameOf(pair))) return false;
  return !living.hasMasked(nameOf(pair), value);
}
