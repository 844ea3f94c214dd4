import type { TabStatus } from '../../messaging/tab-status.js';
import type { StorageAreaView } from '../../messaging/views.js';
import { addressParts } from '../format/address-parts.js';

/** The page whose areas come first: the tab's, or any of the site that was put in front of it. */
export function pageOf(front: string | undefined, tab: Pick<TabStatus, 'site' | 'url'>): string {
  return front === undefined || front === tab.site ? tab.url : front;
}

/**
 * Areas with those of the page's own host and origin first, then those of domains above and below
 * it.
 */
export function ownFirst(areas: readonly StorageAreaView[], page: string): StorageAreaView[] {
  const host = addressParts(page)?.host.replace(/:\d+$/, '') ?? '';
  return areas.toSorted((a, b) => distance(a, host) - distance(b, host));
}

/** The area to begin with: the first that holds something. */
export function firstShown(areas: readonly StorageAreaView[]): StorageAreaView | undefined {
  return areas.find(({ items }) => items.length > 0) ?? areas[0];
}

/** 0 for the host itself, 1 for a domain that it is in or that is in it, 2 for all others. */
function distance({ owner }: StorageAreaView, host: string): number {
  const name = owner.replace(/^[a-z]+:\/\//, '').replace(/:\d+$/, '');
  if (name === host) return 0;
  const isNear = host.endsWith(`.${name}`) || (host !== '' && name.endsWith(`.${host}`));
  return isNear ? 1 : 2;
}
