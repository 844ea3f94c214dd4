import type { JarSnapshot, StorageSnapshot } from '../engine/model.js';
import { maskName, preview } from '../engine/values/redact.js';
import { itemId } from './storage-areas.js';
import type { CredentialsIn } from './request-views.js';
import type { StorageAreaView, StorageItemView } from './view.js';

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
  for (const { name, value, domain } of jar?.cookies ?? []) {
    const view = byDomain.get(domain) ?? { owner: domain, area: 'cookies', items: [], dropped: 0 };
    byDomain.set(domain, view);
    view.items.push(itemOf(name, value, value.length, credentialsIn));
  }
  return [...byDomain.values()];
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
