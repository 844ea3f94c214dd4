import { parseJson } from '../normalize/bodies/json-strings.js';
import { decodeJweHeader, decodeJws } from '../values/tokens/jws.js';
import { decodedOf, digestedOf } from './decoded.js';
import { mapJson } from './map-json.js';
import { isKept } from './kept-member.js';
import { isPersonalClaim } from './personal.js';
import { isBeside, isScope, partsOf } from './pieces.js';
import { shapedMarkup, shapedPairs, shapedPercent } from './shape-text.js';

/** What a value is made of goes so deep. */
const MAX_DEPTH = 6;
const JWT = /[\w-]{8,}={0,2}\.[\w-]*={0,2}\.[\w-]*(?:\.[\w-]*\.[\w-]*)?/g;
const DATE = /\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?/g;
/** With which libraries say that base64 follows. */
const SAYS_BASE64 = /^(?:base64[-:]|b64:)/;

/** Writes a part that is of no known structure with other signs; `index` tells the parts apart. */
export type WriteAtom = (atom: string, index: string) => string;

export interface Shaping {
  atom: WriteAtom;
  /** What stands for a value as a whole, where that is known already. */
  known(value: string): string | undefined;
  /** Where known values stand in a longer one, from left to right. */
  within(value: string): readonly { from: number; to: number; stand: string }[];
  /** When the last of all this was seen. */
  seenAt: number;
}

/**
 * A value in other signs, of the same structure: what is encoded, signed or packed in it as well.
 */
export function reshape(value: string, shaping: Shaping, index = '', depth = 0): string {
  const known = depth > 0 ? shaping.known(value) : undefined;
  if (known !== undefined || value === '') return known ?? value;
  if (depth > MAX_DEPTH) return shaping.atom(value, index);
  const deeper = (inner: string, at: string) =>
    reshape(inner, shaping, `${index}/${at}`, depth + 1);
  return (
    shapedJson(value, shaping, index, depth) ??
    shapedPercent(value, deeper) ??
    shapedMarkup(value, deeper) ??
    shapedPairs(value, deeper) ??
    shapedAround(value, deeper, shaping) ??
    shapedTokens(value, shaping, index, depth) ??
    shapedRun(value, shaping, index, depth) ??
    shapedDigested(value, shaping, index, depth) ??
    shapedParts(value, shaping, index, depth)
  );
}

/** What is known by itself, and times, with the rest around them. */
function shapedAround(
  value: string,
  deeper: (inner: string, at: string) => string,
  shaping: Shaping,
) {
  const known = shaping.within(value);
  const times = [...value.matchAll(DATE)].map(({ 0: stand, index: from }) => ({
    from,
    to: from + stand.length,
    stand,
  }));
  const fixed = known.length > 0 ? known : times;
  if (fixed.length === 0) return undefined;
  const whole = partsOf(value).filter((_, at) => at % 2 === 0);
  const around = (part: string, at: number) =>
    known.length > 0 && (isScope(part) || areBeside(part, whole, shaping.seenAt))
      ? part
      : deeper(part, `a${at}`);
  let shaped = '';
  let end = 0;
  for (const { from, to, stand } of fixed) {
    shaped += around(value.slice(end, from), from) + stand;
    end = to;
  }
  return shaped + around(value.slice(end), end);
}

/** Such as the name of a server behind an id: `.node0`. */
function areBeside(piece: string, whole: readonly string[], seenAt: number): boolean {
  const parts = partsOf(piece);
  return parts.every((part, at) => at % 2 === 1 || part === '' || isBeside(part, whole, seenAt));
}

/** JWTs and JWEs, whatever stands around them. */
function shapedTokens(value: string, shaping: Shaping, index: string, depth: number) {
  let tokens = 0;
  let shaped = '';
  let at = 0;
  for (const { 0: token, index: from } of value.matchAll(JWT)) {
    const other = shapedToken(token, shaping, `${index}/j${tokens}`, depth);
    if (other === undefined) continue;
    const before = value.slice(at, from);
    shaped += reshape(before, shaping, `${index}/b${tokens++}`, depth + 1) + other;
    at = from + token.length;
  }
  return tokens === 0
    ? undefined
    : shaped + reshape(value.slice(at), shaping, `${index}/e`, depth + 1);
}

function shapedToken(token: string, shaping: Shaping, index: string, depth: number) {
  const isSealed = decodeJweHeader(token) !== undefined;
  if (!isSealed && decodeJws(token) === undefined) return undefined;
  const [head = '', ...rest] = token.split('.');
  const header = decodedOf(head);
  // RFC 7515 §2: of a segment that needs no padding it cannot be told that it would have none.
  const bare = (text: string) => (token.includes('=') ? text : text.replace(/=+$/, ''));
  const told = header?.encode(claimsOf(header.text, shaping, `${index}h`, depth));
  const shapedHead = told === undefined ? head : bare(told);
  const payload = isSealed ? undefined : decodedOf(rest[0] ?? '');
  const others = rest.map((part, at) => {
    if (part === '') return part;
    if (at > 0 || payload === undefined) return shaping.atom(part, `${index}s${at}`);
    return bare(payload.encode(claimsOf(payload.text, shaping, `${index}c`, depth)));
  });
  return [shapedHead, ...others].join('.');
}

/** What is base64, hexadecimal or compressed of a text as a whole. */
function shapedRun(value: string, shaping: Shaping, index: string, depth: number) {
  const said = SAYS_BASE64.exec(value)?.[0] ?? '';
  const decoded = decodedOf(value.slice(said.length));
  if (decoded === undefined) return undefined;
  return said + decoded.encode(reshape(decoded.text, shaping, `${index}/d`, depth + 1));
}

function shapedDigested(value: string, shaping: Shaping, index: string, depth: number) {
  const found = digestedOf(value);
  if (found === undefined) return undefined;
  const text = reshape(found.text, shaping, `${index}/m`, depth + 1);
  return found.encode(text, shaping.atom(found.mac, `${index}/mac`));
}

/** With the letters behind it that make all sessions as long as one another (Mojolicious). */
function shapedJson(value: string, shaping: Shaping, index: string, depth: number) {
  const [, json = value, padding = ''] = /^(\{[^]*\})(Z+)$/.exec(value) ?? [];
  if (parseJson(json) === undefined) return undefined;
  return claimsOf(json, shaping, index, depth) + padding;
}

/** The members of what a value holds: who it is and what is secret goes, the rest stays. */
function claimsOf(json: string, shaping: Shaping, index: string, depth: number): string {
  return mapJson(json, (name, member, isString) => {
    const known = shaping.known(member);
    if (known !== undefined) return known;
    if (member === '' || (!isPersonalClaim(name) && isKept(name, member, isString))) return member;
    return reshape(member, shaping, `${index}/${name}`, depth + 1);
  });
}

function shapedParts(value: string, shaping: Shaping, index: string, depth: number): string {
  const parts = partsOf(value);
  const words = parts.filter((_, at) => at % 2 === 0);
  return parts
    .map((part, at) => {
      if (at % 2 === 1 || part === '') return part;
      const place = `${index}.${at}`;
      const known = shaping.known(part);
      if (known !== undefined) return known;
      if (isBeside(part, words, shaping.seenAt)) return part;
      const decoded = parts.length > 1 ? shapedRun(part, shaping, place, depth + 1) : undefined;
      return decoded ?? shaping.atom(part, place);
    })
    .join('');
}
