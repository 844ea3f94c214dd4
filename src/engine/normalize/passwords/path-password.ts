import { decodePercent, rewriteBetween, splitUrl } from '../addresses/raw-url.js';
import { isNoPathValue, looksLikePassword } from './path-value.js';
import { isPasswordField, isPinField, PASSWORD_MARK } from './password-field.js';
import { isNamedPassword } from './password-name.js';
import { regex } from '../../regex.js';
import { unaccented } from '../words/unaccented.js';

// Addresses that name what they hold in their path: `/login/email/ada@shop.test/pass/…`.

/** Who it is that the password is of. */
const WHO = regex()`
  ^(?:user|user-?name|user-?id|uid|uname|login|login-?name|login-?id|e-?mail|mail|account|member
  |nick|nick-?name|phone|mobile|msisdn|customer|client|client-?id|usuario|utilizador|utilisateur
  |identifiant|benutzer|benutzername|utente|gebruiker|gebruikersnaam|uzytkownik|uzivatel|kullanici
  |kullanici-?adi|felhasznalo|brukernavn|anvandarnamn|kayttaja|логин|пользователь|用户名|사용자|아이디)$`;
/** Of an application a secret is what a password is of somebody. */
const SECRET = /^(?:client|app|api|user)?[-_]?secret$/i;
/** Several of them are a collection. */
const MANY = /(?<!s)s$|worter$/;
/** What is about passwords is called by one as well. */
const ABOUT = /reset|forg|lost|recover|chang|updat|polic|strength|hint|valid|check|gen|less/i;
/** Few words, for a worker that starts reads them. */
const BY_LOGIN = /^(?:(?:log|sign)[-_]?(?:in|on)|(?:o?auth|authenticate)\d?|session)s?$/i;
const MAX_NAME = 32;
const NOT_SPLIT = /^(?:data|blob|javascript):$/i;

/** An address without the passwords in its path; a mark stays in their place. */
export function withoutPathPasswords(address: string): string {
  return rewritePathPasswords(address, () => PASSWORD_MARK);
}

/** An address with the passwords in its path, or in what looks like one, written anew. */
export function rewritePathPasswords(address: string, write: (raw: string) => string): string {
  if (!mayHave(address)) return address;
  const { scheme, slashes, userInfo, host, path, query, fragment } = splitUrl(address);
  if (NOT_SPLIT.test(scheme)) return address;
  const parts = [path, query, fragment].map((part) => rewriteSegments(part, write));
  return scheme + slashes + userInfo + host + parts.join('');
}

/** The name before a password that {@link withoutPathPasswords} took out, of whoever logs in. */
export function pathPasswordOf(url: string): string | undefined {
  if (!url.includes(`/${PASSWORD_MARK}`)) return undefined;
  const names = splitUrl(url).path.split(/[/\\]/).map(nameOf);
  const at = names.findIndex(
    (name, index) => name === PASSWORD_MARK && isPasswordName(names[index - 1] ?? ''),
  );
  if (at < 0) return undefined;
  const before = names.slice(0, at - 1);
  return whoIn(before) !== undefined || before.some(isLogin) ? names[at - 1] : undefined;
}

function mayHave(address: string): boolean {
  return isPasswordField.mayBeIn(address) || /secret/i.test(address);
}

function rewriteSegments(part: string, write: (raw: string) => string): string {
  const before: string[] = [];
  return rewriteBetween(part, /[/\\]/g, (segment) => {
    const raw = /^[^?&#;]*/.exec(segment)![0];
    const name = before.at(-1) ?? '';
    const value = decodePercent(raw);
    const isOne = raw !== '' && isPassword(value, name, before.slice(0, -1));
    before.push(nameOf(segment));
    return isOne ? write(raw) + segment.slice(raw.length) : segment;
  });
}

/** A word may be one where it is said whose; else it has to look like one. */
function isPassword(value: string, name: string, before: readonly string[]): boolean {
  const isSecret = SECRET.test(name);
  if ((!isSecret && !isPasswordName(name)) || isNoPathValue(value)) return false;
  const who = whoIn(before);
  if (isSecret) return who !== undefined && /^(?=.*\d).{6}/.test(value);
  if (/^\d{9}/.test(value) && isPinField(name)) return false;
  // Of a row by its number a word is a page.
  if (who !== undefined) return !/^\d+$/.test(who) || !/^[\p{L}_-]+$/u.test(value);
  return looksLikePassword(value) && (isNamedPassword(name) || before.some(isLogin));
}

/** The value of the pair that says who it is, in a row of pairs up to here. */
function whoIn(before: readonly string[]): string | undefined {
  const at = before.findLastIndex(
    (name, index) => (before.length - index) % 2 === 0 && WHO.test(unaccented(name)),
  );
  const who = before[at + 1] ?? '';
  return at < 0 || who === '' || isNoPathValue(who) ? undefined : who;
}

function isPasswordName(name: string): boolean {
  if (name.length > MAX_NAME || !isPasswordField(name)) return false;
  return !MANY.test(unaccented(name)) && !ABOUT.test(name);
}

function isLogin(name: string): boolean {
  return BY_LOGIN.test(name);
}

/** What stands before a file's parameters. */
function nameOf(segment: string): string {
  return decodePercent(segment).replace(/^[?#!]+/, '');
}
