import type { ContentMessage } from '../messaging/protocol.js';

/** At most so many databases, stores of each, and records of each; characters of a value and of all. */
export interface DatabaseBounds {
  databases: number;
  records: number;
  value: number;
  area: number;
  items: number;
  /** Levels and values of one record that are told: more than a reader follows. */
  levels: number;
  values: number;
  /** Milliseconds that one database is waited for. */
  patience: number;
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
// oxlint-disable-next-line max-lines-per-function -- brought into pages alone, it holds all it needs
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

  /** A stored value as JSON can say it: circles, great depth and great numbers come to an end. */
  const plainOf = (record: unknown): unknown => {
    const seen = new Set<object>();
    let left = bounds.values;
    const plain = (value: unknown, depth: number): unknown => {
      if (typeof value === 'bigint') return String(value);
      if (typeof value !== 'object' || value === null || value instanceof Date) return value;
      const isBytes = ArrayBuffer.isView(value) || value instanceof ArrayBuffer;
      if (isBytes || depth > bounds.levels || seen.has(value)) return null;
      seen.add(value);
      const list =
        value instanceof Set ? [...value] : Array.isArray(value) && value.slice(0, bounds.values);
      if (list) return list.map((child: unknown) => (left-- > 0 ? plain(child, depth + 1) : null));
      const members = value instanceof Map ? [...value] : Object.entries(value);
      return Object.fromEntries(
        members
          .slice(0, Math.max(0, left))
          .map(([name, child], at) => [
            typeof name === 'string' ? name : at,
            left-- > 0 ? plain(child, depth + 1) : null,
          ]),
      );
    };
    return plain(record, 0);
  };

  /** Under what a record is told; some keys are no text, and of some none can be made. */
  const nameOf = (key: unknown, at: number): string => {
    try {
      return String(key);
    } catch {
      return `#${at}`;
    }
  };

  const take = (key: string, record: unknown): void => {
    const whole = JSON.stringify(plainOf(record)) ?? '';
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
    values.forEach((record, at) =>
      take(`${database.name}/${name}/${nameOf(keys[at], at)}`, record),
    );
  };

  /** Null where a page holds a database back. */
  const opened = async (name: string): Promise<IDBDatabase | null> => {
    const opening = settled(indexedDB.open(name));
    const late = new Promise<null>((resolve) => setTimeout(resolve, bounds.patience, null));
    const database = await Promise.race([opening, late]);
    if (!database) void opening.then((one) => one.close());
    return database;
  };

  const readDatabase = async (name: string): Promise<void> => {
    const database = await opened(name);
    if (!database) return void dropped++;
    database.onversionchange = () => database.close();
    const names = [...database.objectStoreNames];
    dropped += Math.max(0, names.length - bounds.databases);
    // One that cannot be read must not hide the others.
    for (const store of names.slice(0, bounds.databases))
      await readStore(database, store).catch(() => dropped++);
    database.close();
  };

  const now = { read: Date.now(), found: before?.found ?? false };
  world.databases = now;
  try {
    const databases = await indexedDB.databases();
    dropped += Math.max(0, databases.length - bounds.databases);
    for (const { name = '' } of databases.slice(0, bounds.databases))
      await readDatabase(name).catch(() => dropped++);
    if (items.length === 0 && dropped === 0 && !now.found) return;
    now.found = true;
    const { runtime } = world.browser ?? world.chrome ?? world;
    const told = { type: 'storage', area: 'indexedDB', whole: true } as const;
    await runtime.sendMessage({ ...told, set: items, removed: [], dropped });
  } catch {}
}
