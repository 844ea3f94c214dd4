import { memo } from '../../memo.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const SCHEME = /^\s*basic\s+/i;
export const MAY_BE_BASIC = /basic[\s+]/i;
/** RFC 7235 §2.1 says one space, and servers take what they get; in a form it is a plus. */
const PAIR = /(?<![\w-])basic([\s+]{1,16})([\w+/~.-]{4,}={0,2})/gi;

/**
 * HTTP Basic sends name and password with every request (RFC 7617 §2). A password is never kept,
 * not even in memory: what is kept in its place is a hash, which tells one pair from another and no
 * more. Other headers and schemes come back unchanged, unless they hold such a pair too, as proxies
 * write it; and so does a pair without a password, which services take for the key of a project.
 */
export function withoutBasicPassword(name: string, value: string): string {
  const scheme = SCHEME.exec(value)?.[0];
  return scheme !== undefined && /^(?:proxy-)?authorization$/i.test(name)
    ? `Basic ${hashOf(value.slice(scheme.length).trim())}`
    : withoutBasicPairs(value);
}

/** What was cleaned stays what it is. */
const HASH = /^[0-9a-f]{32}$/;
const HASHED = /^(\s*basic\s+)[0-9a-f]{32}$/i;

/** True for what stands in the place of a pair: nobody can have that pair back. */
export function isKeptAsHash(value: string): boolean {
  return HASH.test(value);
}

/**
 * True for a header's value that is such a pair as it is kept. Forms that want no dialog of the
 * browser's send it in a header of their own (`X-Authorization`), and it is a password there as
 * well.
 */
export function isKeptPair(value: string): boolean {
  return HASHED.test(value);
}

/** A header as it was, but for the pair that nobody kept. */
export function withoutPairHash(name: string, value: string): string {
  return /authorization$/i.test(name) ? value.replace(HASHED, '$1…') : value;
}

/** A text without the passwords of such pairs; the words `basic plan` are none. */
export function withoutBasicPairs(text: string): string {
  if (!MAY_BE_BASIC.test(text)) return text;
  return text.replace(PAIR, (whole, blank: string, pair: string) =>
    holdsColon(pair) ? `Basic${blank}${hashOf(pair)}` : whole,
  );
}

/** What may be such a pair without the word in front of it, in a cookie or a stored item. */
const BARE = /[\w+/-]{8,1024}(?:=|%3D){0,2}/gi;

/** Hardly any cookie holds one, and all come again and again. */
const mayHoldPair = memo(
  (text) => (text.match(BARE) ?? []).some((run) => holdsColon(run.replace(/%3D/gi, '='))),
  (_text, may) => !may,
);

/**
 * A text without pairs that are known to be name and password, by their hash, as they were sent.
 */
export function withoutKnownPairs(text: string, isKnown: (hash: string) => boolean): string {
  if (!mayHoldPair(text)) return text;
  return text.replace(BARE, (run) => {
    const pair = run.replace(/%3D/gi, '=');
    const hash = holdsColon(pair) ? hashOf(pair) : run;
    return hash !== run && isKnown(hash) ? hash : run;
  });
}

/** The hashes of what may be such pairs in a text. */
export function pairHashesIn(text: string): readonly string[] {
  if (!mayHoldPair(text)) return [];
  return (text.match(BARE) ?? []).flatMap((run) => {
    const pair = run.replace(/%3D/gi, '=');
    return holdsColon(pair) ? [hashOf(pair)] : [];
  });
}

/**
 * Some scripts keep in a cookie what they send as HTTP Basic, or send it in a header of their own
 * as well: a request's headers without it.
 */
export function withoutKeptPairs<H extends { name: string; value?: string | undefined }>(
  headers: readonly H[],
): readonly H[] {
  const sent = headers.flatMap(({ name, value = '' }) =>
    /^authorization$/i.test(name) && SCHEME.test(value)
      ? [hashOf(value.replace(SCHEME, '').trim())]
      : [],
  );
  if (sent.length === 0) return headers;
  return headers.map((header) =>
    /^authorization$/i.test(header.name) || header.value === undefined
      ? header
      : { ...header, value: withoutKnownPairs(header.value, (hash) => sent.includes(hash)) },
  );
}

/**
 * The key of a project once more where a password would be (Stytch): long, and with more digits
 * than the name of a user who has no other password.
 */
const TWICE = /^((?=(?:[a-z_.-]*\d){5})[\w.-]{32,}):\1$/i;

/** So long a word may be a token: it is known again by its own hash, whoever sends it. */
function hashOf(pair: string): string {
  const text = textOf(pair);
  const key = TWICE.exec(text)?.[1];
  if (key !== undefined) return btoa(`${key}:`);
  const [, secret = pair] = /^[^:]+:([\w-]{32,}|)$/.exec(text) ?? [];
  return HASH.test(pair) || secret === ''
    ? pair
    : bytesToHex(sha256(utf8ToBytes(secret))).slice(0, 32);
}

function holdsColon(base64: string): boolean {
  return textOf(base64).includes(':');
}

function textOf(base64: string): string {
  try {
    return atob(base64.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
