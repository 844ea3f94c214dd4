import type { JarCookie, JarSnapshot, StorageSnapshot } from '../engine/model.js';
import { maskName, preview, redactUrl } from '../engine/values/redact.js';
import { itemId } from './storage-areas.js';
import type { CredentialsIn } from './request-views.js';
import type { CookieView, StorageAreaView, StorageItemView } from './view.js';

/** Web storage as it may be shown. */
export function webAreas(
  areas: readonly StorageSnapshot[],
  credentialsIn: CredentialsIn,
): StorageAreaView[] {
  return areas.map(({ origin, area, items, dropped }) => ({
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
): StorageAreaView[] {
  const byDomain = new Map<string, StorageAreaView>();
  for (const cookie of jar?.cookies ?? []) {
    const { name, value, domain } = cookie;
    const view = byDomain.get(domain) ?? { owner: domain, area: 'cookies', items: [], dropped: 0 };
    byDomain.set(domain, view);
    const item = itemOf(name, value, value.length, credentialsIn);
    view.items.push({ ...item, id: cookieId(cookie), cookie: cookieView(cookie) });
  }
  return [...byDomain.values()];
}

/** Names a cookie by all that tells it from others of its name (RFC 6265bis §5.7), hashed. */
export function cookieId({ name, domain, hostOnly, path, partitionKey }: JarCookie): string {
  return itemId(JSON.stringify([name, domain, hostOnly, path, partitionKey ?? null]));
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
    preview: preview(value),
    length,
    credentialIds: credentialsIn(value),
  };
}
