import type { Header } from '../../model.js';
import { decodeBase64, latin1, utf8 } from '../../base64.js';
import { parseUrl } from '../addresses/site.js';
import { decodePercent } from '../addresses/raw-url.js';
import { parametersOf } from '../addresses/url-parameters.js';
import { plainMimeType, readFields } from '../bodies/body-fields.js';
import { parseJson, stringsOf } from '../bodies/json-strings.js';
import type { RawField } from '../bodies/raw-field.js';
import { isMasked } from '../sources/masked-value.js';
import { LIMITS } from '../../settings.js';
import { isPasswordField, PASSWORD_MARK } from './password-field.js';
import { withoutPasswords, withoutTextPasswords } from './without-passwords.js';

/** A request as it was written, before anything of it is kept. */
export interface WrittenRequest {
  readonly url: string;
  readonly headers: readonly Pick<Header, 'name' | 'value'>[];
  readonly body?: { readonly mimeType: string; readonly text: string } | undefined;
}

/** What a request has of passwords, and what else stands beside them. */
export interface SentPasswords {
  readonly passwords: ReadonlySet<string>;
  readonly others: readonly string[];
}

/**
 * The passwords of a request, for as long as it takes to compare them: in its body, its address, or
 * as HTTP Basic.
 */
export function sentPasswords({ url, headers, body }: WrittenRequest): SentPasswords {
  const found = new Found();
  for (const { value } of headers.filter(isBasic)) inPair(value, found);
  inAddress(url, found);
  if (body) for (const field of fieldsOf(body)) inField(field, found);
  return found;
}

/** True for a header with name and password (RFC 7617 §2). */
export function isBasic({ name, value }: Pick<Header, 'name' | 'value'>): boolean {
  return /^(?:proxy-)?authorization$/i.test(name) && /^\s*basic\s/i.test(value);
}

class Found implements SentPasswords {
  readonly passwords = new Set<string>();
  readonly others: string[] = [];

  add(value: string, isSecret: boolean): void {
    if (value === '' || (isSecret && isMasked(value))) return;
    if (isSecret) this.passwords.add(value);
    else this.others.push(value);
  }
}

/** RFC 7617 §2: what follows the first colon is the password. */
function inPair(authorization: string, found: Found): void {
  const pair = /^\s*basic\s+([\w+/-]+={0,2})\s*$/i.exec(authorization)?.[1];
  const [, user = '', password = ''] = /^([^:]*):([^]*)$/.exec(textOf(pair)) ?? [];
  found.add(user, false);
  found.add(password, true);
}

/** RFC 7617 §2.1: in no encoding that is told. */
function textOf(base64 = ''): string {
  const bytes = decodeBase64(base64);
  return bytes ? (utf8(bytes) ?? latin1(bytes)) : '';
}

function inAddress(url: string, found: Found): void {
  const clean = withoutPasswords(url);
  const written = clean === url ? undefined : parseUrl(url);
  if (!written) return;
  found.add(decodePercent(written.username), false);
  found.add(decodePercent(written.password), true);
  for (const password of droppedFrom(url, clean)) found.add(password, true);
  const kept = parseUrl(clean);
  for (const [, value] of kept ? parametersOf(kept) : [])
    if (value !== PASSWORD_MARK) found.add(value, false);
}

/** All of JSON, of which a body keeps less. */
function fieldsOf({ mimeType, text }: NonNullable<WrittenRequest['body']>): readonly RawField[] {
  const source = text.slice(0, LIMITS.body);
  const { kind, all } = readFields(plainMimeType(mimeType), mimeType, source, []);
  const json = kind === 'json' ? parseJson(source) : undefined;
  if (json !== undefined) return [...all.filter(isPassword), ...stringsOf(json)];
  return kind === 'other' && all.length === 0 ? [{ pointer: '', value: source }] : all;
}

function isPassword({ isPassword: isTold = false, pointer }: RawField): boolean {
  return isTold || isPasswordField(pointer);
}

function inField(field: RawField, found: Found): void {
  const { value } = field;
  if (isPassword(field)) return found.add(value, true);
  const clean = withoutTextPasswords(value);
  if (clean === value) return found.add(value, false);
  for (const password of droppedFrom(value, clean)) found.add(password, true);
  for (const piece of clean.split(/[&;,{}\s]+/)) found.add(piece.replace(/^.*?[=:]/, ''), false);
}

/** What a mark stands for in the place of: the rest is the same in both. */
function droppedFrom(source: string, clean: string): string[] {
  const [first = '', ...kept] = clean.split(PASSWORD_MARK);
  if (!source.startsWith(first)) return [];
  const dropped: string[] = [];
  let at = first.length;
  for (const [index, next] of kept.entries()) {
    const isLast = index === kept.length - 1;
    const to = isLast ? source.length - next.length : source.indexOf(next, at);
    if (to < at || !source.startsWith(next, to)) return [];
    const value = source.slice(at, to).replace(/^(\\*["'])([^]*)\1$/, '$2');
    dropped.push(decodePercent(value));
    at = to + next.length;
  }
  return dropped;
}
