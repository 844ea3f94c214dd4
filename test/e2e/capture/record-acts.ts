import type { Page } from 'puppeteer-core';
import type { EditedRecord, Entry, StoreView } from '../../../src/messaging/stored-entry.js';
import type { EntryName, StorageItemView } from '../../../src/messaging/views.js';
import type { ExtensionBrowser } from '../../support/extension.js';
import { entryActs } from './entry-acts.js';
import { stored } from './indexed-db.js';
import { until } from './lab.js';

/** What is seen of the records of a page, in the page and through the extension. */
export function recordActs(
  extension: () => ExtensionBrowser,
  at: () => { page: Page; tabId: number },
) {
  const here = (): string => new URL(at().page.url()).origin;
  const { entryOf } = entryActs(extension, () => at().tabId);
  const listed = async (): Promise<StorageItemView[]> => {
    const { tabId } = at();
    const { areas } = await extension().ask<'getStorage'>({ type: 'getStorage', tabId });
    return areas.find(({ area }) => area === 'indexedDB')?.items ?? [];
  };
  return {
    records: (store: string) => at().page.evaluate(stored(store)) as Promise<unknown[]>,
    /** The name of a record as soon as it is told. */
    async nameOf(key: string): Promise<EntryName> {
      const found = await until(listed, (items) => items.some((item) => item.key === key));
      const { id: itemId } = found.find((item) => item.key === key)!;
      return { origin: here(), area: 'indexedDB', itemId };
    },
    async recordOf(what: EntryName): Promise<EditedRecord> {
      const entry = await entryOf(what);
      if (!entry || !('record' in entry)) throw new Error(`no record: ${JSON.stringify(entry)}`);
      return entry.record;
    },
    stores: () =>
      extension().ask<'getStores'>({ type: 'getStores', tabId: at().tabId, origin: here() }),
    newRecord(store: StoreView, key: string | null, value: unknown): Entry {
      const text = JSON.stringify(value);
      return { record: { ...store, origin: here(), area: 'indexedDB', key, value: text } };
    },
  };
}
