import {
  decodePercent,
  encodePercent,
  rewriteBetween,
  splitPair,
  splitUrl,
} from '../../normalize/addresses/raw-url.js';
import { memo } from '../../memo.js';
import { parseJson } from '../../normalize/bodies/json-strings.js';
import { formatOf } from '../format.js';
import { type Found, isPreview, isSecret, isSecretName, maskName, preview } from './mask.js';
import { tellJson } from './mask-json.js';
import { maskQuoted } from './mask-quoted.js';
import { isBeforeSent, isSentCode, isSentId, isShortId } from './sent.js';

/** Encodings and addresses inside addresses are followed so deep; what is deeper is masked. */
const MAX_DEPTH = 5;
/** A segment of a path that is shorter is a word or a number of the site's own. */
const MIN_SEGMENT = 16;
/** What an address or form data is made of, and what stands between the words of a text. */
const ADDRESS = /[/\\?#&=;]/;
/** More than one word for certain: worth following instead of being masked as a whole. */
const FOLLOWED = /:\/\/|\?|=[^=]/;
const JSON_LIKE = /^\s*[{[]/;
const ENCODED = /%[0-9a-f]{2}/i;
const BETWEEN_WORDS = /[\s,|<>"'`()[\]{}]/g;
/** Where an address inside another one begins, with its user info (RFC 3986 §3.2.1). */
const IN_PATH = /((?:[a-z][a-z0-9+.-]{0,40}:[/\\]|(?<![/\\])[/\\]{2})[/\\]*)[^/\\?#]*@/gi;
const IN_QUERY = /([a-z][a-z0-9+.-]{0,40}:[/\\]{2})[^/\\?#&,;|\s]*@/gi;
const DATA = /^(?:data|javascript|blob):/i;

/** Where a value stands: a query may be random by itself, a path is masked more sparingly. */
type Place = 'path' | 'sent' | 'value';

interface Walk {
  depth: number;
  found: Found | undefined;
}

/**
 * An address with everything in it that may be secret replaced by previews, and without user info:
 * parameters in query, fragment and path, lone values, segments, addresses inside, however encoded.
 * What is harmless stays as it is written. Relative addresses and those of apps are addresses, too.
 */
export function redactUrl(url: string, found?: Found): string {
  return redactAddress(url, { depth: 0, found });
}

/** A text with the random runs and the secrets of addresses in it as previews. */
export function maskText(source: string, found?: Found): string {
  const walk = { depth: 1, found };
  const json = JSON_LIKE.test(source) ? parseJson(source) : undefined;
  return json === undefined ? redactWords(source, walk) : redactJson(source, json, walk);
}

function redactAddress(address: string, walk: Walk): string {
  const { scheme, slashes, host, path, query, fragment } = splitUrl(address);
  if (DATA.test(scheme) && address.length > scheme.length)
    return scheme + preview(address.slice(scheme.length));
  return (
    scheme +
    slashes +
    host +
    redactPath(path, walk) +
    query.slice(0, 1) +
    redactPairs(query.slice(1), walk) +
    fragment.slice(0, 1) +
    redactFragment(fragment.slice(1), walk)
  );
}

/** `/https://ada:pw@b.test/` behind a proxy's own address, and `//ada:pw@b.test`. */
function withoutInnerUserInfo(part: string, inner: RegExp): string {
  return part.includes('@') ? part.replace(inner, '$1') : part;
}

function redactPath(path: string, walk: Walk): string {
  let before = '';
  return rewriteBetween(withoutInnerUserInfo(path, IN_PATH), /[/\\;&]/g, (piece) => {
    const last = before;
    before = piece;
    if (isSentCode(last, piece) || isSentId(last, piece)) {
      walk.found?.(piece);
      return preview(piece);
    }
    const place = piece.length >= MIN_SEGMENT && isBeforeSent(last) ? 'sent' : 'path';
    if (!SHORT.test(piece)) return redactPair(piece, place, walk);
    const { told, secrets } = shortSegment(piece);
    if (walk.found) secrets.forEach(walk.found);
    return told;
  });
}

/** A word or a number, in whatever path it stands. */
const SHORT = /^[\w-]{1,11}$/;

/** Addresses of a site are made of the same few: `api`, `v1`, `orders`. */
const shortSegment = memo((piece) => {
  const secrets: string[] = [];
  const found = (secret: string) => void secrets.push(secret);
  return { told: redactPair(piece, 'path', { depth: 0, found }), secrets };
});

function redactPairs(pairs: string, walk: Walk): string {
  return rewriteBetween(withoutInnerUserInfo(pairs, IN_QUERY), /&/g, (pair) =>
    redactPair(pair, 'value', walk),
  );
}

/** `#a=b&c=d`, `#/route?a=b`, `#/route`, `#word`: the parameters begin before the first `=`. */
function redactFragment(fragment: string, walk: Walk): string {
  const equals = fragment.indexOf('=');
  const head = equals < 0 ? fragment : fragment.slice(0, equals);
  const from =
    equals < 0 ? fragment.length : Math.max(head.lastIndexOf('?'), head.lastIndexOf('#')) + 1;
  const pairs = fragment.slice(from);
  return (
    rewriteBetween(fragment.slice(0, from), /[?#]/g, (piece) => redactPath(piece, walk)) +
    (pairs.startsWith('/') ? redactPath(pairs, walk) : redactPairs(pairs, walk))
  );
}

function redactPair(pair: string, place: Place, walk: Walk): string {
  if (pair === '') return pair;
  const { name, value } = splitPair(pair);
  if (value === undefined) return redactValue('', name, place, walk);
  const plainName = decodePercent(name);
  const told = maskName(plainName) === plainName ? name : encodeTold(maskName(plainName));
  return `${told}=${redactValue(plainName, value, 'value', walk)}`;
}

/** One raw value: judged as it stands and decoded, and followed into what it is made of. */
function redactValue(name: string, raw: string, place: Place, walk: Walk): string {
  const plain = decodePercent(raw);
  if (raw === '' || isPreview(plain)) return raw;
  const isFollowed = FOLLOWED.test(plain) && !isSecretName(name);
  if (!isFollowed && (isMasked(name, raw, place) || isMasked(name, plain, place))) {
    walk.found?.(plain);
    return preview(plain);
  }
  const told = redactWithin(name, plain, raw, walk);
  if (told === plain) return raw;
  return plain === raw ? told : encodeTold(told);
}

/** What a value is made of: JSON, an address, a further encoding, a list of words. */
function redactWithin(name: string, plain: string, raw: string, walk: Walk): string {
  const isAddress = ADDRESS.test(plain);
  const isEncoded = plain !== raw && ENCODED.test(plain);
  const json = JSON_LIKE.test(plain) ? parseJson(plain) : undefined;
  if (!isAddress && !isEncoded && json === undefined) return redactWords(plain, walk);
  if (walk.depth >= MAX_DEPTH) return preview(plain);
  const within = { ...walk, depth: walk.depth + 1 };
  if (json !== undefined) return redactJson(plain, json, within);
  return isAddress ? redactAddress(plain, within) : redactValue(name, plain, 'value', within);
}

function redactJson(source: string, json: unknown, walk: Walk): string {
  const tell = (name: string, value: string) => redactValue(name, value, 'value', walk);
  const { value, isWhole, isCut } = tellJson(json, tell, maskName);
  if (isCut) return preview(source);
  // Of a name that stands twice the parser keeps one: the text has both.
  return isWhole ? redactWords(source, walk) : JSON.stringify(value);
}

function redactWords(source: string, walk: Walk): string {
  return rewriteBetween(maskQuoted(source, walk.found), BETWEEN_WORDS, (word) => {
    if (word === '' || isUuid(word)) return word;
    if (ADDRESS.test(word)) return redactAddress(word, walk);
    if (!isSecret('', word)) return maskName(word);
    walk.found?.(word);
    return preview(word);
  });
}

function isMasked(name: string, value: string, place: Place): boolean {
  if (place === 'value') return isSecret(name, value) || isShortId(value);
  if (value.length < MIN_SEGMENT || !isSecret(name, value)) return false;
  return place === 'sent' || !isUuid(value);
}

function isUuid(value: string): boolean {
  return formatOf(value).format === 'uuid';
}

/** Percent-encoded, but for the marks of a preview, which are to be read. */
function encodeTold(told: string): string {
  return encodePercent(told)
    .replaceAll('%E2%80%A6', '…')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')');
}
