import { isOfWeb } from '../../engine/address.js';
import type { JarCookie, JarSnapshot, StorageSnapshot } from '../../engine/model.js';
import { maskKept, maskName, redactUrl } from '../../engine/values/telling/redact.js';
import { itemId } from './storage-areas.js';
import type { CredentialsIn } from './request-views.js';
import type { CookieView, StorageAreaView, StorageItemView } from './view.js';

/** Web storage as it may be shown: that an origin keeps nothing is shown where a frame of it is. */
export function webAreas(
  areas: readonly StorageSnapshot[],
  credentialsIn: CredentialsIn,
): StorageAreaView[] {
  const kept = areas.filter(({ items, dropped }) => items.length + dropped > 0);
  return kept.map(({ origin, area, items, dropped }) => ({
    owner: origin,
    area,
    items: items.map(({ key, value, length }) => itemOf(key, value, length, credentialsIn)),
    dropped,
  }));
}

/** The cookies of the jar as they may be shown, an area for each domain. */
export function cookieAreas(
  jar: JarSnapshot | undefined,
  credentialsIn: CredentialsIn,
  hidden: ReadonlySet<string> = new Set(),
): StorageAreaView[] {
  const byDomain = new Map<string, StorageAreaView>();
  for (const cookie of jar?.cookies ?? []) {
    const { name, value, domain } = cookie;
    const view = byDomain.get(domain) ?? { owner: domain, area: 'cookies', items: [], dropped: 0 };
    byDomain.set(domain, view);
    const item = itemOf(name, value, value.length, credentialsIn);
    const preview = hidden.has(value) ? '…' : item.preview;
    view.items.push({ ...item, preview, id: cookieId(cookie), cookie: cookieView(cookie) });
  }
  return [...byDomain.values()];
}

/** Names a cookie by all that tells it from others of its name (RFC 6265bis §5.7), hashed. */
export function cookieId({ name, domain, hostOnly, path, partitionKey }: JarCookie): string {
  return itemId(JSON.stringify([name, domain, hostOnly, path, partitionKey ?? null]));
}

/**
 * The addresses of a tab's frames, names of their origins' caches, and which origins have
 * databases.
 */
export interface Frames {
  urls: readonly string[];
  caches: ReadonlyMap<string, readonly string[]>;
  databases: readonly string[];
}

/**
 * The areas with those of frames that keep nothing, which have room for something, and with caches.
 */
export function withFrames(
  areas: readonly StorageAreaView[],
  { urls, caches, databases }: Frames,
): StorageAreaView[] {
  const places = urls.filter(isOfWeb).flatMap(placesOf);
  const all = new Map<string, StorageAreaView>();
  const stores = databases.map((owner) => emptyArea('indexedDB', owner));
  for (const area of [...areas, ...places, ...stores]) {
    const key = `${area.area} ${area.owner}`;
    if (!all.has(key)) all.set(key, area);
  }
  const named = [...caches].filter(([, names]) => names.length > 0).map(cacheArea);
  return [...all.values(), ...named];
}

function placesOf(url: string): StorageAreaView[] {
  const { hostname, origin } = new URL(url);
  const owners = [
    ['cookies', hostname],
    ['localStorage', origin],
    ['sessionStorage', origin],
  ] as const;
  return owners.map(([area, owner]) => emptyArea(area, owner));
}

function emptyArea(area: StorageAreaView['area'], owner: string): StorageAreaView {
  return { owner, area, items: [], dropped: 0 };
}

function cacheArea([owner, names]: [string, readonly string[]]): StorageAreaView {
  const items = names.map((name) => itemOf(name, '', 0, () => []));
  return { owner, area: 'caches', items, dropped: 0 };
}

function cookieView(cookie: JarCookie): CookieView {
  const { domain, hostOnly, path, expiresAt, httpOnly, secure, sameSite, partitionKey } = cookie;
  return {
    domain,
    hostOnly,
    path: redactUrl(path),
    expiresAt: expiresAt ?? null,
    httpOnly: httpOnly ?? null,
    secure: secure ?? null,
    sameSite: sameSite ?? null,
    partition: partitionKey ?? null,
  };
}

function itemOf(
  key: string,
  value: string,
  length: number,
  credentialsIn: CredentialsIn,
): StorageItemView {
  return {
    id: itemId(key),
    key: maskName(key),
    preview: maskKept(key, value),
    length,
    credentialIds: credentialsIn(value),
  };
}
