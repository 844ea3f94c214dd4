import { readItem, type Swapped, swapItems } from '../../capture/page-entries.js';
import type { EditedItem } from '../../messaging/stored-entry.js';
import type { Attempt, Failure } from './changes.js';
import { framesOf, runIn } from './frames.js';

type Place = Pick<EditedItem, 'origin' | 'area' | 'key'>;

/** An item as the page has it now; null where it is not there any more. */
export async function itemNow(tabId: number, place: Place): Promise<EditedItem | null> {
  const found = await holder(tabId, place);
  return found && { ...place, value: found.value };
}

/** Puts an item in the place of another one; both in one area. */
export async function changeItem(
  tabId: number,
  before: Place | null,
  after: EditedItem | null,
): Promise<Attempt> {
  const place = before ?? after;
  if (!place) return { failed: 'gone' };
  const { origin, area } = place;
  const found = before && (await holder(tabId, before));
  if (before && !found) return { failed: 'gone' };
  const frameId = found?.frameId ?? (await framesOf(tabId, origin))[0];
  if (frameId === undefined) return { failed: 'gone' };
  const values = new Map<string, string | null>();
  if (before) values.set(before.key, null);
  if (after) values.set(after.key, after.value);
  const keys = [...values.keys()];
  const swap = (wanted: (string | null)[]) =>
    runIn(tabId, frameId, swapItems, [area, keys, wanted] as [
      typeof area,
      string[],
      typeof wanted,
    ]);
  const swapped = await swap([...values.values()]);
  if (!swapped || !('was' in swapped)) return failure(swapped);
  return {
    async undo(): Promise<Failure> {
      const back = await swap(swapped.was);
      return back && 'was' in back ? null : failure(back);
    },
  };
}

function failure(swapped: Exclude<Swapped, { was: unknown }> | undefined): NonNullable<Failure> {
  return swapped ?? { failed: 'gone' };
}

/**
 * The frame that has an item: frames of one origin may have a storage each, by who is above them.
 */
async function holder(
  tabId: number,
  { origin, area, key }: Place,
): Promise<{ frameId: number; value: string } | null> {
  for (const frameId of await framesOf(tabId, origin)) {
    const value = await runIn(tabId, frameId, readItem, [area, key]);
    if (typeof value === 'string') return { frameId, value };
  }
  return null;
}
