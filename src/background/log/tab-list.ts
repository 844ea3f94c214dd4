import { type Head, headKey, headLeft, nextKey } from './log-head.js';
import type { StoreQueue } from './store-queue.js';

/** Key of the list of tabs that have a log. */
const TABS = 'tabs';
/** Room for the word that something is lost, where there is none for anything else. */
export const RESERVE = 'reserve';
const SPARE = ' '.repeat(1_024);

/** What tells the next worker which tabs have a log. */
export function listOf(tabIds: readonly number[]): Record<string, unknown> {
  return { [TABS]: tabIds, [RESERVE]: SPARE };
}

/** The heads of the tabs that earlier workers listed. */
export async function listedHeads(
  store: Pick<StoreQueue, 'get'>,
): Promise<{ tabId: number; head: Head }[]> {
  const { [TABS]: ids } = await store.get([TABS]);
  if (!Array.isArray(ids)) return [];
  const keys = ids.flatMap((id) => [headKey(Number(id)), nextKey(Number(id))]);
  const heads = await store.get(keys);
  return (ids as number[]).flatMap((tabId) => {
    const kept = heads[headKey(tabId)] as Head | undefined;
    if (!kept) return [];
    return [{ tabId, head: headLeft(kept, heads[nextKey(tabId)]) }];
  });
}

/**
 * Removes what a checkpoint, or a log that began anew, left of a tab. Until it is gone the head
 * goes on naming it: this worker may end before, as the last one did.
 */
export async function removeOld(store: Pick<StoreQueue, 'remove'>, head: Head): Promise<void> {
  await store.remove(head.old);
  head.old = [];
}
