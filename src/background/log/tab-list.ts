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

/** The heads of the tabs that earlier workers listed, and keys that may be left of each. */
export async function listedHeads(
  store: Pick<StoreQueue, 'get'>,
): Promise<{ tabId: number; head: Head; old: string[] }[]> {
  const { [TABS]: ids } = await store.get([TABS]);
  if (!Array.isArray(ids)) return [];
  const keys = ids.flatMap((id) => [headKey(Number(id)), nextKey(Number(id))]);
  const heads = await store.get(keys);
  return (ids as number[]).flatMap((tabId) => {
    const kept = heads[headKey(tabId)] as Head | undefined;
    if (!kept) return [];
    const { old, ...head } = headLeft(kept, heads[nextKey(tabId)]);
    return [{ tabId, head: { ...head, old: [] }, old }];
  });
}
