import type { RecordResult, WayBack } from '../../capture/databases/change.js';
import type { RecordBounds, RecordFound } from '../../capture/databases/records.js';
import { DATABASE_RECORDS, DATABASES, STORAGE_VALUE } from '../../engine/settings.js';
import { maskName } from '../../engine/values/telling/redact.js';
import type { EditedRecord, Fixed, StoreView } from '../../messaging/stored-entry.js';
import type { Attempt, Failure } from './changes.js';
import { askDatabases } from './databases.js';
import { framesOf } from './frames.js';

const BOUNDS: RecordBounds = {
  records: DATABASE_RECORDS,
  value: STORAGE_VALUE,
  levels: 80,
  values: 20_000,
  // A page that has just written is waited for; one that never ends is not.
  patience: 2_000,
};

/** A record by the name under which it is told: `database/store/key`. */
interface Place {
  origin: string;
  key: string;
}

/**
 * A record as the page has it now, or why it cannot be written; null where it is not there any
 * more.
 */
export async function recordNow(
  tabId: number,
  { origin, key }: Place,
): Promise<{ record: EditedRecord } | { fixed: Fixed } | null> {
  for (const frameId of await framesOf(tabId, origin)) {
    const found = await askDatabases(tabId, frameId, 'read', [key, BOUNDS]);
    if (found === 'held') return { fixed: { kind: 'held', at: '' } };
    if (typeof found === 'object') return told(origin, found);
  }
  return null;
}

function told(
  origin: string,
  { value, obstacle, ...found }: RecordFound,
): { record: EditedRecord } | { fixed: Fixed } {
  if (value === null) {
    const { kind = '', at = [] } = obstacle ?? {};
    return { fixed: { kind, at: at.slice(0, 8).map(maskName).join('.') } };
  }
  return { record: { ...found, origin, area: 'indexedDB', value } };
}

/** The object stores of an origin, to which records can be added. */
export async function storesOf(tabId: number, origin: string): Promise<StoreView[]> {
  for (const frameId of await framesOf(tabId, origin)) {
    const args: [number, number] = [BOUNDS.patience, DATABASES];
    const found = await askDatabases(tabId, frameId, 'stores', args);
    if (found && found.length > 0) return found;
  }
  return [];
}

/** Puts a record in the place of another one; both in one store. */
export async function changeRecord(
  tabId: number,
  before: Place | null,
  after: EditedRecord | null,
): Promise<Attempt> {
  const origin = (before ?? after)?.origin;
  const label = before?.key ?? null;
  const to = after && { ...after, key: after.keyPath === null ? after.key : null };
  const id = crypto.randomUUID();
  let failed: Failure = { failed: 'gone' };
  for (const frameId of origin === undefined ? [] : await framesOf(tabId, origin)) {
    const result = await askDatabases(tabId, frameId, 'change', [id, label, to, BOUNDS]);
    if (result && 'way' in result)
      return { undo: () => undo(tabId, { id, frameId, origin: origin!, way: result.way }) };
    failed = result ?? { failed: 'gone' };
    // Frames of one origin may have databases each, by who is above them.
    if (failed.failed !== 'gone') break;
  }
  return failed;
}

interface Made {
  id: string;
  frameId: number;
  origin: string;
  way: WayBack | null;
}

/** By the page that has what was there; where it is gone, by another one, if text can say it. */
async function undo(tabId: number, { id, frameId, origin, way }: Made): Promise<Failure> {
  const undone = failure(await askDatabases(tabId, frameId, 'undo', [id, BOUNDS]));
  if (undone?.failed !== 'gone') return undone;
  if (!way) return { failed: 'left' };
  for (const other of await framesOf(tabId, origin)) {
    const restored = failure(await askDatabases(tabId, other, 'restore', [way, BOUNDS]));
    if (restored?.failed !== 'gone') return restored;
  }
  return undone;
}

function failure(result: RecordResult | undefined): Failure {
  if (!result) return { failed: 'gone' };
  return 'failed' in result ? result : null;
}
