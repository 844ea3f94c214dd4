import { isPasswordField, PASSWORD_MARK } from './password-field.js';
import { decodePercent, encodePercent, rewriteBetween, splitPair, splitUrl } from './raw-url.js';

/** Addresses in parameters of addresses are followed so deep; a login form writes one or two. */
const MAX_DEPTH = 4;
/** Without any of these nothing can be named in an address. */
const NAMES_SOMETHING = /[@=:]/;
const ARGUMENT = /([\p{L}\p{M}\w.-]{1,64})\\{0,8}["']?\s{0,16}:\s{0,16}(\\{0,8}(?:"""|["']))/gu;

/** True for the name of a field whose value is a password; a page may tell more of them. */
export type IsPassword = (name: string) => boolean;

/**
 * An address, or what is written like one (form data), without user info and without the values of
 * password parameters, wherever they stand: query, fragment, path parameters, addresses inside.
 * A mark stays in their place. Passwords are never kept, so this comes before anything keeps it.
 */
export function withoutPasswords(
  address: string,
  isPassword: IsPassword = isPasswordField,
  depth = 0,
): string {
  if (!NAMES_SOMETHING.test(address)) return address;
  const { scheme, slashes, userInfo, host, path, query, fragment } = splitUrl(address);
  if (userInfo === '' && !/[=:]/.test(path + query + fragment)) return address;
  const clean = (part: string) =>
    rewriteBetween(part, /[?#&;/]/g, (pair) => withoutPassword(pair, isPassword, depth));
  const kept = clean(path) + cleanPairs(query, clean, isPassword, depth);
  return scheme + slashes + host + kept + cleanPairs(fragment, clean, isPassword, depth);
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
  if (value === undefined || value === '') return pair;
  if (isPassword(decodePercent(name.replaceAll('+', ' ')))) return `${name}=${PASSWORD_MARK}`;
  const plain = decodePercent(value);
  const kept = depth < MAX_DEPTH ? withoutTextPasswords(plain, isPassword, depth + 1) : plain;
  if (kept === plain) return pair;
  return `${name}=${plain === value ? kept : encodePercent(kept)}`;
}

/**
 * A text that may be an address, form data, JSON or a GraphQL document with arguments in it
 * (GraphQL §2.6), without the passwords that are named in it.
 */
export function withoutTextPasswords(
  source: string,
  isPassword: IsPassword = isPasswordField,
  depth = 0,
): string {
  const bare = /^\s*[{[]|[{(]/.test(source) ? withoutArguments(source, isPassword) : source;
  return withoutPasswords(bare, isPassword, depth);
}

/** `login(password: "…")`, `{"password":"…"}`, `{\"password\":\"…\"}`: strings behind a name. */
function withoutArguments(source: string, isPassword: IsPassword): string {
  let kept = '';
  let from = 0;
  const search = new RegExp(ARGUMENT);
  for (let found = search.exec(source); found; found = search.exec(source)) {
    const end = endOfString(source, search.lastIndex, found[2]!);
    if (isPassword(found[1]!)) {
      kept += source.slice(from, search.lastIndex) + PASSWORD_MARK;
      from = end;
    }
    search.lastIndex = end;
  }
  return kept + source.slice(from);
}

/** Where the quote stands again that began the string, behind no more backslashes. */
function endOfString(source: string, from: number, quote: string): number {
  const mark = quote.replace(/^\\*/, '');
  const escapes = quote.length - mark.length;
  for (let at = source.indexOf(mark, from); at >= 0; at = source.indexOf(mark, at + 1)) {
    let before = at;
    while (before > from && source[before - 1] === '\\') before--;
    if (at - before <= escapes) return before;
  }
  return source.length;
}
