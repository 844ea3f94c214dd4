import type { Body } from '../../model.js';
import type { HeldAs, PasswordCookie } from '../../kept-password.js';
import { unfoldSetCookie } from '../sources/folded-cookies.js';
import { decodedTexts } from './decoded-texts.js';
import { holdsPassword, isTold } from './held-password.js';
import { digestsIn, isDigest, isDigestOf } from './password-digests.js';
import { isBasic, sentPasswords, type WrittenRequest } from './sent-passwords.js';

type Headers = WrittenRequest['headers'];

/** The same request, as it is kept: without its passwords. */
interface KeptRequest {
  readonly url: string;
  readonly body?: Pick<Body, 'passwordField'> | undefined;
}

interface Written {
  readonly name: string;
  readonly value: string;
}

/**
 * The cookies of an exchange, sent or set, that hold the password which its request has: told by
 * their names while both are at hand, since neither the engine nor a recording keeps a password.
 */
export function passwordCookies(
  request: WrittenRequest,
  answer: Headers,
  kept: KeptRequest,
): PasswordCookie[] {
  if (!hadPassword(request, kept)) return [];
  const cookies = cookiesIn([...request.headers, ...answer]);
  if (cookies.length === 0) return [];
  const { passwords, others } = sentPasswords(request);
  const telling = [...passwords].filter((password) => isTold(password, others));
  if (telling.length === 0) return [];
  const held = new Map<string, HeldAs>();
  for (const cookie of cookies) {
    const how = held.has(cookie.name) ? undefined : howHeld(cookie, telling, others);
    if (how) held.set(cookie.name, how);
  }
  return [...held].map(([name, how]) => ({ name, held: how }));
}

/** By what was left out of what is kept: most requests have none. */
function hadPassword({ url, headers }: WrittenRequest, kept: KeptRequest): boolean {
  return kept.url !== url || kept.body?.passwordField !== undefined || headers.some(isBasic);
}

/** A shorter value is no password that could be told from other words. */
const LEAST = 4;

function cookiesIn(headers: Headers): Written[] {
  const pairs = headers.flatMap(({ name, value }) => {
    if (/^cookie$/i.test(name)) return value.split(';');
    return /^set-cookie$/i.test(name) ? unfoldSetCookie(value).map(pairOf) : [];
  });
  return pairs.flatMap((pair) => {
    const equals = pair.indexOf('=');
    const value = pair.slice(equals + 1).trim();
    return equals > 0 && value.length >= LEAST
      ? [{ name: pair.slice(0, equals).trim(), value }]
      : [];
  });
}

function pairOf(line: string): string {
  return line.split(';', 1)[0]!;
}

function howHeld(
  { name, value }: Written,
  passwords: readonly string[],
  others: readonly string[],
): HeldAs | undefined {
  const telling = passwords.filter((password) => isTold(password, [name]));
  if (telling.length === 0) return undefined;
  const texts = decodedTexts(value);
  for (const [layer, text] of texts.entries()) {
    const found = telling.find((password) => holdsPassword({ name, text }, password, others));
    // Pages that hash a password send the hash in its place.
    if (found !== undefined) return isDigest(found) ? 'hash' : layer === 0 ? 'plain' : 'encoded';
  }
  const digests = new Set(texts.flatMap(digestsIn));
  const isHash = digests.size > 0 && telling.some((password) => isDigestOf(password, digests));
  return isHash ? 'hash' : undefined;
}
