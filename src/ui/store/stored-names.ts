import type { Entry } from '../../messaging/stored-entry.js';
import type { EntryName, StorageAreaView, StorageItemView } from '../../messaging/views.js';
import type { Secret } from './revealed-values.js';

/** By what an entry is asked for; null where only its name is known. */
export function entryName(
  { owner, area }: StorageAreaView,
  { id }: StorageItemView,
): EntryName | null {
  if (area === 'caches') return null;
  return area === 'cookies' ? { cookieId: id } : { origin: owner, area, itemId: id };
}

/** What is asked for to reveal an entry. */
export function secretOf(what: EntryName, { length, preview }: StorageItemView): Secret {
  return { what, version: `${length} ${preview}` };
}

/** True of an area that a person may change; of caches, only the names are known. */
export function isChangeable({ area }: StorageAreaView): boolean {
  return area !== 'caches';
}

/** What a new entry of an area begins as; null where there is none, or a store has to be chosen. */
export function newEntry({ owner, area }: StorageAreaView): Entry | null {
  if (area === 'localStorage' || area === 'sessionStorage')
    return { item: { origin: owner, area, key: '', value: '' } };
  if (area !== 'cookies') return null;
  const place = { domain: owner, hostOnly: true, path: '/', expiresAt: null, partition: null };
  const flags = { httpOnly: false, secure: false, sameSite: 'lax' } as const;
  return { cookie: { name: '', value: '', ...place, ...flags } };
}
