import type { StorageAreaView } from '../../messaging/views.js';
import { addressParts } from '../format/address-parts.js';

/** Areas with those of the page's own host and origin first, then those of domains above it. */
export function ownFirst(areas: readonly StorageAreaView[], page: string): StorageAreaView[] {
  const host = addressParts(page)?.host.replace(/:\d+$/, '') ?? '';
  return areas.toSorted((a, b) => distance(a, host) - distance(b, host));
}

/** The area to begin with: the first that holds something. */
export function firstShown(areas: readonly StorageAreaView[]): StorageAreaView | undefined {
  return areas.find(({ items }) => items.length > 0) ?? areas[0];
}

/** 0 for the host itself, 1 for a domain that it is in, 2 for all others. */
function distance({ owner }: StorageAreaView, host: string): number {
  const name = owner.replace(/^[a-z]+:\/\//, '').replace(/:\d+$/, '');
  if (name === host) return 0;
  return host.endsWith(`.${name}`) ? 1 : 2;
}
