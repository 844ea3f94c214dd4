import { memo } from '../../memo.js';
import { MAY_BE_BASIC, withoutBasicPairs } from './basic-password.js';
import { withoutJsonPasswords } from './json-passwords.js';
import { parseJson } from '../bodies/json-strings.js';
import { type IsPassword, isPasswordField, PASSWORD_MARK } from './password-field.js';
import { withoutPathPasswords } from './path-password.js';
import {
  decodePercent,
  encodePercent,
  rewriteBetween,
  splitPair,
  splitUrl,
} from '../addresses/raw-url.js';
import { withoutArguments, withoutElements, withoutLines } from './text-passwords.js';
import { rewriteTyped } from './typed-passwords.js';

/**
 * Layers of encoding, and of addresses in addresses, that are followed; a login form writes some.
 */
const MAX_DEPTH = 8;
/**
 * Without any of these, encoded or not, nothing can be named in an address; `https://` alone names
 * nothing.
 */
const NAMES_SOMETHING = /[@=<]|:(?!\/\/)|%(?:25){0,8}(?:3[acd]|40)/i;
/** The same, or the word for name and password: one look for nearly every text. */
const SAYS_SOMETHING = new RegExp(`${NAMES_SOMETHING.source}|${MAY_BE_BASIC.source}`, 'i');
/** False for a text that names nothing: no password is in it. */
export function saysSomething(text: string): boolean {
  return SAYS_SOMETHING.test(text);
}

/** What was taken out of quotes; what follows them is something else. */
const QUOTED_MARK = /^\\{0,8}("""|["'])\*\*\*\\{0,8}\1/;
/** A signed token (RFC 7519 §3), as streams are opened with `?pass=…`: nobody's password. */
const JWT = /^eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}$/;
/** An address in a path or a text, as proxies write it; of two slashes servers may fold one. */
const USER_INFO = /((?:https?|wss?|ftp):[/\\]{1,8}|[a-z][a-z0-9+.-]{0,40}:\/\/)[^/\\?#\s]+@/gi;

/** Who it is, and with what: `u=ada&p=…` (InfluxDB, Subsonic). Numbers are those of pages. */
const BY_LETTERS = /[?&]p=(?!\d{1,9}(?:[&#]|$))[^&#]/;
const WHO = /[?&]u=(?!https?(?::|%3a))[^&#]/i;

/** True for an address that has a password under the first letter of the word. */
export function namesByLetters(address: string): boolean {
  return BY_LETTERS.test(address) && WHO.test(address);
}

function orLetter(isPassword: IsPassword): IsPassword {
  return (name) => name === 'p' || isPassword(name);
}

/**
 * An address, or what is written like one (form data), without user info and without the values of
 * password parameters, wherever they stand: query, fragment, path, addresses inside.
 * A mark stays in their place. Passwords are never kept, so this comes before anything keeps it.
 */
export function withoutPasswords(
  address: string,
  isPassword: IsPassword = isPasswordField,
): string {
  return withoutNamed(withoutPathPasswords(address), isPassword, 0);
}

function withoutNamed(address: string, isPassword: IsPassword, depth: number): string {
  if (!NAMES_SOMETHING.test(address)) return address;
  if (isPassword.mayBeIn?.(address) === false && !namesByLetters(address)) return address;
  return depth === 0 && isPassword === isPasswordField
    ? plainly(address)
    : cleaned(address, isPassword, depth);
}

/** Addresses without a password come again and again. */
const plainly = memo(
  (address) => cleaned(address, isPasswordField, 0),
  (address, clean) => address === clean,
);

function cleaned(address: string, isPassword: IsPassword, depth: number): string {
  const bare = depth === 0 ? withoutQuoted(address, isPassword) : address;
  const isNamed = namesByLetters(address) ? orLetter(isPassword) : isPassword;
  const { scheme, slashes, host, path, query, fragment } = splitUrl(bare);
  const clean = (part: string) =>
    rewriteBetween(part, /[?#&;/]/g, (pair) => withoutPassword(pair, isPassword, depth));
  const pairs = (part: string) => cleanPairs(withoutUserInfo(part), clean, isNamed, depth);
  return scheme + slashes + host + clean(withoutUserInfo(path)) + pairs(query) + pairs(fragment);
}

function withoutUserInfo(part: string): string {
  return part.includes('@') ? part.replace(USER_INFO, '$1') : part;
}

/** A query's values may hold any mark but `&`. */
function cleanPairs(
  part: string,
  clean: (part: string) => string,
  isPassword: IsPassword,
  depth: number,
): string {
  if (!part.includes('=')) return clean(part);
  const from = 1 + Math.max(0, part.slice(1, part.indexOf('=')).lastIndexOf('?') + 1);
  const pairs = rewriteBetween(part.slice(from), /&/g, (pair) =>
    withoutPassword(pair, isPassword, depth),
  );
  return clean(part.slice(0, from)) + pairs;
}

function withoutPassword(pair: string, isPassword: IsPassword, depth: number): string {
  const { name, value } = splitPair(pair);
  // A text was asked as a whole before it was split.
  if (value === undefined)
    return depth > 0 && !pair.includes('%') ? pair : withoutEncoded(pair, isPassword, depth);
  if (value === '') return pair;
  const marked = QUOTED_MARK.exec(value)?.[0] ?? '';
  if (marked === '' && isPassword(nameOf(name)) && !JWT.test(value))
    return `${name}=${PASSWORD_MARK}`;
  const rest = withoutEncoded(value.slice(marked.length), isPassword, depth);
  return `${withoutEncoded(name, isPassword, depth)}=${marked}${rest}`;
}

/** In a text the name is what stands behind the last mark: `<in type`, `user, password`. */
function nameOf(written: string): string {
  const name = decodeWhole(written.replaceAll('+', ' '));
  if (!/[<>{}"(),]/.test(name)) return name;
  return name.split(/[\s<>{}"(),]+/).findLast((word) => word !== '') ?? name;
}

function withoutQuoted(text: string, isPassword: IsPassword): string {
  return /["'([{]/.test(text) ? withoutArguments(text, isPassword) : text;
}

/** A part of an address, in which another one may be written, or a text. */
function withoutEncoded(part: string, isPassword: IsPassword, depth: number): string {
  const plain = decodePercent(part);
  if (depth >= MAX_DEPTH || !NAMES_SOMETHING.test(plain)) return part;
  const kept = withoutTextPasswords(plain, isPassword, depth + 1);
  if (kept === plain) return part;
  return plain === part ? kept : encodePercent(kept);
}

function decodeWhole(name: string): string {
  let plain = name;
  for (let layer = 0; layer < MAX_DEPTH && /%[0-9a-f]{2}/i.test(plain); layer++)
    plain = decodePercent(plain);
  return plain;
}

/**
 * A text that may be an address, form data, JSON, XML or a GraphQL document with arguments in it
 * (GraphQL §2.6), without the passwords that are named in it.
 */
export function withoutTextPasswords(
  source: string,
  isPassword: IsPassword = isPasswordField,
  depth = 0,
): string {
  if (!saysSomething(source)) return source;
  if (isPassword.mayBeIn?.(source) === false) return withoutTyped(source);
  const json = parseJson(source);
  const inner = (text: string) =>
    depth < MAX_DEPTH ? withoutTextPasswords(text, isPassword, depth + 1) : text;
  const kept =
    json === undefined ? undefined : withoutJsonPasswords(source, json, isPassword, inner);
  if (kept !== undefined) return kept;
  const bare = withoutLines(withoutQuoted(withoutTyped(source), isPassword), isPassword);
  const text = bare.includes('<') ? withoutElements(bare, isPassword) : bare;
  return withoutNamed(withoutBasicPairs(text), isPassword, depth);
}

function withoutTyped(source: string): string {
  return rewriteTyped(source, () => PASSWORD_MARK);
}
