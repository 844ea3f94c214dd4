import type { Body, Direction, Header, StorageSnapshot } from '../model.js';
import { parametersOf } from '../normalize/addresses/url-parameters.js';
import { LIMITS } from '../settings.js';
import { memo, remembered } from '../memo.js';
import { regex } from '../regex.js';
import { looksRandom } from '../values/ids/entropy.js';
import { fieldName, nameInPage } from '../values/names/field-name.js';
import { findJwts } from '../values/tokens/jwt.js';
import { unwrapPlain, withoutScheme } from '../values/unwrap.js';
import { type Candidate, isHarmlessName } from './candidate.js';
import { parseReference } from './in-url.js';

// Long random values wherever they stand, whatever they are called: none is a credential by itself,
// and one may be the value of what is known as one by another place.

export type Unnamed = Pick<Candidate, 'carrier' | 'locator' | 'direction' | 'value'>;
type Place = Omit<Unnamed, 'value'>;

/** Name of what has none, as tokens in a path have it. */
const PATH = 'path';
/** Shorter ones are guessed, or shared by accident; longer ones are documents. */
const LEAST = 16;
const MOST = 4096;
/** Nobody sends more of them at once. */
const MAX_PLACES = 200;
/** What stands around a value in a text: `sid=…; lang=en`, `{"sid":"…"}`. */
const AROUND = /[\s;&?#,|"'<>{}()[\]\\]+/;
/** Headers that have readers of their own, or that HTTP itself, browsers and proxies write. */
const OF_HTTP = regex()`
  ^(?::|(?:proxy-)?auth(?:orization|enticate|entication-)|cookie|set-cookie|referer|location
  |content-|accept|access-control|if-|sec-
  |cf-|etag|nel$|report|link$|via$|server|user-agent|origin$|host$|date$|age$|alt-svc|expires$
  |last-modified|baggage|x-amz-cf|x-cache|x-served|x-timer|strict-|permissions-)`;

/** In parameters and in the path of an address. */
export function unnamedInUrl(url: string, direction: Direction): Unnamed[] {
  if (url.length < LEAST) return [];
  const parsed = parseReference(url);
  if (!parsed) return [];
  return inAddress(parsed).map((one) => ({ ...one, carrier: 'url', direction }));
}

const inAddress = remembered((url: URL): Pick<Unnamed, 'locator' | 'value'>[] => {
  const segments = url.pathname.length < LEAST ? [] : url.pathname.split(/[/;]/);
  const places = [...segments.map((part) => [PATH, part] as const), ...parametersOf(url)];
  return places
    .slice(0, MAX_PLACES)
    .flatMap(([locator, raw]) => valuesIn(locator, raw, true).map((value) => ({ locator, value })));
});

/** In headers of an application's own; `Location` counts as an address. */
export function unnamedInHeaders(headers: readonly Header[], direction: Direction): Unnamed[] {
  return headers.slice(0, MAX_PLACES).flatMap(({ name, value }) => {
    if (name === 'location') return unnamedInUrl(value, direction);
    if (value.length < LEAST || OF_HTTP.test(name)) return [];
    return unnamedAt({ carrier: 'header', locator: name, direction }, name, value);
  });
}

/** Among the fields of a body. */
export function unnamedInBody(body: Body | undefined, direction: Direction): Unnamed[] {
  return (body?.fields ?? []).flatMap(({ pointer, value }) => {
    if (value.length < LEAST) return [];
    const name = nameInPage(pointer) ?? fieldName(pointer);
    return unnamedAt({ carrier: 'body', locator: pointer, direction }, name, value);
  });
}

/** Among the strings of a stored item. */
export function unnamedInItem(
  area: StorageSnapshot['area'],
  key: string,
  strings: readonly { pointer: string; value: string }[],
): Unnamed[] {
  return strings.flatMap(({ pointer, value }) => {
    if (value.length < LEAST) return [];
    const place = { carrier: area, locator: key + pointer, direction: 'stored' } as const;
    return unnamedAt(place, pointer === '' ? key : fieldName(pointer), value);
  });
}

function unnamedAt(place: Place, name: string, raw: string): Unnamed[] {
  return valuesIn(name, raw, place.direction !== 'received').map((value) => ({ ...place, value }));
}

/** What answers say is mostly data: only a whole value is looked at there. */
function valuesIn(name: string, raw: string, isText: boolean): readonly string[] {
  if (raw.length < LEAST || raw.length > LIMITS.wrapped) return [];
  const values = isText ? valuesOfText(raw) : valuesOfField(raw);
  return values.length > 0 && !isHarmlessName(name) ? values : [];
}

const valuesOfField = memo((raw: string): readonly string[] => {
  const plain = withoutScheme(unwrapPlain(raw).trim());
  return isLongRandom(plain) ? [plain] : [];
});

const valuesOfText = memo((raw: string): readonly string[] => {
  const plain = withoutScheme(unwrapPlain(raw).trim());
  if (!AROUND.test(plain)) return isLongRandom(plain) ? [plain] : [];
  const parts = plain.slice(0, MOST).split(AROUND);
  const values = parts.flatMap((part) => [part, part.slice(part.indexOf('=') + 1)]);
  return [...new Set(values)].filter(isLongRandom);
});

function isLongRandom(value: string): boolean {
  if (value.length < LEAST || value.length > MOST) return false;
  return looksRandom(value) || findJwts(value)[0] === value;
}
