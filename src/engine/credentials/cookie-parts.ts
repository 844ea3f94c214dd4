import { parseJson } from '../normalize/bodies/json-strings.js';
import { formatOf } from '../values/format.js';
import { formatFacts } from '../values/formats.js';
import { decodeJweHeader, decodeJws } from '../values/tokens/jws.js';
import { decodeJwt, findJwts, isJwt } from '../values/tokens/jwt.js';
import { unwrapBase64, unwrapPlain } from '../values/unwrap.js';
import type { CredentialStore } from './credential-store.js';
import { readValue } from './record.js';
import { regex } from '../regex.js';

/** A value too long for one cookie is cut over several (`.0`, `.1`): each is known by the whole. */
export function joinParts(
  store: CredentialStore,
  cookies: readonly NamedValue[],
  among: readonly string[],
): void {
  const joined = joinCookieParts(cookies);
  const signedNames = cookiesSignedBySibling(cookies);
  if (joined.length === 0 && signedNames.length === 0) return;
  const known = among.flatMap((id) => store.byId(id) ?? []).filter(({ kind }) => kind === 'cookie');
  for (const { value, parts } of joined) {
    for (const { id, name } of known)
      if (parts.includes(name)) store.change(id, (draft) => readValue(draft, value));
  }
  for (const name of signedNames) {
    for (const signature of known.filter((one) => one.name === `${name}.sig`)) {
      const signed = known.find((one) => one.name === name && one.host === signature.host);
      if (signed) noteSignature(store, signature.id, signed.id);
    }
  }
}

/** `name.sig` signs `name` (Keygrip): the value is signed, and by itself it stands for no one. */
function noteSignature(store: CredentialStore, signature: string, signed: string): void {
  if (store.byId(signature)?.signs !== signed)
    store.change(signature, (draft) => void (draft.signs = signed));
  if (store.byId(signed)?.format === 'opaque')
    store.change(signed, (draft) => void (draft.format = 'signed'));
}

interface NamedValue {
  name: string;
  value: string;
}

/** A value that was too large for one cookie, put together again. */
export interface JoinedCookie {
  /** What the parts' names have in common. */
  name: string;
  value: string;
  /** Names of the cookies that hold it, in order. */
  parts: string[];
}

/** `name.0` (Auth.js, Supabase), `name-0`, `name_0` (oauth2-proxy), `nameC1` (ASP.NET Core). */
export const PART = /^(.+?)([._-]|C)(\d{1,2})$/;
const MIN_PARTS = 2;
/** Base64url lengths of signatures (RFC 7518 §3) and authentication tags (§5) that have but one. */
const LAST_SEGMENT: ReadonlyMap<string, number> = new Map([
  ['none', 0],
  ['HS256', 43],
  ['HS384', 64],
  ['HS512', 86],
  ['ES256', 86],
  ['ES256K', 86],
  ['EdDSA', 86],
  ['Ed25519', 86],
  ['ES384', 128],
  ['ES512', 176],
  ['A128GCM', 22],
  ['A192GCM', 22],
  ['A256GCM', 22],
  ['A128CBC-HS256', 22],
  ['A192CBC-HS384', 32],
  ['A256CBC-HS512', 43],
]);
/** RSA with 2048, 3072 and 4096 bits. */
const RSA_SIGNATURE: ReadonlySet<number> = new Set([342, 512, 683]);

/**
 * Values that a framework cut into several cookies, among the cookies of one request or jar. Parts
 * count up from 0 or 1 without a gap, and together they are what no part alone is: a known token.
 */
export function joinCookieParts(cookies: readonly NamedValue[]): JoinedCookie[] {
  const families = new Map<string, Map<number, NamedValue>>();
  for (const cookie of cookies) {
    const [, base, separator, number] = PART.exec(cookie.name) ?? [];
    if (base === undefined || separator === undefined) continue;
    const key = JSON.stringify([base, separator]);
    const family = families.get(key) ?? new Map<number, NamedValue>();
    families.set(key, family.set(Number(number), cookie));
  }
  const joined = [...families].flatMap(([key, family]) => {
    const [name, separator] = JSON.parse(key) as [string, string];
    const announced = separator === 'C' ? announcedParts(cookies, name) : undefined;
    return separator === 'C' && announced === undefined
      ? []
      : (joinFamily(name, family, announced) ?? []);
  });
  if (joined.length === 0) return joinSplitJwts(cookies);
  const used = new Set(joined.flatMap(({ parts }) => parts));
  return [...joined, ...joinSplitJwts(cookies.filter(({ name }) => !used.has(name)))];
}

/** HMAC-SHA1, -SHA256, -SHA384 or -SHA512 in base64url, padded or not, or in hexadecimal. */
const SIGNATURE = regex('i')`
  ^(?:[A-Za-z0-9_-]{27}=?|[A-Za-z0-9_-]{43}=?|[A-Za-z0-9_-]{64}|[A-Za-z0-9_-]{86}(?:==)?
  |(?:[0-9a-f]{40}|[0-9a-f]{96}|[0-9a-f]{128}))$`;

/** Cookies that `name.sig` beside them signs (Keygrip: cookie-session, Koa), by name. */
export function cookiesSignedBySibling(cookies: readonly NamedValue[]): string[] {
  const signatures = cookies.filter(
    ({ name, value }) => name.endsWith('.sig') && SIGNATURE.test(value),
  );
  if (signatures.length === 0) return [];
  const names = new Set(cookies.map(({ name }) => name));
  return signatures
    .map(({ name }) => name.slice(0, -'.sig'.length))
    .filter((name) => names.has(name));
}

/** ASP.NET Core's ChunkingCookieManager writes `chunks-3` where the value would stand. */
function announcedParts(cookies: readonly NamedValue[], name: string): number | undefined {
  const head = cookies.find((cookie) => cookie.name === name)?.value ?? '';
  const count = /^chunks-(\d{1,2})$/.exec(head)?.[1];
  return count === undefined ? undefined : Number(count);
}

function joinFamily(
  name: string,
  family: Map<number, NamedValue>,
  announced: number | undefined,
): JoinedCookie | undefined {
  const first = family.has(0) ? 0 : 1;
  const parts: NamedValue[] = [];
  for (let part = family.get(first); part; part = family.get(first + parts.length))
    parts.push(part);
  const value = parts.map((part) => part.value).join('');
  const joined = { name, value, parts: parts.map((part) => part.name) };
  if (announced !== undefined) return parts.length === announced ? joined : undefined;
  if (parts.length < MIN_PARTS || parts.some((part) => isComplete(part.value))) return undefined;
  return isRecognised(value) ? joined : undefined;
}

/** Header and payload; they need a dot between them, which most values have not. */
function isHead(value: string): boolean {
  return value.includes('.') && /^[A-Za-z0-9_-]{14,}\.[A-Za-z0-9_-]+\.?$/.test(value);
}

/** A JWT's signature in an HttpOnly cookie of its own, the rest readable by script. */
function joinSplitJwts(cookies: readonly NamedValue[]): JoinedCookie[] {
  const heads = cookies.filter(({ value }) => isHead(value));
  if (heads.length === 0) return [];
  const signatures = cookies.filter(({ value }) => /^\.?[A-Za-z0-9_-]{43,683}$/.test(value));
  return heads.flatMap((head) =>
    signatures.slice(0, 8).flatMap((signature) => {
      const value = `${head.value.replace(/\.$/, '')}.${signature.value.replace(/^\./, '')}`;
      const related = commonPrefix(head.name, signature.name) >= 3;
      return related && decodeJwt(value) && isComplete(value)
        ? [{ name: head.name, value, parts: [head.name, signature.name] }]
        : [];
    }),
  );
}

function isRecognised(value: string): boolean {
  if (formatFacts(formatOf(value).format).structured) return true;
  if (findJwts(value).length === 0) return false;
  return [unwrapPlain(value), ...unwrapBase64(value)].some(
    (text) => isJwt(text) || parseJson(text) !== undefined,
  );
}

/** A token cut in its last segment still decodes, but that has not the length of its algorithm. */
function isComplete(value: string): boolean {
  if (!formatFacts(formatOf(value).format).structured) return false;
  const plain = unwrapPlain(value);
  const algorithm = decodeJweHeader(plain)?.enc ?? decodeJws(plain)?.header.alg;
  if (typeof algorithm !== 'string') return true;
  const length = plain.length - plain.lastIndexOf('.') - 1;
  return (
    LAST_SEGMENT.get(algorithm) === length ||
    (!LAST_SEGMENT.has(algorithm) && RSA_SIGNATURE.has(length))
  );
}

function commonPrefix(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length++;
  return length;
}
