import type { SessionStorage } from './store-queue.js';

const NAME = 'session';

/**
 * The place of `storage.session` in a private window's worker. Chromium gives such a window a
 * worker of its own (`"incognito": "split"`), yet one `storage.session` to both: what is kept there
 * of a private tab could be read outside, and would outlive the window. The private profile's
 * IndexedDB is kept in memory alone, and goes with the profile when its last window closes.
 */
export class PrivateStore implements SessionStorage {
  #opened: Promise<IDBDatabase> | undefined;

  async get(keys: string | readonly string[] | null): Promise<Record<string, unknown>> {
    const found: Record<string, unknown> = {};
    await this.#within('readonly', (store) => {
      if (keys === null) return takeAll(store, found);
      for (const key of [keys].flat()) takeOne(store, key, found);
    });
    return found;
  }

  set(items: Record<string, unknown>): Promise<void> {
    return this.#within('readwrite', (store) => {
      for (const [key, value] of Object.entries(items)) store.put(value, key);
    });
  }

  remove(keys: string[]): Promise<void> {
    return this.#within('readwrite', (store) => {
      for (const key of keys) store.delete(key);
    });
  }

  async #within(mode: IDBTransactionMode, step: (store: IDBObjectStore) => void): Promise<void> {
    const database = await (this.#opened ??= opened());
    const transaction = database.transaction(NAME, mode, { durability: 'relaxed' });
    const done = new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve());
      transaction.addEventListener('abort', () => reject(transaction.error));
    });
    step(transaction.objectStore(NAME));
    await done;
  }
}

function takeOne(store: IDBObjectStore, key: string, into: Record<string, unknown>): void {
  const one = store.get(key);
  one.addEventListener('success', () => {
    if (one.result !== undefined) into[key] = one.result;
  });
}

function takeAll(store: IDBObjectStore, into: Record<string, unknown>): void {
  const all = store.openCursor();
  all.addEventListener('success', () => {
    const cursor = all.result;
    if (!cursor) return;
    into[String(cursor.key)] = cursor.value;
    cursor.continue();
  });
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(NAME));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });
}
