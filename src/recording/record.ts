import type { Trial } from '../engine/credentials/trials.js';
import type { Proof } from '../engine/proof/proof.js';
import type { RequestEvent } from './requests/request-event.js';
import type {
  Body,
  JarSnapshot,
  LimitReached,
  LoginForm,
  Millis,
  PasswordCookie,
  ResourceType,
  StorageArea,
  StorageItem,
} from '../engine/model.js';

/**
 * One line of a tab's log: what was observed, as it was observed. State is made of it on reading.
 */
export type LogRecord =
  | RequestEvent
  | JarSnapshot
  | LoginForm
  | StorageRecord
  | DevtoolsRecord
  | NavigatedRecord
  | LoadedRecord
  | BegunRecord
  | MarkedRecord
  | MarkNotedRecord
  | UneventfulRecord
  | UnattributedRecord
  | ProbesRecord
  | Trial
  | Proof;

/** What a web storage area holds now, or how it changed. */
export interface AreaChange {
  area: StorageArea;
  /** True: `set` is the whole area. */
  whole: boolean;
  set: StorageItem[];
  removed: string[];
  dropped: number;
}

/** What a content script told of one area of its origin. */
export interface StorageRecord extends AreaChange {
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

/** A page began to load while this was recorded; a change of address within a page is none. */
export interface LoadedRecord {
  kind: 'loaded';
  at: Millis;
}

/** The user cleared the record or resumed it: what DevTools knows from before stays out. */
export interface BegunRecord {
  kind: 'begun';
  at: Millis;
  /** The extension was updated or reloaded: what it had recorded before is gone. */
  renewed?: true;
}

/**
 * So many requests were answered that neither set a cookie nor carried anything in their address.
 */
export interface UneventfulRecord {
  kind: 'uneventful';
  at: Millis;
  count: number;
}

/**
 * A request may have been this tab's, or another one's: the browser did not tell, and it is in
 * none.
 */
export interface UnattributedRecord {
  kind: 'unattributed';
  at: Millis;
}

/** The next request with this mark in its address is one of a proof, and none of the page's. */
export interface ProbesRecord {
  kind: 'probes';
  at: Millis;
  mark: string;
}

/** Somebody marked this moment. */
export interface MarkedRecord {
  kind: 'marked';
  at: Millis;
  name: string;
}

/** Somebody gave a mark another name, took it away, or took that back. */
export interface MarkNotedRecord {
  kind: 'mark-noted';
  at: Millis;
  id: number;
  name?: string;
  deleted?: boolean;
}

/** What the panel sends for one DevTools entry; the password's value never leaves the panel. */
export interface DevtoolsEntry {
  url: string;
  method: string;
  type: ResourceType;
  /** Milliseconds since the epoch. */
  startedAt: number;
  status: number;
  /** Origin of the script that made the request, which no other API tells. */
  script?: string;
  requestBody?: Body;
  responseBody?: Body;
  requestHeaders: { name: string; value: string }[];
  responseHeaders: { name: string; value: string }[];
  /** Headers that are not kept, by number. */
  left?: { request: number; response: number };
  /** Bytes of the response's body as they were sent. */
  size?: number;
  /** Bounds that were reached while it was read, but for those of its bodies. */
  limits?: LimitReached[];
  /** Cookies that hold the password of the request, which never leaves the panel either. */
  passwordCookies?: readonly PasswordCookie[];
}
