import type { CookiePair } from '../cookies/cookie-header.js';
import type { Credential, Millis } from '../model.js';
import { originOf, parseUrl, siteOf } from '../normalize/site.js';
import { isLive } from './credential-state.js';
import type { CredentialStore } from './credential-store.js';
import { joinParts } from './cookie-parts.js';
import { changeValue, endLife, endsLife, placeOf, reaching, settleSite } from './cookie-shelf.js';
import type { ExchangeScene } from './scene.js';

/** A request this shortly after a deletion was under way when it came. */
const UNDER_WAY: Millis = 1_000;

/** Sees the cookies of a request; returns their credentials' ids. */
export function seeSentCookies(
  store: CredentialStore,
  pairs: readonly CookiePair[],
  scene: ExchangeScene,
): string[] {
  const owners = new Map<CookiePair, string>();
  for (const [name, same] of byName(pairs)) assign(store, name, same, scene, owners);
  const ids = pairs.map((pair) => {
    const known = store.byId(owners.get(pair) ?? '') ?? unknownCookie(store, pair, scene, owners);
    owners.set(pair, known.id);
    seeSent(store, known, pair.value, scene);
    return known.id;
  });
  joinParts(store, pairs, ids);
  return ids;
}

function byName(pairs: readonly CookiePair[]): Map<string, CookiePair[]> {
  const names = new Map<string, CookiePair[]>();
  for (const pair of pairs) {
    const same = names.get(pair.name);
    if (same) same.push(pair);
    else names.set(pair.name, [pair]);
  }
  return names;
}

/**
 * Which known cookies the pairs of one name are. A value tells its cookie whatever its place; what
 * is left is in the order in which a browser sends: longer paths first, then the older (§5.8.3).
 */
function assign(
  store: CredentialStore,
  name: string,
  pairs: readonly CookiePair[],
  scene: ExchangeScene,
  owners: Map<CookiePair, string>,
): void {
  let left = candidates(store, name, pairs, scene);
  const take = (pair: CookiePair, found: Credential | undefined): boolean => {
    if (!found) return false;
    owners.set(pair, found.id);
    left = left.filter(({ id }) => id !== found.id);
    return true;
  };
  if (left.length === 0) return;
  const others = pairs.filter(
    (pair) =>
      !take(
        pair,
        left.find(({ value }) => value === pair.value),
      ),
  );
  for (const pair of others) {
    if (comesBeside(store, pair, owners)) continue;
    const next = left.find((cookie) => isLive(cookie, scene.at)) ?? left[0];
    take(pair, next);
  }
}

/**
 * It comes with the very cookie that was taken for its next value when a line set that one: it is
 * one of its own, of a place that had not been told.
 */
function comesBeside(
  store: CredentialStore,
  { name, value }: CookiePair,
  owners: ReadonlyMap<CookiePair, string>,
): boolean {
  const taken = [...owners.values()]
    .flatMap((id) => store.byId(id) ?? [])
    .find((one) => one.name === name && one.pastValues.at(-1) === value && one.cookie?.setBy);
  if (!taken) return false;
  store.change(taken.id, (draft) => {
    draft.pastValues = draft.pastValues.slice(0, -1);
    const first = draft.life.findIndex(({ type }) => type === 'rotated');
    if (first >= 0) draft.life.splice(first, 1);
  });
  return true;
}

function seeSent(
  store: CredentialStore,
  known: Credential,
  value: string,
  scene: ExchangeScene,
): void {
  const { id, name } = known;
  const { at, url } = scene;
  const isSettled = known.site === siteOf(url) && known.origin === originOf(url);
  if (!known.cookie?.setBy && !isSettled) store.change(id, (draft) => settleSite(draft, url));
  if (endsLife(known, value)) {
    if (isLive(known, at)) endLife(store, id, at);
  } else if (!isLate(known, value, at)) {
    changeValue(store, id, value, { at, wasHeld: isLive(known, at) });
  }
  store.see(id, placeOf(name, 'sent', scene));
}

/** It was deleted just now, by the answer to a request beside this one. */
function isLate({ value: last, cookie }: Credential, value: string, at: Millis): boolean {
  return cookie?.clearedAt !== undefined && value === last && at - cookie.clearedAt < UNDER_WAY;
}

/** Cookies that the pairs of one name can be, by domain, path, Secure and partition, as a browser orders them. */
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
 * A cookie seen only being sent: its attributes are unknown until it is set or the jar is read.
 * Several of one name in one header are as many cookies.
 */
function unknownCookie(
  store: CredentialStore,
  { name, value }: CookiePair,
  scene: ExchangeScene,
  owners: ReadonlyMap<CookiePair, string>,
): Credential {
  const place = placeOf(name, 'sent', scene);
  for (let ordinal = 0; ; ordinal++) {
    const key = [
      name,
      parseUrl(scene.url)?.hostname ?? '',
      'unknown',
      ...(ordinal ? [ordinal] : []),
    ];
    const identity = `cookie:${JSON.stringify(key)}`;
    const known = store.byIdentity(identity);
    if (!known) return store.create('cookie', identity, value, place);
    if (![...owners.values()].includes(known.id)) return known;
  }
}
