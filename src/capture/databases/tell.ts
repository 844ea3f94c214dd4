import type { ContentMessage } from '../../messaging/content-message.js';
import type { Reach } from './exact-json.js';
import { keyText } from './key-text.js';
import { databaseNames, settled, transactionOn, withDatabase } from './opened.js';
import { plainValue } from './plain-value.js';

/**
 * At most so many databases, stores of each, and records of each; characters of a value and of all.
 */
export interface DatabaseBounds extends Reach {
  databases: number;
  records: number;
  value: number;
  area: number;
  items: number;
  /** Milliseconds that one database is waited for, and each of its stores. */
  patience: number;
  stores: number;
  /** Milliseconds before they are read again: databases may be large. */
  every: number;
}

type Item = { key: string; value: string; length: number };

/**
 * Where one did not open in time, all are waited for so many times as long at the next question.
 */
const LONGER = 3;
const MOST_OFTEN = 3;

/** What was read of each store, by database: of what cannot be read just now nothing is gone. */
const last = new Map<string, ReadonlyMap<string, readonly Item[]>>();

/** When databases were read last, whether anything was ever found, and how often one was late. */
const before = { read: 0, found: false, late: 0 };

/** Has them read again at the next question, however soon: they were changed. */
export function readAgain(): void {
  before.read = 0;
}

/** Tells the first records of each object store as JSON, under `database/store/key`. */
export async function tellDatabases(
  bounds: DatabaseBounds,
  send: (message: ContentMessage) => Promise<unknown>,
): Promise<void> {
  // A sandboxed frame has an opaque origin and no databases; asking alone is an error there.
  if (origin === 'null' || Date.now() - before.read < bounds.every) return;
  before.read = Date.now();
  const told = new Told(bounds);
  const patience = bounds.patience * LONGER ** before.late;
  try {
    const names = await databaseNames();
    told.dropped += Math.max(0, names.length - bounds.databases);
    for (const name of last.keys()) if (!names.includes(name)) last.delete(name);
    // One that cannot be read must not hide the others.
    for (const name of names.slice(0, bounds.databases))
      await readDatabase(name, told, { ...bounds, patience }).catch(() => told.all(name));
    // A busy machine is late as a page that holds one back is; the next question can tell, at once.
    before.late = told.isLate ? Math.min(before.late + 1, MOST_OFTEN) : 0;
    if (told.isLate && before.late < MOST_OFTEN) readAgain();
    const { items, dropped } = told;
    if (items.length === 0 && dropped === 0 && !before.found) return;
    before.found = true;
    const area = { type: 'storage', area: 'indexedDB', whole: true } as const;
    await send({ ...area, set: items, removed: [], dropped });
  } catch {}
}

/** Records as far as there is room for them. */
class Told {
  readonly items: Item[] = [];
  dropped = 0;
  /** One did not open in time. */
  isLate = false;
  readonly #bounds: DatabaseBounds;
  #room: number;

  constructor(bounds: DatabaseBounds) {
    this.#bounds = bounds;
    this.#room = bounds.area;
  }

  take(key: string, record: unknown): void {
    const whole = JSON.stringify(plainValue(record, this.#bounds)) ?? '';
    const value = whole.slice(0, this.#bounds.value);
    this.#put({ key, value, length: whole.length });
  }

  /** What was last read of a store. */
  again(items: readonly Item[] | undefined): void {
    if (!items) this.dropped++;
    for (const item of items ?? []) this.#put(item);
  }

  /** What was last read of a database. */
  all(name: string): void {
    const stores = last.get(name);
    if (!stores) this.dropped++;
    for (const items of stores?.values() ?? []) this.again(items);
  }

  #put(item: Item): void {
    const { key, value } = item;
    const size = key.length + value.length;
    const fits = value && this.items.length < this.#bounds.items && size <= this.#room;
    if (!fits) return void this.dropped++;
    this.#room -= size;
    this.items.push(item);
  }
}

async function readDatabase(name: string, told: Told, bounds: DatabaseBounds): Promise<void> {
  const isRead = await withDatabase(name, bounds.patience, async (database) => {
    const names = [...database.objectStoreNames];
    told.dropped += Math.max(0, names.length - bounds.databases);
    const stores = new Map<string, readonly Item[]>();
    for (const store of names.slice(0, bounds.databases)) {
      const from = told.items.length;
      const known = last.get(name)?.get(store);
      await readStore(database, store, told, bounds).catch(() => told.again(known));
      stores.set(store, told.items.slice(from));
    }
    last.set(name, stores);
    return true;
  });
  if (isRead !== null) return;
  told.all(name);
  told.isLate = true;
}

async function readStore(
  database: IDBDatabase,
  name: string,
  told: Told,
  { records, stores }: DatabaseBounds,
): Promise<void> {
  const store = transactionOn(database, name, stores).objectStore(name);
  const [count, keys, values] = await Promise.all([
    settled(store.count()),
    settled(store.getAllKeys(null, records)),
    settled(store.getAll(null, records)),
  ]);
  told.dropped += count - values.length;
  values.forEach((record, at) =>
    told.take(`${database.name}/${name}/${keyText(keys[at])}`, record),
  );
}
