import { memo } from '../../memo.js';
import { regex } from '../../regex.js';
import { COMPOUND, LAST_WORDS, STEMS, WORDS } from './password-words.js';
import { isJoined } from './whose-password.js';
import { unaccented } from '../words/unaccented.js';
import { unescapeToken } from '../../json-pointer.js';

/** What stands where a password was: that there was one is known, and nothing else of it. */
export const PASSWORD_MARK = '***';

/** True for the name of a field whose value is a password; a page may tell more of them. */
export interface IsPassword {
  (name: string): boolean;
  /** A quick look at a text: false where nothing in it, however it is written, can be named so. */
  mayBeIn?(text: string): boolean;
}

/** OpenAM and ForgeRock number what they ask for; the second is the password. */
const NUMBERED = /^IDToken2$/i;

/** How the tables' words begin; letters beyond ASCII may be one of them with an accent. */
const BEGINNINGS = new Set(
  [...STEMS, ...WORDS, ...LAST_WORDS].map((word) => word.slice(0, 3)).filter(isPlain),
);
const MAY_BE = new RegExp(`[^ -~]|${[...BEGINNINGS].join('|')}`, 'i');
/** The same in a text, or what it may be written in: encoded, before a host, as HTTP Basic. */
const MAY_BE_IN = new RegExp(String.raw`[%\\@~]|idtoken2|basic[\s+]|${MAY_BE.source}`, 'i');
/**
 * What a text has of these at least: three signs that may begin one, or a sign of what it may be
 * written in.
 */
const mayBegin = quickLook([...BEGINNINGS, 'idt', 'bas'], '%\\@~');
/** Names that a word of the table begins, and that hold something else. */
const NOT_PASSWORD = regex()`
  passwordless
  |pass(?:word|wd)[-_ ]?(?:expir\w*|polic\w*|(?:(?:min|max)[-_ ]?)?length|strength|age|changed
  |lifetime|validity|days|timeout|attempts|retries|required|enabled|format|algorithm|scheme)`;
/** Below a password these are still the password: `/password/0`, `password[new]`, `pw_new`. */
const UNNAMED = regex('i')`
  ^(?:\d*|value|raw|current|new|old|plain|confirm(?:ation|ed)?|repeat(?:ed)?|again|check|text
  |input|field|code|hash(?:ed)?|md5|sha(?:1|256|512)|digest|enc(?:rypted)?|cipher)$`;
const MAX_NAME = 256;
/**
 * Names are short; an application has more of them than it has anything else that is remembered.
 */
const MANY_NAMES = 1_024;
/** So many names of a pointer are compared with what a page told. */
const MAX_LEVELS = 8;

/** True for a form field, or a JSON pointer, that is named as one that holds a password. */
export const isPasswordField = Object.assign(
  (pointer: string) => isPasswordName(ownName(pointer)),
  { mayBeIn: (text: string) => mayBegin(text) && MAY_BE_IN.test(text) },
) satisfies IsPassword;

/** A number that a person has, or a card, a voucher, a device. */
const PIN = /pin(?:[-_ ]?(?:code|kod|no|nr|number|nummer))?\d?$/i;

/** True for a field for a password that is named as one that holds a PIN. */
export function isPinField(pointer: string): boolean {
  return PIN.test(ownName(pointer).replace(/\]$/, ''));
}

/**
 * The last name in a field's name or JSON pointer that is not of what stands below a password's.
 */
function ownName(pointer: string): string {
  const least = Math.max(0, pointer.length - MAX_NAME);
  for (let end = pointer.length; ;) {
    let from = end;
    while (from > least && !isBreak(pointer.charCodeAt(from - 1))) from--;
    const name = pointer.slice(from, end);
    if (from === least || !isUnnamed(name)) return name;
    end = from - 1;
  }
}

/** `/`, `[` and `.`. */
function isBreak(code: number): boolean {
  return code === 0x2f || code === 0x5b || code === 0x2e;
}

const isUnnamed = memo((name) => UNNAMED.test(name.replace(/\]$/, '')));

/** The names in a field's name or JSON pointer, without what may stand below a password's. */
function namesIn(pointer: string): string[] {
  const names = pointer.slice(-MAX_NAME).split(/[/[.]/);
  while (names.length > 1 && isUnnamed(names.at(-1)!)) names.pop();
  return names;
}

/** The same, bare: `user[secret][0]` and `/user/secret/value` are both user, secret. */
export function tokensOf(pointer: string): string[] {
  return namesIn(pointer)
    .map((name) => unescapeToken(name.replace(/\]$/, '')))
    .filter((name) => name !== '')
    .slice(-MAX_LEVELS);
}

const isPasswordName = memo(readsAsPassword, undefined, MANY_NAMES);

function readsAsPassword(name: string): boolean {
  if (NUMBERED.test(name)) return true;
  if (!MAY_BE.test(name)) return false;
  const plain = unaccented(name);
  if (NOT_PASSWORD.test(plain)) return false;
  const words = wordsOf(name).map(unaccented);
  const joined = words.map((_word, at) => words.slice(at, at + 4).join(''));
  if (STEMS.some((stem) => plain.includes(stem) || joined.some((word) => word.startsWith(stem))))
    return true;
  if (words.some((word) => WORDS.has(word) || COMPOUND.test(word) || isJoined(word))) return true;
  const said = words.findLast((word) => !UNNAMED.test(word));
  return said !== undefined && LAST_WORDS.has(said);
}

/** `userPass_new2` → user, Pass, new. */
function wordsOf(name: string): string[] {
  return name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(/[^\p{L}\p{M}]+/u);
}

/**
 * A look at each two and three signs in a row, of which only the last five bits count, by which
 * capitals are like others: true for every text with one of the beginnings or signs, and for some
 * without.
 */
function quickLook(beginnings: readonly string[], signs: string): (text: string) => boolean {
  const begins = new Uint8Array(1 << 15);
  const withNext = (last: number, code: number) => ((last << 5) | (code & 31)) & 0x7fff;
  for (const one of beginnings) {
    const bits = [...one].reduce((last, sign) => withNext(last, sign.charCodeAt(0)), 0);
    for (let before = 0; before < (one.length < 3 ? 32 : 1); before++)
      begins[(before << 10) | bits] = 1;
  }
  const stops = new Uint8Array(128).map((_, code) =>
    code < 0x20 || code > 0x7e || signs.includes(String.fromCharCode(code)) ? 1 : 0,
  );
  return (text) => {
    let last = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      last = withNext(last, code);
      if (code > 0x7e || stops[code] === 1 || begins[last] === 1) return true;
    }
    return false;
  };
}

function isPlain(word: string): boolean {
  return /^[ -~]+$/.test(word);
}
