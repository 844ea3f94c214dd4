import type { ContentMessage } from '../messaging/content-message.js';
import { changeRecord, restoreRecord, undoRecord } from './databases/change.js';
import { readRecord, storesHere } from './databases/records.js';
import { type DatabaseBounds, tellDatabases } from './databases/tell.js';

// Comes into one frame of each origin, once somebody asks what its databases hold, and stays there:
// what was there before a change is in its memory. Runs in its own world: the page cannot see it.

interface Runtime {
  sendMessage(message: ContentMessage): Promise<unknown>;
}

const work = {
  tell(bounds: DatabaseBounds): Promise<void> {
    const world = globalThis as unknown as Record<string, { runtime: Runtime } | undefined>;
    const { runtime } = (world['browser'] ?? world['chrome'])!;
    return tellDatabases(bounds, (message) => runtime.sendMessage(message));
  },
  stores: storesHere,
  read: readRecord,
  change: changeRecord,
  undo: undoRecord,
  restore: restoreRecord,
};

/** What can be asked of it. */
export type DatabaseWork = typeof work;

(globalThis as { databaseWork?: DatabaseWork }).databaseWork ??= work;
