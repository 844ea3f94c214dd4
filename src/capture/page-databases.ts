import type { ContentMessage } from '../messaging/protocol.js';

/** At most so many databases, stores of each, and records of each; characters of a value and of all. */
export interface DatabaseBounds {
  databases: number;
  records: number;
  value: number;
  area: number;
  items: number;
  /** Milliseconds before they are read again: databases may be large. */
  every: number;
}

interface World {
  browser?: World;
  chrome?: World;
  runtime: { sendMessage(message: ContentMessage): Promise<unknown> };
  /** When databases were read last, and whether anything was ever found. */
  databases?: { read: number; found: boolean };
}

/**
 * Tells the first records of each object store as JSON, under `database/store/key`. The browser is
 * asked to run it in a frame, and brings it there as source: it uses nothing from around it.
 */
export async function tellDatabases(bounds: DatabaseBounds): Promise<void> {
  const world = globalThis as unknown as World;
  const before = world.databases;
  // A sandboxed frame has an opaque origin and no databases; asking alone is an error there.
  if (origin === 'null' || Date.now() - (before?.read ?? 0) < bounds.every) return;
  const items: { key: string; value: string; length: number }[] = [];
  let room = bounds.area;
  let dropped = 0;

  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', reject);
      // Gone between listing and opening: opening must not make it anew.
      if (request instanceof IDBOpenDBRequest)
        request.onupgradeneeded = () => request.transaction?.abort();
    });

  const take = (key: string, record: unknown): void => {
    let whole = '';
    // One value that is no JSON must not hide the others.
    try {
      whole = String(JSON.stringify(record));
    } catch {}
    const value = whole.slice(0, bounds.value);
    const fits = value && items.length < bounds.items && value.length <= room;
    if (!fits) return void dropped++;
    room -= value.length;
    items.push({ key, value, length: whole.length });
  };

  const readStore = async (database: IDBDatabase, name: string): Promise<void> => {
    const store = database.transaction(name).objectStore(name);
    const [count, keys, values] = await Promise.all([
      settled(store.count()),
      settled(store.getAllKeys(null, bounds.records)),
      settled(store.getAll(null, bounds.records)),
    ]);
    dropped += count - values.length;
    values.forEach((record, at) => take(`${database.name}/${name}/${String(keys[at])}`, record));
  };

  const readDatabase = async (name: string): Promise<void> => {
    const database = await settled(indexedDB.open(name));
    database.onversionchange = () => database.close();
    try {
      const names = [...database.objectStoreNames];
      dropped += Math.max(0, names.length - bounds.databases);
      for (const store of names.slice(0, bounds.databases)) await readStore(database, store);
    } catch {
    } finally {
      database.close();
    }
  };

  const now = { read: Date.now(), found: before?.found ?? false };
  world.databases = now;
  try {
    const databases = await indexedDB.databases();
    dropped += Math.max(0, databases.length - bounds.databases);
    for (const { name = '' } of databases.slice(0, bounds.databases)) await readDatabase(name);
    if (items.length === 0 && !now.found) return;
    now.found = true;
    const { runtime } = world.browser ?? world.chrome ?? world;
    const told = { type: 'storage', area: 'indexedDB', whole: true } as const;
    await runtime.sendMessage({ ...told, set: items, removed: [], dropped });
  } catch {}
}
