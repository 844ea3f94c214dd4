import { memo } from '../memo.js';
import type { Credential } from '../model.js';
import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { estimateBits, looksRandom } from '../values/ids/entropy.js';
import { DAY } from '../time-units.js';
import { formatOf, percentDecode } from '../values/format.js';
import { formatFacts } from '../values/formats.js';
import { unwrapBase64 } from '../values/unwrap.js';
import { spelledBy } from '../values/ids/char-codes.js';
import { isMoment } from '../values/ids/moment.js';
import { isEmptyRecord } from '../values/ids/placeholder.js';
import { isProfile } from '../values/ids/profile.js';
import { isUuid } from '../values/ids/uuid.js';
import { isWordList } from '../values/ids/word-list.js';
import { namesNobody } from '../values/names/names-nobody.js';

/** What stands in no id, and between the words of a text, a list, a piece of JSON or of a page. */
const SYNTAX = /[\s<>{}[\]"]/;
const BETWEEN_WORDS = /[\s<>{}()[\]"'`,;\\]+/;

/** Words, the name of a user or of a setting: `ada.lovelace`, `mode=live`. */
const WORDS = /^[a-z._@+=:/-]+$/i;
/** An address of mail, which everybody may know. */
export const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,255}\.[a-z]{2,24}$/i;

/**
 * Enough to tell users apart: `sId=5` is no session, `login=google` none either, and no profile,
 * text or moment that holds nothing but what everybody may know.
 */
export const canIdentify: (value: string) => boolean = memo((value): boolean => {
  if (/^\s*[{[]/.test(value)) {
    const texts = stringsOf(parseJson(value)).map((one) => one.value);
    // A bare list of ids names users, accounts or things.
    const isList = /^\s*\[/.test(value) && texts.every(isUuid);
    return !isList && texts.some((one) => looksRandom(one) || isTokenLike(one));
  }
  const spelled = spelledBy(value);
  if (spelled !== undefined) return canIdentify(spelled);
  if (isEmptyRecord(value)) return false;
  if (isMoment(value) || EMAIL.test(value) || isProfile(value)) return false;
  if (isWordList(value) || isWrappedChoice(value)) return false;
  if (SYNTAX.test(value))
    return [value, ...value.split(BETWEEN_WORDS)].some(
      (word) => looksRandom(word) || isTokenLike(word),
    );
  return looksRandom(value) || (estimateBits(value) >= 32 && !WORDS.test(value));
});

/** Base64 of what would identify nobody as it stands, and is not said to be about somebody. */
function isWrappedChoice(value: string): boolean {
  const inner = unwrapBase64(value).at(-1);
  if (inner === undefined || !/^[{[]/.test(inner) || inner.length > LONGEST_CLAIMS) return false;
  const json = parseJson(inner);
  return json !== undefined && isAboutNobody(json, DEEPEST) && !canIdentify(inner);
}

function isAboutNobody(json: unknown, depth: number): boolean {
  if (typeof json !== 'object' || json === null) return true;
  if (depth === 0 || (!Array.isArray(json) && !namesNobody({ ...json }))) return false;
  return Object.values(json).every((one) => isAboutNobody(one, depth - 1));
}

/** Fewer bits stand for no session that nobody is to guess. */
const ENOUGH_BITS = 60;

/** As hard to guess as a session has to be. */
export function isHardToGuess(value: string): boolean {
  return looksRandom(value) && estimateBits(value) >= ENOUGH_BITS;
}

/** Of an account, as likely as of a session. */
export function isNumber(credential: Credential): boolean {
  return /^\d+$/.test(plainValue(credential));
}

/** So much of a value is read for claims, and so far below its top. */
const LONGEST_CLAIMS = 8_192;
const DEEPEST = 3;

/**
 * True for claims about a user without what would prove them: the payload of a token, for scripts
 * to read (RFC 7519 §4.1), be it in base64. Hidden from scripts it would be for nobody but the
 * server.
 */
export function tellsClaims(credential: Credential): boolean {
  const value = plainValue(credential);
  return !credential.attributes?.httpOnly && value.length <= LONGEST_CLAIMS && areClaims(value);
}

const areClaims = memo((value): boolean => {
  const texts = /^\s*\{/.test(value) ? [value] : unwrapBase64(value);
  return texts.some((one) => one.startsWith('{') && hasClaims(parseJson(one), DEEPEST));
});

function hasClaims(json: unknown, depth: number): boolean {
  if (typeof json !== 'object' || json === null || depth === 0) return false;
  const claims = json as Record<string, unknown>;
  const isTimed = typeof claims['exp'] === 'number' || typeof claims['iat'] === 'number';
  if (isTimed && (typeof claims['sub'] === 'string' || typeof claims['iss'] === 'string'))
    return !Object.values(claims).some((one) => typeof one === 'string' && isTokenLike(one));
  return Object.values(claims).some((one) => hasClaims(one, depth - 1));
}

/** Milliseconds between being set (or first seen) and its end; 0 for a session cookie. */
export function lifetimeOf({ attributes, expiresAt, cookie, firstSeen }: Credential): number {
  return attributes?.persistent && expiresAt !== undefined
    ? expiresAt - (cookie?.setAt ?? firstSeen)
    : 0;
}

/** Sessions are kept for hours to some months; what stays longer is to know a browser again. */
const LONGEST_SESSION = 180 * DAY;

/** True for what stays for so long that it is to know a browser again, whoever logs in. */
export function outlastsSessions(credential: Credential): boolean {
  return lifetimeOf(credential) >= LONGEST_SESSION;
}

/** A cookie's value without the escapes and quotes that it travels in. */
export function plainValue({ value }: Credential): string {
  return percentDecode(value).replace(/^"(.*)"$/, '$1');
}

/** A token by its shape alone. */
export function isTokenLike(value: string): boolean {
  const { unmistakable, structured } = formatFacts(formatOf(value).format);
  return unmistakable || structured;
}
