import type { PageRequest, PageRequestType } from '../../messaging/protocol.js';
import type { OpenTabs } from './open-tabs.js';

/** What is answered with raw values, or changes them. */
const RAW: ReadonlySet<PageRequestType> = new Set<PageRequestType>([
  'getRawRequest',
  'getBody',
  'getBodyText',
  'reveal',
  'getContent',
  'getEntry',
  'getStores',
  'changeEntry',
  'undoChange',
  'getSigned',
]);

/**
 * True where a page in an ordinary window asks for raw values of a private tab, or the other way
 * round. A popup and a panel have no tab of their own: they stand in the window of what they show.
 */
export function asksAcross(
  ask: PageRequest,
  asker: { incognito: boolean } | undefined,
  open: Pick<OpenTabs, 'isPrivate'>,
): boolean {
  if (!asker || !RAW.has(ask.type) || !('tabId' in ask)) return false;
  return asker.incognito !== open.isPrivate(ask.tabId);
}
