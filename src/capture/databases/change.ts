import { keyText, readKey } from './key-text.js';
import { abort, databaseNames, settled, transactionOn, withDatabase } from './opened.js';
import { exactJson, locate, type RecordBounds, type RecordPlace } from './records.js';
import { readAgain } from './tell.js';

/** A record as a person wants it. */
export interface WantedRecord {
  database: string;
  store: string;
  /** As it is written; null: the value has it, or the store makes one. */
  key: string | null;
  /** JSON. */
  value: string;
}

/**
 * `held`: the page holds the database, or uses it for too long. `taken`: another record has the
 * key, or a value that may be there once. `key`: this is no key. `json`: this is no JSON.
 */
export type RecordFailure = 'gone' | 'held' | 'taken' | 'key' | 'json' | 'full' | 'refused';

export type RecordResult = { failed: RecordFailure } | { way: WayBack | null };

/** How a change is undone by others, where its page is gone: for what text can hold exactly. */
export interface WayBack {
  database: string;
  store: string;
  drop: string | null;
  put: { key: string | null; value: string } | null;
}

/** What leaves a store, and what comes into it: one step, or none. */
interface Step {
  database: string;
  store: string;
  drop?: IDBValidKey;
  put?: { value: unknown; key?: IDBValidKey };
}

/** How long what was there before a change is kept. */
const KEPT = 30_000;
/** The steps back, by the names of the changes: the records as they were, which no text holds. */
const back = new Map<string, Step>();

/** Puts a record in the place of another; adds it where there is none, takes away without `to`. */
export async function changeRecord(
  id: string,
  label: string | null,
  to: WantedRecord | null,
  bounds: RecordBounds,
): Promise<RecordResult> {
  return attempt(async () => {
    const before = label === null ? null : await locate(label, bounds);
    if (before === 'several') return { failed: 'refused' };
    if (typeof before === 'string') return { failed: before };
    const step = stepFor(before, to);
    if ('failed' in step) return step;
    const taken = await take(step, bounds.patience, 'add');
    if ('failed' in taken) return taken;
    const { undo } = taken;
    back.set(id, undo);
    setTimeout(() => back.delete(id), KEPT);
    return { way: wayOf(undo, bounds) };
  });
}

/** Takes a change back, exactly; `gone` where this page does not know of it. */
export async function undoRecord(id: string, bounds: RecordBounds): Promise<RecordResult> {
  const step = back.get(id);
  back.delete(id);
  if (!step) return { failed: 'gone' };
  return attempt(async () => outcome(await take(step, bounds.patience, 'put')));
}

/** Takes back a change that another page made, which is gone. */
export async function restoreRecord(
  { database, store, drop, put }: WayBack,
  bounds: RecordBounds,
): Promise<RecordResult> {
  return attempt(async () => {
    const dropped = drop === null ? undefined : readKey(drop);
    const key = put?.key == null ? undefined : readKey(put.key);
    const step: Step = {
      database,
      store,
      ...(dropped && { drop: dropped.key }),
      ...(put && {
        put: { value: JSON.parse(put.value) as unknown, ...(key && { key: key.key }) },
      }),
    };
    return outcome(await take(step, bounds.patience, 'put'));
  });
}

function outcome(taken: Taken): RecordResult {
  return 'failed' in taken ? taken : { way: null };
}

function stepFor(
  before: RecordPlace | null,
  to: WantedRecord | null,
): Step | { failed: RecordFailure } {
  const place = before ?? to;
  if (!place) return { failed: 'gone' };
  const { database, store } = place;
  const drop = before && { drop: before.key };
  if (!to) return { database, store, ...drop };
  if (to.database !== database || to.store !== store) return { failed: 'gone' };
  const isSame = before && to.key === keyText(before.key);
  const written = to.key === null || isSame ? undefined : readKey(to.key);
  if (to.key !== null && !isSame && !written) return { failed: 'key' };
  const key = isSame ? before.key : written?.key;
  let value: unknown;
  try {
    value = JSON.parse(to.value);
  } catch {
    return { failed: 'json' };
  }
  return { database, store, ...drop, put: { value, ...(key !== undefined && { key }) } };
}

type Taken = { undo: Step } | { failed: RecordFailure };

/** Takes a step, whole or not at all. `put`: over what is there; what is to leave may be gone. */
async function take(step: Step, patience: number, how: 'add' | 'put'): Promise<Taken> {
  const { database: name, store } = step;
  if (!(await databaseNames()).includes(name)) return { failed: 'gone' };
  const taken = await withDatabase(name, patience, async (database): Promise<Taken> => {
    if (!database.objectStoreNames.contains(store)) return { failed: 'gone' };
    const transaction = transactionOn(database, store, patience, 'readwrite');
    const done = finished(transaction);
    const undo = await swap(transaction.objectStore(store), step, how).catch((error: unknown) => {
      abort(transaction);
      done.catch(() => undefined);
      throw error;
    });
    await done;
    return undo ? { undo } : { failed: 'gone' };
  });
  readAgain();
  return taken ?? { failed: 'held' };
}

/** The step back; undefined where what was to leave was not there. */
async function swap(
  records: IDBObjectStore,
  { database, store, drop, put }: Step,
  how: 'add' | 'put',
): Promise<Step | undefined> {
  const isInside = records.keyPath !== null;
  const undo: Step = { database, store };
  if (drop !== undefined) {
    const isThere = (await settled(records.count(drop))) > 0;
    if (!isThere && how === 'add') return undefined;
    const value: unknown = await settled(records.get(drop));
    await settled(records.delete(drop));
    if (isThere) undo.put = { value, ...(!isInside && { key: drop }) };
  }
  if (put) {
    const key = isInside ? undefined : put.key;
    undo.drop = await settled(records[how](put.value, key));
  }
  return undo;
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DOMException('', 'AbortError')),
    );
  });
}

const FAILURES: Readonly<Record<string, RecordFailure>> = {
  QuotaExceededError: 'full',
  ConstraintError: 'taken',
  DataError: 'key',
  AbortError: 'held',
  NotFoundError: 'gone',
};

async function attempt(work: () => Promise<RecordResult>): Promise<RecordResult> {
  try {
    return await work();
  } catch (error) {
    return { failed: FAILURES[(error as Error | null)?.name ?? ''] ?? 'refused' };
  }
}

/** The step back in text, where text holds it exactly. */
function wayOf({ database, store, drop, put }: Step, bounds: RecordBounds): WayBack | null {
  const dropped = drop === undefined ? null : keyText(drop);
  const key = put?.key === undefined ? null : keyText(put.key);
  const value = put && exactJson(put.value, bounds).value;
  if (value === null) return null;
  if ([dropped, key].some((text) => text !== null && !readKey(text))) return null;
  return { database, store, drop: dropped, put: value === undefined ? null : { key, value } };
}
