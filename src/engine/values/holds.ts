import type { Credential } from '../model.js';
import { remembered } from '../memo.js';
import { parseJson } from '../normalize/bodies/json-strings.js';
import { isAuthTicket } from './tokens/auth-ticket.js';
import { decodeBase64, decodeBase64Text } from '../base64.js';
import { percentDecode } from './format.js';
import { formatFacts } from './formats.js';
import { decodeJwt, findJwts } from './tokens/jwt.js';
import { isSealedTicket } from './tokens/sealed-ticket.js';
import { unwrapPlain } from './unwrap.js';
import { isComposed, isIdAlone } from './ids/wrapped-id.js';

/**
 * What a value holds, as far as it can be told from outside: claims that everybody who has it can
 * read; something in a form in which frameworks sign or seal data; an id; or what nobody can tell.
 */
export type Holds = 'readable' | 'sealed' | 'id' | 'unknown';

type Valued = Pick<Credential, 'format' | 'value' | 'jwt'> &
  Partial<Pick<Credential, 'pastValues' | 'name' | 'behaviour'>>;

/** No store gives out ids this long; what is longer may hold something, sealed. */
const LONGEST_ID = 128;
/** An initialisation vector, a salt or a digest: the least that stands beside sealed data. */
const LEAST_PART = 16;
/** So many values are more than logins and logouts give a long one. */
const RESEALED = 4;

/** What the value of a credential holds. */
export const holdsOf = remembered((credential: Valued): Holds => {
  const { format, value, jwt, pastValues = [], name = '', behaviour } = credential;
  if (behaviour?.holdsPassword) return 'readable';
  const tokens = jwt ? [] : findJwts(value);
  if (jwt || tokens.some((token) => decodeJwt(token) !== undefined)) return 'readable';
  const plain = percentDecode(value);
  if (formatFacts(format).selfContained || tokens.length > 0)
    return isPublic(plain) ? 'readable' : 'sealed';
  // Express signs an id, and seldom anything else.
  const own = plain.replace(/^s:(?:j:)?/, '');
  const data = partsWithData(own)
    .map(dataIn)
    .find((one) => one !== undefined);
  if (data && isIdAlone(data)) return 'id';
  if (data) return 'iv' in data ? 'sealed' : 'readable';
  if (isAuthTicket(own)) return 'readable';
  if (own !== plain || (isSignedId(own) && !isComposed(own)))
    return own.length > LONGEST_ID ? 'unknown' : 'id';
  if (format === 'signed' || isSealedTicket(name, own)) return 'sealed';
  if (isComposed(own)) return isSealed(own) ? 'sealed' : 'unknown';
  if (own.length <= LONGEST_ID) return 'id';
  return isSealed(own) || isResealed(own, pastValues) ? 'sealed' : 'unknown';
});

/** The value itself holds the state: a JWT, a PASETO, JSON, or an encrypted or signed payload. */
export function isSelfContained(credential: Valued): boolean {
  const holds = holdsOf(credential);
  return holds === 'readable' || holds === 'sealed';
}

/** A PASETO that is signed and not encrypted. */
function isPublic(value: string): boolean {
  return /^v\d\.public\./.test(unwrapPlain(value));
}

/**
 * An id with a signature, after a dot or in a cookie of its own, is still an id; a time with its
 * fraction is none.
 */
function isSignedId(value: string): boolean {
  const [id = '', signature = '', ...more] = value.split('.', 3);
  return more.length === 0 && id.length <= 64 && signature.length <= 128 && !/^\d{10}$/.test(id);
}

/**
 * Where data stands in what frameworks sign: all of it, before the signature, or before the time.
 */
function partsWithData(value: string): string[] {
  const dot = value.lastIndexOf('.');
  return [value, value.slice(0, Math.max(0, dot)), value.split(/[.:|]|--/, 1)[0] ?? ''];
}

/**
 * Parts of which at least two are as long as random ones: an initialisation vector and what it
 * seals.
 */
function isSealed(value: string): boolean {
  const parts = value.split(/[.;:|~*$]|--/, 12);
  const long = parts.filter((part) => (decodeBase64(part)?.length ?? 0) >= LEAST_PART);
  return parts.length > 2 && long.length > 1;
}

/**
 * Too long for an id, and another one with every few answers, each unlike the others from its
 * start: so looks what is sealed anew whenever it is written, as a random vector stands before it.
 */
function isResealed(value: string, pastValues: readonly string[]): boolean {
  const values = [value, ...pastValues.map(percentDecode)].filter(
    (one) => (decodeBase64(one)?.length ?? 0) > LONGEST_ID / 2,
  );
  return values.length > RESEALED && new Set(values.map((one) => one.slice(0, 8))).size > RESEALED;
}

/** The JSON object or list that a text is, or that it is base64 of. */
function dataIn(part: string): object | undefined {
  const data = parseJson(decodeBase64Text(part) ?? part);
  return typeof data === 'object' && data !== null ? data : undefined;
}
