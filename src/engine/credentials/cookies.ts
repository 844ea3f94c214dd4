import type { CredentialDraft } from './draft.js';
import type { Credential, ExchangeRef, JarCookie, Millis } from '../model.js';
import type { CookiePair } from '../cookies/cookie-header.js';
import { type CookieRequest, CURRENT_POLICY } from '../cookies/cookie-context.js';
import { LIFETIME_CAP } from '../cookies/cookie-mode.js';
import { setVerdict } from '../cookies/cookie-verdict.js';
import {
  domainMatches,
  LONG_AGO,
  pathMatches,
  readSetCookie,
  type SetCookie,
} from '../cookies/set-cookie.js';
import { originOf, parseUrl, siteOf } from '../normalize/site.js';
import { diagnosis, text } from '../text.js';
import { cookiesSignedBySibling, joinCookieParts } from './cookie-parts.js';
import type { CredentialStore } from './credential-store.js';
import type { NewSighting } from './sighting.js';

const MAX_DIAGNOSES = 10;
/** Values with which frameworks delete a cookie. */
const DELETION_VALUES: ReadonlySet<string> = new Set([
  '',
  'deleted',
  'deleteMe',
  'delete',
  'expired',
  '""',
  'null',
]);

/** The exchange in which a cookie is seen. */
export interface CookieContext {
  url: string;
  at: Millis;
  ref: ExchangeRef;
  pageSite?: string;
  /** Origin of the script of another site that made the request. */
  script?: string;
  /** The request as cookies look at it: who asked, from where. */
  request: CookieRequest;
}

/** Sees the cookies of a request; returns their credentials' ids. */
export function seeSentCookies(
  store: CredentialStore,
  pairs: readonly CookiePair[],
  context: CookieContext,
): string[] {
  const ids: string[] = [];
  const claimed = new Set<CredentialDraft>();
  for (const { name, value } of pairs) {
    const place = placeOf(name, 'sent', context);
    const credential =
      sentCookie(store, name, value, context, claimed) ?? unknownCookie(store, name, value, place);
    if (!credential) continue;
    claimed.add(credential);
    if (!credential.cookie?.setBy) settleSite(credential, context.url);
    changeValue(store, credential, value, {
      at: context.at,
      wasHeld: isHeld(credential, context.at),
    });
    store.see(credential, place);
    ids.push(credential.id);
  }
  joinParts(store, pairs, claimed);
  return ids;
}

/** A value too long for one cookie is cut over several (`.0`, `.1`): each part is known by the whole. */
export function joinParts(
  store: CredentialStore,
  cookies: readonly CookiePair[],
  among: Iterable<CredentialDraft> = store.all(),
): void {
  for (const { value, parts } of joinCookieParts(cookies)) {
    for (const credential of among) {
      if (credential.carrier === 'cookie' && parts.includes(credential.name))
        store.describeAs(credential, value);
    }
  }
  joinSignatures(cookies, [...among]);
}

/** `name.sig` signs `name` (Keygrip): the value is signed, and the signature stands for no one by itself. */
function joinSignatures(cookies: readonly CookiePair[], among: readonly Credential[]): void {
  for (const name of cookiesSignedBySibling(cookies)) {
    for (const signature of among.filter(
      (c) => c.carrier === 'cookie' && c.name === `${name}.sig`,
    )) {
      const signed = among.find(
        (c) => c.carrier === 'cookie' && c.name === name && c.host === signature.host,
      );
      if (!signed) continue;
      signature.signs = signed.id;
      if (signed.format === 'opaque') signed.format = 'signed';
    }
  }
}

/** What a Set-Cookie line did: to which credential, and whether anything is different now. */
export interface CookieSet {
  id: string;
  /** False where the same value was only set again, as rolling sessions do. */
  changed: boolean;
}

/** Sees one Set-Cookie line; undefined where it did nothing. */
export function seeSetCookie(
  store: CredentialStore,
  line: string,
  context: CookieContext,
): CookieSet | undefined {
  const cookie = judgedCookie(store, line, context);
  const identity = identityOf(
    cookie.name,
    cookie.attributes,
    cookie.attributes.partitioned ? (context.pageSite ?? '') : '',
  );
  const known =
    store.byIdentity(identity) ??
    adoptUnknown(store, cookie.name, identity, cookie.attributes, cookie.value);
  if (!cookie.rejected && (cookie.expiresAt ?? Infinity) <= context.at) {
    return expire(store, known, cookie, identity, context);
  }
  if (cookie.rejected && known?.attributes && !known.cookie?.rejected) {
    // The browser keeps the one it has.
    known.cookie = {
      ...known.cookie,
      diagnoses: [...(known.cookie?.diagnoses ?? []), diagnosis(cookie.rejected.text)].slice(
        -MAX_DIAGNOSES,
      ),
    };
    store.note(known, 'rejected', context.at, context.ref);
    return { id: known.id, changed: false };
  }
  const place = placeOf(cookie.name, 'received', context);
  const credential = known ?? store.create(identity, cookie.value, place);
  if (!credential) return undefined;
  if (known) forgetClearing(known, context.ref);
  const wasHeld = !known || isHeld(known, context.at);
  const changed =
    !known?.cookie?.setBy || known.value !== cookie.value || known.cookie.clearedAt !== undefined;
  describe(credential, cookie, context);
  if (cookie.rejected) store.note(credential, 'rejected', context.at, context.ref);
  changeValue(store, credential, cookie.value, { at: context.at, by: context.ref, wasHeld });
  store.see(credential, place);
  return { id: credential.id, changed };
}

/** The line as a browser takes it: also SameSite across sites, and secure cookies that http may not touch. */
function judgedCookie(
  store: CredentialStore,
  line: string,
  { request, at }: CookieContext,
): SetCookie {
  const name = readSetCookie(line, request.url, at).name;
  const jar = store
    .cookiesNamed(name)
    .flatMap(({ attributes, cookie, value }) =>
      attributes && !cookie?.rejected && cookie?.clearedAt === undefined
        ? { ...attributes, name, value }
        : [],
    );
  const { cookie, rejections } = setVerdict(line, request, at, CURRENT_POLICY, jar);
  const [rejected] = rejections;
  return rejected ? { ...cookie, rejected, rejections } : cookie;
}

/** Gives a cookie a value; a new one in place of one that the browser held is a rotation. */
function changeValue(
  store: CredentialStore,
  credential: CredentialDraft,
  value: string,
  { at, by, wasHeld }: { at: Millis; by?: ExchangeRef; wasHeld: boolean },
): void {
  const changes = credential.valueCount > 0 && credential.value !== value;
  store.setValue(credential, value);
  if (changes && wasHeld) store.note(credential, 'rotated', at, by);
  else if (changes || (by && !wasHeld)) store.note(credential, 'issued', at, by);
  else if (by) store.explain(credential, at, by);
}

/** Whether the browser had it until this exchange: what was deleted, refused or has expired is no more. */
function isHeld({ attributes, cookie, expiresAt }: CredentialDraft, at: Millis): boolean {
  if (cookie?.rejected || cookie?.expiredOnArrival || cookie?.clearedAt !== undefined) return false;
  return !attributes?.persistent || (expiresAt ?? Infinity) > at;
}

/** Some servers delete a cookie and set it in one response: it never ended. */
function forgetClearing({ cookie, life }: CredentialDraft, by: ExchangeRef): void {
  if (cookie?.clearedBy?.id !== by.id) return;
  if (life.at(-1)?.type === 'cleared' && life.at(-1)?.exchange?.id === by.id) life.pop();
  delete cookie.clearedAt;
  delete cookie.clearedBy;
}

/** Sees a cookie in the browser's jar. */
export function seeJarCookie(
  store: CredentialStore,
  cookie: JarCookie,
  site: string,
  at: Millis,
): void {
  const identity = identityOf(cookie.name, cookie, cookie.partitionKey ?? '');
  const known =
    store.byIdentity(identity) ?? adoptUnknown(store, cookie.name, identity, cookie, cookie.value);
  // The tab may be between two pages; the response that set it knows better.
  const scheme =
    known?.cookie?.setOver ?? (!cookie.secure && site.startsWith('http:') ? 'http' : 'https');
  const place: NewSighting = {
    carrier: 'cookie',
    locator: cookie.name,
    direction: 'stored',
    origin: `${scheme}://${cookie.domain}`,
    at,
  };
  const credential = known ?? store.create(identity, cookie.value, place);
  if (!credential) return;
  const wasHeld = isHeld(credential, at);
  const { httpOnly, secure, sameSite, domain, path, hostOnly, partitioned, persistent } = cookie;
  credential.attributes = {
    httpOnly,
    secure,
    sameSite: keepAsked(credential, sameSite),
    domain,
    path,
    hostOnly,
    partitioned,
    persistent,
  };
  credential.expires = persistent ? 'at' : 'session';
  if (cookie.expiresAt === undefined) delete credential.expiresAt;
  else credential.expiresAt = cookie.expiresAt;
  delete credential.cookie?.rejected;
  delete credential.cookie?.clearedAt;
  changeValue(store, credential, cookie.value, { at, wasHeld });
  store.see(credential, place);
}

/** A jar says `unset` as `lax` in some browsers; what the server asked for is what rules judge. */
function keepAsked(credential: CredentialDraft, jar: JarCookie['sameSite']): JarCookie['sameSite'] {
  const asked = credential.attributes?.sameSite;
  return asked === 'unset' && credential.cookie?.setBy ? 'unset' : jar;
}

function identityOf(
  name: string,
  at: { domain: string; path: string; hostOnly: boolean },
  partition: string,
): string {
  return `cookie:${JSON.stringify([name, at.domain, at.hostOnly, at.path, partition])}`;
}

function placeOf(
  name: string,
  direction: 'sent' | 'received',
  context: CookieContext,
): NewSighting {
  return {
    carrier: 'cookie',
    locator: name,
    direction,
    origin: originOf(context.url),
    at: context.at,
    exchange: context.ref,
    ...(context.pageSite ? { pageSite: context.pageSite } : {}),
  };
}

/** The known cookie that a Cookie header's pair is: by name, domain and path, and by value if several fit. */
function sentCookie(
  store: CredentialStore,
  name: string,
  value: string,
  context: CookieContext,
  claimed: Set<CredentialDraft>,
): CredentialDraft | undefined {
  const target = parseUrl(context.url);
  if (!target) return undefined;
  const fitting = store.cookiesNamed(name).filter((c) => !claimed.has(c) && fits(c, target));
  return fitting.find((c) => c.value === value) ?? fitting.find((c) => !c.cookie?.rejected);
}

function fits({ attributes, host }: CredentialDraft, target: URL): boolean {
  if (!attributes) return host === target.hostname;
  const domainFits = attributes.hostOnly
    ? attributes.domain === target.hostname
    : domainMatches(target.hostname, attributes.domain);
  return domainFits && pathMatches(target.pathname, attributes.path);
}

/** A cookie seen only being sent: its attributes are unknown until it is set or the jar is read. */
function unknownCookie(
  store: CredentialStore,
  name: string,
  value: string,
  place: NewSighting,
): CredentialDraft | undefined {
  const identity = `cookie:${JSON.stringify([name, parseUrl(place.origin)?.hostname ?? '', 'unknown'])}`;
  return store.byIdentity(identity) ?? store.create(identity, value, place);
}

function adoptUnknown(
  store: CredentialStore,
  name: string,
  identity: string,
  attributes: { domain: string; hostOnly: boolean },
  value: string,
): CredentialDraft | undefined {
  const unknown = store
    .cookiesNamed(name)
    .find(
      (c) =>
        !c.attributes &&
        (attributes.hostOnly
          ? c.host === attributes.domain
          : domainMatches(c.host, attributes.domain)) &&
        (c.value === value || attributes.hostOnly),
    );
  if (unknown) store.reidentify(unknown, identity);
  return unknown;
}

/** A cookie has no scheme of its own (RFC 6265bis §8.6): its site is that of the request that shows it. */
function settleSite(credential: CredentialDraft, url: string): void {
  credential.site = siteOf(url);
  credential.origin = originOf(url);
}

function describe(credential: CredentialDraft, cookie: SetCookie, context: CookieContext): void {
  const over =
    context.url.startsWith('https:') || context.url.startsWith('wss:') ? 'https' : 'http';
  credential.attributes = cookie.attributes;
  settleSite(credential, context.url);
  credential.cookie = {
    ...credential.cookie,
    setBy: context.ref,
    setAt: context.at,
    setOver: over,
    diagnoses: cookie.diagnoses,
  };
  delete credential.cookie.rejected;
  delete credential.cookie.clearedAt;
  delete credential.cookie.clearedBy;
  delete credential.cookie.askedExpiresAt;
  if (cookie.rejected) credential.cookie.rejected = cookie.rejected;
  credential.issuedAt ??= context.at;
  credential.expires = cookie.attributes.persistent ? 'at' : 'session';
  delete credential.expiresAt;
  if (cookie.expiresAt !== undefined) {
    credential.cookie.askedExpiresAt = cookie.expiresAt;
    credential.expiresAt = Math.min(cookie.expiresAt, context.at + LIFETIME_CAP);
  }
}

/** A line whose date has passed deletes; with a value and nothing to delete it is a mistake. */
function expire(
  store: CredentialStore,
  known: CredentialDraft | undefined,
  cookie: SetCookie,
  identity: string,
  context: CookieContext,
): CookieSet | undefined {
  if (known && !known.cookie?.expiredOnArrival) {
    const changed = known.cookie?.clearedAt === undefined;
    if (changed) store.note(known, 'cleared', context.at, context.ref);
    known.cookie = {
      diagnoses: [],
      ...known.cookie,
      clearedAt: context.at,
      clearedBy: context.ref,
    };
    store.see(known, placeOf(cookie.name, 'received', context));
    return { id: known.id, changed };
  }
  if (DELETION_VALUES.has(cookie.value) || cookie.expiresAt === LONG_AGO) return undefined;
  const place = placeOf(cookie.name, 'received', context);
  const credential = known ?? store.create(identity, cookie.value, place);
  if (!credential) return undefined;
  describe(credential, cookie, context);
  credential.cookie = { diagnoses: [], ...credential.cookie, expiredOnArrival: true };
  credential.cookie.diagnoses = [
    ...credential.cookie.diagnoses,
    diagnosis(text('diagnosis_expired_on_arrival', 'it was already expired when it arrived')),
  ];
  store.see(credential, place);
  return { id: credential.id, changed: true };
}
