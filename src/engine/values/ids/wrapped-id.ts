import { decodeBase64, decodeBase64Text } from '../../base64.js';
import { regex } from '../../regex.js';

// What stands around an id, or beside what is random, and tells whether it is an id at all.

/** Members that are the id of a session, and those that only guard it or say when it was made. */
const SESSION_ID = /^_?(?:session(?:[-_]?(?:id|key|token))?|sess[-_]?id|sid)$/i;
const GUARD = regex('i')`
  ^_?(?:sign(?:ature)?|sig|h?mac|hash|digest|iat|exp|nbf|time|created(?:[-_]?at)?
  |expires?(?:[-_]?at)?)$`;
/** What is compared with what the server keeps, and whose that is (Appwrite). */
const SECRET = /^_?(?:session[-_]?)?secret$/i;
const WHOSE = /^_?(?:user[-_]?)?id$|^_?uid$/i;
/** The least that is random enough to be an id, in characters and as bytes. */
const LEAST_ID = /^[\w.~+/=-]{16,}$/;
const LEAST_BYTES = 16;
/** A name that somebody chose, and no letters that happen to be random. */
const NAME = /^\p{L}{3}[\p{L}\p{M}\d ._@-]{0,60}$/u;

/**
 * True for readable data that is nothing but the id of a session, with a signature or times; or a
 * secret and the number of its user.
 */
export function isIdAlone(data: object): boolean {
  const members = Object.entries(data);
  const isOne = (own: RegExp, beside: readonly RegExp[]) => {
    const ids = members.filter(([name]) => own.test(name));
    return (
      ids.length === 1 &&
      ids.every(([, value]) => typeof value === 'string' && LEAST_ID.test(value)) &&
      members.every(([name]) => [own, ...beside].some((names) => names.test(name)))
    );
  };
  return isOne(SESSION_ID, [GUARD]) || isOne(SECRET, [GUARD, WHOSE]);
}

/**
 * True for a value of several parts that has a name beside what is random: somebody's name in
 * base64 (`YWRh|0|…`), or plainly with two parts more (`ada|1790000000|…`). That is more than an
 * id.
 */
export function isComposed(value: string): boolean {
  const parts = value.split(/[|:;,~*$&!]/, 12);
  const random = parts.filter(isRandom);
  if (parts.length < 2 || random.length === 0) return false;
  const isPlain = (part: string) => parts.length > 2 && NAME.test(part) && !isRandom(part);
  return parts.some((part) => isPlain(part) || isEncodedName(part));
}

function isRandom(part: string): boolean {
  return (decodeBase64(part)?.length ?? 0) >= LEAST_BYTES && /\d/.test(part);
}

/** Base64 of a name. */
function isEncodedName(part: string): boolean {
  const text = decodeBase64Text(part);
  return text !== undefined && NAME.test(text);
}
