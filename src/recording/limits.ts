import type { Exchange, JarSnapshot, LimitReached, StorageSnapshot } from '../engine/model.js';
import { beyond } from '../engine/settings.js';

/** Bounds that were reached while an exchange and its bodies were read. */
export function exchangeLimits({ limits, request, response, messages }: Exchange): LimitReached[] {
  const bodies = [request.body, response?.body, ...(messages ?? []).map(({ body }) => body)];
  return [...(limits ?? []), ...bodies.flatMap((body) => body?.limits ?? [])];
}

/** What the latest look at storage and jar left out. */
export function storageLimits(
  areas: readonly StorageSnapshot[],
  jar: JarSnapshot | undefined,
): LimitReached[] {
  return [
    ...areas.flatMap(({ area, items, dropped }) => [
      ...beyond(area === 'indexedDB' ? 'databases' : 'storageItems', dropped),
      ...beyond('storageValue', items.filter(({ cut }) => cut).length),
      ...items.flatMap(({ limits = [] }) => limits),
    ]),
    ...beyond('jarCookies', jar?.dropped ?? 0),
  ];
}
