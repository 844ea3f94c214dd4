import type { StorageArea } from '../../../engine/model.js';
import type { EditedItem } from '../../../messaging/stored-entry.js';
import type { EntryName } from '../../../recording/shown/view.js';
import type { PageRequest } from '../../../messaging/protocol.js';
import { type Parts, refresh } from '../parts.js';
import { type Attempt, Changes } from '../changes.js';
import { CookieChanges } from '../cookie-changes.js';
import { changeItem, itemNow } from '../item-changes.js';
import { changeRecord, recordNow, storesOf } from '../record-changes.js';
import type { Handlers } from './handler.js';

/** Of an item, or under `database/store/key` of a record. */
type Place = { origin: string; area: StorageArea; key: string };

const changes = new Changes();

/** One stored entry: formatted, in full, and as a person changes it. */
export const entries: Handlers<
  'getContent' | 'getEntry' | 'getStores' | 'changeEntry' | 'undoChange'
> = {
  async getContent({ tabId, what, revealed }, background) {
    const recording = background.records.of(tabId).read();
    // What was not asked for is read of nothing that the recording did not clean.
    const value = revealed
      ? await wholeValue(tabId, what, background)
      : recording.storage.reveal(what);
    return (value === undefined ? undefined : recording.storage.content(value, revealed)) ?? null;
  },

  async getEntry({ tabId, what }, background) {
    if ('cookieId' in what) {
      const seen = background.records.of(tabId).read().storage.cookie(what.cookieId);
      const cookie = seen && (await cookiesOf(tabId, background).now(seen));
      return cookie ? { cookie } : null;
    }
    const place = placeOf(tabId, what, background);
    if (place && !isItem(place)) return recordNow(tabId, place);
    const item = place && (await itemNow(tabId, place));
    return item ? { item } : null;
  },

  getStores: ({ tabId, origin }) => storesOf(tabId, origin),

  async changeEntry(ask, background) {
    const changed = changes.keep(ask.tabId, await change(ask, background));
    await look(ask.tabId, background);
    return changed;
  },

  async undoChange({ tabId, change: number }, background) {
    const changed = await changes.undo(tabId, number);
    await look(tabId, background);
    return changed;
  },
};

/** A raw value, in full where the recording has it abridged. */
export async function wholeValue(
  tabId: number,
  what: EntryName,
  background: Parts,
): Promise<string | undefined> {
  const recording = background.records.of(tabId).read();
  if ('cookieId' in what) return recording.storage.cookie(what.cookieId)?.value;
  const seen = recording.storage.item(what);
  if (!seen || seen.value.length === seen.length) return seen?.value;
  const place = placeOf(tabId, what, background);
  return (place && isItem(place) ? await itemNow(tabId, place) : null)?.value ?? seen.value;
}

async function change(
  { tabId, what, entry }: PageRequest<'changeEntry'>,
  background: Parts,
): Promise<Attempt> {
  const isCookie = what ? 'cookieId' in what : entry !== null && 'cookie' in entry;
  if (isCookie) {
    const id = what && 'cookieId' in what ? what.cookieId : null;
    const seen = id === null ? null : background.records.of(tabId).read().storage.cookie(id);
    if (seen === undefined) return { failed: 'gone' };
    const wanted = entry && 'cookie' in entry ? entry.cookie : null;
    return cookiesOf(tabId, background).change(seen, wanted);
  }
  const before = what && !('cookieId' in what) ? placeOf(tabId, what, background) : null;
  if (before === undefined) return { failed: 'gone' };
  const isRecord = before ? !isItem(before) : entry !== null && 'record' in entry;
  if (isRecord)
    return changeRecord(tabId, before, entry && 'record' in entry ? entry.record : null);
  const item = before && isItem(before) ? before : null;
  return changeItem(tabId, item, entry && 'item' in entry ? entry.item : null);
}

function cookiesOf(tabId: number, { open }: Parts): CookieChanges {
  return new CookieChanges(tabId, open.url(tabId));
}

function placeOf(
  tabId: number,
  what: Exclude<EntryName, { cookieId: string }>,
  { records }: Parts,
): Place | undefined {
  const key = records.of(tabId).read().storage.item(what)?.key;
  const { origin, area } = what;
  return key === undefined ? undefined : { origin, area, key };
}

function isItem(place: Place): place is Pick<EditedItem, 'origin' | 'area' | 'key'> {
  return place.area !== 'indexedDB';
}

async function look(tabId: number, background: Parts): Promise<void> {
  await refresh(background, tabId);
  background.viewers.changed(tabId);
}
