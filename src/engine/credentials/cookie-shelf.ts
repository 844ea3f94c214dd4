import type { CookieRequest } from '../cookies/cookie-context.js';
import { CookieJar, reaches, type ShelvedCookie } from '../cookies/cookie-jar.js';
import { domainMatches } from '../cookies/set-cookie.js';
import type { Credential, Millis } from '../model.js';
import { originOf, parseUrl } from '../normalize/addresses/site.js';
import { estimateBits } from '../values/ids/entropy.js';
import { isPlaceholder } from '../values/ids/placeholder.js';
import type { CredentialStore } from './credential-store.js';
import { isLive } from './credential-state.js';
import { explainLife, isEnded, revive } from './life.js';
import type { ExchangeScene } from './scene.js';
import type { NewSighting } from './sighting.js';
import { isTelling } from './value-index.js';

// The store's cookies as the one jar sees them, and what setting and sending have in common.

/** The jar over cookies that the browser holds at that moment. */
export function jarOf(store: CredentialStore, at: Millis): CookieJar {
  return new CookieJar({
    named: (name) =>
      store
        .cookiesNamed(name)
        .filter((cookie) => isLive(cookie, at))
        .flatMap(shelved),
  });
}

/**
 * Cookies that a request's pairs of one name can be: those that have ended, too, and refused ones
 * that come after all.
 */
export function reaching(
  store: CredentialStore,
  name: string,
  values: ReadonlySet<string>,
  request: CookieRequest,
): Credential[] {
  return store.cookiesNamed(name).filter((one) => {
    const { domain, path, hostOnly, secure = false, partitioned = false } = one.attributes ?? {};
    if (domain === undefined || path === undefined || hostOnly === undefined) return false;
    if (one.cookie?.rejected && !values.has(one.value)) return false;
    const partitionKey = partitioned ? partitionKeyOf(one.identity) : undefined;
    const place = { domain, path, hostOnly, secure };
    return reaches(partitionKey === undefined ? place : { ...place, partitionKey }, request);
  });
}

/**
 * A cookie whose domain and path are known; what else is not is read as a browser would without it.
 */
function shelved({ identity, name, value, attributes }: Credential): ShelvedCookie[] {
  const { domain, path, hostOnly } = attributes ?? {};
  if (domain === undefined || path === undefined || hostOnly === undefined) return [];
  const partitionKey = attributes?.partitioned ? partitionKeyOf(identity) : undefined;
  const flags = {
    httpOnly: false,
    secure: false,
    sameSite: 'unset',
    partitioned: false,
    persistent: false,
  } as const;
  return [
    {
      ...flags,
      ...attributes,
      domain,
      path,
      hostOnly,
      name,
      value,
      ...(partitionKey ? { partitionKey } : {}),
    },
  ];
}

/** Last part of a cookie's identity (`cookieKey`). */
function partitionKeyOf(identity: string): string | undefined {
  const [, , , , partition] = JSON.parse(identity.slice('cookie:'.length)) as string[];
  return partition || undefined;
}

/**
 * A cookie first seen without its attributes gets the identity that they give it; `url`: of the
 * answer that set it.
 */
export function adoptUnknown(
  store: CredentialStore,
  {
    name,
    value,
    domain,
    hostOnly,
    path,
  }: { name: string; value: string; domain: string; hostOnly: boolean; path: string },
  identity: string,
  url?: string,
): Credential | undefined {
  const unknown = store
    .cookiesNamed(name)
    .filter(
      (cookie) =>
        cookie.attributes?.domain === undefined &&
        (hostOnly ? cookie.host === domain : domainMatches(cookie.host, domain)),
    );
  const sameValue = unknown.find((cookie) => cookie.value === value);
  // They stand as a header had them: longer paths first (RFC 6265bis §5.8.3).
  const samePlace = hostOnly ? unknown.at(path === '/' ? -1 : 0) : undefined;
  const adopted = sameValue ?? samePlace ?? (hostOnly ? undefined : ofDomain(unknown, url));
  if (!adopted) return undefined;
  store.reidentify(adopted.id, identity);
  const isSame = (one: Credential) => one.id !== adopted.id && one.value === adopted.value;
  // Hosts of a domain that were sent the same value had it of one cookie.
  if (!hostOnly) for (const { id } of unknown.filter(isSame)) store.unite(adopted.id, id);
  return store.byId(adopted.id);
}

/**
 * The one that the answer's own host was sent, where all hosts of the domain were sent no other: a
 * line for the domain gives it a new value, or takes it away.
 */
function ofDomain(unknown: readonly Credential[], url = ''): Credential | undefined {
  const host = parseUrl(url)?.hostname;
  const isOne = new Set(unknown.map(({ value }) => value)).size === 1;
  return isOne ? unknown.find((one) => one.host === host) : undefined;
}

export function placeOf(
  name: string,
  direction: 'sent' | 'received',
  { url, at, ref, pageSite }: ExchangeScene,
): NewSighting {
  return {
    carrier: 'cookie',
    locator: name,
    direction,
    origin: originOf(url),
    at,
    exchange: ref,
    ...(pageSite ? { pageSite } : {}),
  };
}

/** A word or a small number, of whatever language: `-1`, `guest`, `abgemeldet`. */
const WORD = /^(?:-?\d{1,2}|\p{L}[\p{L}_ -]{0,19})$/u;

/**
 * True where a value stands for none, in the place of one that may have stood for somebody; a word
 * in the place of what was drawn by chance says that there is nobody, whatever it is.
 */
export function endsLife({ value, valueCount }: Credential, next: string): boolean {
  if (valueCount === 0 || isPlaceholder(value)) return false;
  if (isPlaceholder(next)) return isTelling(value) || estimateBits(value) >= 32;
  return isTelling(value) && WORD.test(next) && !isTelling(next);
}

/** Ends a cookie's life: what it was stays as it was. False where it had ended already. */
export function endLife(
  store: CredentialStore,
  id: string,
  at: Millis,
  by?: ExchangeScene['ref'],
): boolean {
  const changes = store.byId(id)?.cookie?.clearedAt === undefined;
  if (changes) store.note(id, 'cleared', at, by);
  store.change(id, (draft) => {
    const { clearedBy: _, ...history } = draft.cookie ?? { diagnoses: [] };
    draft.cookie = { ...history, clearedAt: at, ...(by ? { clearedBy: by } : {}) };
  });
  return changes;
}

/** Gives a cookie a value; a new one in place of one that the browser held is a rotation. */
export function changeValue(
  store: CredentialStore,
  id: string,
  value: string,
  { at, by, wasHeld }: { at: Millis; by?: ExchangeScene['ref']; wasHeld: boolean },
): void {
  const known = store.byId(id);
  const changes = known !== undefined && known.value !== value;
  store.setValue(id, value);
  if (known && isEnded(known)) store.change(id, revive);
  if (changes && wasHeld) store.note(id, 'rotated', at, by);
  else if (changes || (by && !wasHeld)) store.note(id, 'issued', at, by);
  else if (by) store.change(id, (draft) => explainLife(draft, at, by));
}
