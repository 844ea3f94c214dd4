import type { CookiePair } from '../cookies/cookie-header.js';
import { grouped } from '../grouped.js';
import type { Credential, Millis } from '../model.js';
import { originOf, parseUrl, siteOf } from '../normalize/addresses/site.js';
import { isLive } from './credential-state.js';
import { movesToHttps, settleSite } from './cookie-site.js';
import type { CredentialStore } from './credential-store.js';
import { joinParts } from './cookie-parts.js';
import { changeValue, endLife, endsLife, placeOf, reaching } from './cookie-shelf.js';
import { LastValues } from './given-back.js';
import type { ExchangeScene } from './scene.js';

/** A request this shortly after a deletion was under way when it came. */
const UNDER_WAY: Millis = 1_000;

/** Credentials of a request by their ids. */
export interface Sent {
  carried: string[];
  /** Those of them in whose value's place a word stood, or nothing: the request went without. */
  emptied: string[];
}

/** Sees the cookies of a request. */
export function seeSentCookies(
  store: CredentialStore,
  pairs: readonly CookiePair[],
  scene: ExchangeScene,
): Sent {
  const owners = new Map<CookiePair, string>();
  const before = new LastValues(store);
  for (const [name, same] of grouped(pairs, (pair) => [pair.name])) {
    assign(candidates(store, name, same, scene), same, scene, owners, before);
    nameUnknown(store, same, scene, owners);
    for (const pair of same) before.handOver(pair.value, owners.get(pair)!);
  }
  const emptied: string[] = [];
  const carried = pairs.map((pair) => {
    const known = store.byId(owners.get(pair) ?? '')!;
    if (seeSent(store, known, pair.value, scene) === 'emptied') emptied.push(known.id);
    return known.id;
  });
  joinParts(store, pairs, carried);
  return { carried, emptied };
}

/**
 * Which known cookies the pairs of one name are. A value tells its cookie whatever its place; what
 * is left is in the order in which a browser sends: longer paths first, then the older (§5.8.3).
 */
function assign(
  known: readonly Credential[],
  pairs: readonly CookiePair[],
  { at }: ExchangeScene,
  owners: Map<CookiePair, string>,
  before: LastValues,
): void {
  if (known.length === 0) return;
  const take = (pair: CookiePair, found: Credential | undefined): boolean => {
    if (!found) return false;
    owners.set(pair, found.id);
    before.add(found);
    return true;
  };
  const ofValue = grouped(known.toReversed(), ({ value }) => [value]);
  const others = pairs.filter((pair) => !take(pair, ofValue.get(pair.value)?.pop()));
  const taken = new Set(pairs.map((pair) => owners.get(pair)));
  const left = known.filter(({ id }) => !taken.has(id));
  const isKept = (cookie: Credential) => isLive(cookie, at);
  const inOrder = [...left.filter(isKept), ...left.filter((cookie) => !isKept(cookie))].values();
  for (const pair of others) if (!before.givesBack(pair.value)) take(pair, inOrder.next().value);
}

/** `emptied`: what was sent stands for none, which ends the cookie's life and is no use of it. */
function seeSent(
  store: CredentialStore,
  known: Credential,
  value: string,
  scene: ExchangeScene,
): 'used' | 'emptied' {
  const { id, name } = known;
  const { at, url } = scene;
  const isSettled = known.site === siteOf(url) && known.origin === originOf(url);
  if (!isSettled && (!known.cookie?.setBy || movesToHttps(known, scene)))
    store.change(id, (draft) => settleSite(draft, url));
  if (endsLife(known, value)) {
    if (isLive(known, at)) endLife(store, id, at);
    return 'emptied';
  }
  if (!isLate(known, value, at)) changeValue(store, id, value, { at, wasHeld: isLive(known, at) });
  store.see(id, placeOf(name, 'sent', scene));
  return 'used';
}

/** It was deleted just now, by the answer to a request beside this one. */
function isLate({ value: last, cookie }: Credential, value: string, at: Millis): boolean {
  return cookie?.clearedAt !== undefined && value === last && at - cookie.clearedAt < UNDER_WAY;
}

/**
 * Cookies that the pairs of one name can be, by domain, path, Secure and partition, as a browser
 * orders them.
 */
function candidates(
  store: CredentialStore,
  name: string,
  pairs: readonly CookiePair[],
  { request, url }: ExchangeScene,
): Credential[] {
  const values = new Set(pairs.map(({ value }) => value));
  const host = parseUrl(url)?.hostname;
  const unknown = store
    .cookiesNamed(name)
    .filter((cookie) => cookie.attributes?.domain === undefined && cookie.host === host);
  const length = (cookie: Credential) => cookie.attributes?.path?.length ?? 0;
  const known = reaching(store, name, values, request);
  return [...known.sort((a, b) => length(b) - length(a)), ...unknown];
}

/**
 * Cookies of one name that are only seen being sent: their attributes are unknown until they are
 * set or the jar is read. Several of one name in one header are as many cookies; nothing tells
 * those of one value apart.
 */
function nameUnknown(
  store: CredentialStore,
  pairs: readonly CookiePair[],
  scene: ExchangeScene,
  owners: Map<CookiePair, string>,
): void {
  const taken = new Set(pairs.map((pair) => owners.get(pair)));
  const host = parseUrl(scene.url)?.hostname ?? '';
  let ordinal = 0;
  const next = ({ name, value }: CookiePair): string => {
    for (;;) {
      const key = [name, host, 'unknown', ...(ordinal ? [ordinal] : [])];
      ordinal++;
      const identity = `cookie:${JSON.stringify(key)}`;
      const known = store.byIdentity(identity);
      if (!known) return store.create('cookie', identity, value, placeOf(name, 'sent', scene)).id;
      if (!taken.has(known.id)) return known.id;
    }
  };
  const ofValue = new Map(
    pairs.map((pair) => [pair.value, owners.get(pair)] as const).toReversed(),
  );
  for (const pair of pairs.filter((one) => !owners.has(one))) {
    const id = ofValue.get(pair.value) ?? next(pair);
    ofValue.set(pair.value, id);
    owners.set(pair, id);
  }
}
