import type { StoreView } from '../../messaging/stored-entry.js';
import { type Obstacle, obstacleIn, type Reach } from './exact-json.js';
import { keyText } from './key-text.js';
import { databaseNames, isAbort, settled, transactionOn, withDatabase } from './opened.js';

/** How far a record is looked for, and how large it may be to be written anew. */
export interface RecordBounds extends Reach {
  records: number;
  value: number;
  patience: number;
}

/** `several`: two records are told by one name. `held`: a page lets nobody open the database. */
export type NotFound = 'gone' | 'held' | 'several';

/** Where a record is. */
export interface RecordPlace {
  database: string;
  store: string;
  key: IDBValidKey;
}

/** A record as it is now. */
export interface RecordFound extends StoreView {
  key: string;
  /** As JSON; null where JSON cannot hold it. */
  value: string | null;
  obstacle: Obstacle | null;
}

/** The object stores of this origin, as many as there is room for. */
export async function storesHere(patience: number, room: number): Promise<StoreView[]> {
  const found: StoreView[] = [];
  for (const name of (await databaseNames()).slice(0, room)) {
    const look = async (database: IDBDatabase) => {
      const names = [...database.objectStoreNames].slice(0, room);
      if (names.length === 0) return;
      const transaction = transactionOn(database, names, patience);
      for (const store of names) found.push(viewOf(name, transaction.objectStore(store)));
    };
    await withDatabase(name, patience, look).catch(() => undefined);
  }
  return found;
}

/** The record that is told under `database/store/key`. */
export async function locate(
  label: string,
  { records, patience }: RecordBounds,
): Promise<RecordPlace | NotFound> {
  const found: RecordPlace[] = [];
  let isHeld = false;
  for (const name of await databaseNames()) {
    if (!label.startsWith(`${name}/`)) continue;
    const look = async (database: IDBDatabase) => {
      for (const store of database.objectStoreNames) {
        const lead = `${name}/${store}/`;
        if (!label.startsWith(lead)) continue;
        const all = transactionOn(database, store, patience).objectStore(store);
        const own = (await settled(all.getAllKeys(null, records))).filter(
          (key) => keyText(key) === label.slice(lead.length),
        );
        for (const key of own) found.push({ database: name, store, key });
      }
      return true;
    };
    // One that cannot be read hides no other.
    if ((await withDatabase(name, patience, look).catch(unlessHeld)) === null) isHeld = true;
  }
  if (found.length > 1) return 'several';
  return found[0] ?? (isHeld ? 'held' : 'gone');
}

/** What stands there now. */
export async function readRecord(
  label: string,
  bounds: RecordBounds,
): Promise<RecordFound | NotFound> {
  const place = await locate(label, bounds);
  if (typeof place === 'string') return place;
  const { database: name, store, key } = place;
  const read = await withDatabase(name, bounds.patience, async (database) => {
    const records = transactionOn(database, store, bounds.patience).objectStore(store);
    const value: unknown = await settled(records.get(key));
    return { ...viewOf(name, records), ...exactJson(value, bounds) };
  }).catch(unlessHeld);
  if (read === 'unread') return 'gone';
  return read ? { ...read, key: keyText(key) } : 'held';
}

/** Null, as for a database that is held, where a store was used for too long. */
function unlessHeld(error: unknown): 'unread' | null {
  return isAbort(error) ? null : 'unread';
}

/** A value as JSON, or what in it is none. */
export function exactJson(
  value: unknown,
  bounds: RecordBounds,
): Pick<RecordFound, 'value' | 'obstacle'> {
  const obstacle = obstacleIn(value, bounds);
  if (obstacle) return { value: null, obstacle };
  const json = JSON.stringify(value);
  if (json.length > bounds.value) return { value: null, obstacle: { kind: 'large', at: [] } };
  return { value: json, obstacle: null };
}

function viewOf(
  database: string,
  { name: store, keyPath, autoIncrement }: IDBObjectStore,
): StoreView {
  const path = Array.isArray(keyPath) ? keyPath.join(', ') : keyPath;
  return { database, store, keyPath: path, makesKeys: autoIncrement };
}
