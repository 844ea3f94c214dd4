import type { RequestEvent } from '../capture/request-event.js';
import type { JarSnapshot, LoginForm, Millis } from '../engine/model.js';
import type { DevtoolsEntry, StorageObserved } from '../messaging/protocol.js';

/** One line of a tab's log: what was observed, as it was observed. State is made of it on reading. */
export type LogRecord =
  | RequestEvent
  | JarSnapshot
  | LoginForm
  | StorageRecord
  | DevtoolsRecord
  | NavigatedRecord
  | BegunRecord
  | MarkedRecord;

/** What a content script told of one area of its origin. */
export interface StorageRecord extends Omit<StorageObserved, 'type'> {
  kind: 'storage-observed';
  at: Millis;
  origin: string;
}

export interface DevtoolsRecord {
  kind: 'devtools';
  at: Millis;
  entries: DevtoolsEntry[];
}

/** The tab shows another page. */
export interface NavigatedRecord {
  kind: 'navigated';
  at: Millis;
  url: string;
}

/** The user cleared the record or resumed it: what DevTools knows from before stays out. */
export interface BegunRecord {
  kind: 'begun';
  at: Millis;
}

/** Somebody marked this moment. */
export interface MarkedRecord {
  kind: 'marked';
  at: Millis;
  name: string;
}
