import type { SameSite } from '../engine/model.js';

// What is stored in the browser, as a person edits it, and what becomes of an edit.

/** A stored entry in full. */
export type Entry = { cookie: EditedCookie } | { item: EditedItem } | { record: EditedRecord };

/** All that a person may say of a cookie. */
export interface EditedCookie {
  name: string;
  value: string;
  domain: string;
  hostOnly: boolean;
  path: string;
  /** Milliseconds since the epoch; null: it ends with the browser session. */
  expiresAt: number | null;
  httpOnly: boolean;
  secure: boolean;
  sameSite: SameSite;
  /** Site of the page to which it is partitioned (CHIPS). */
  partition: string | null;
}

export interface EditedItem {
  origin: string;
  area: 'localStorage' | 'sessionStorage';
  key: string;
  value: string;
}

/** A record of IndexedDB. */
export interface EditedRecord extends StoreView {
  origin: string;
  area: 'indexedDB';
  /** Text as it is, or in quotes; numbers, dates and lists as JSON. Null: the store makes it. */
  key: string | null;
  /** JSON. */
  value: string;
}

/** An object store. */
export interface StoreView {
  database: string;
  store: string;
  /** Where in each value its key stands; null: it stands beside the value. */
  keyPath: string | null;
  /** It makes a key for what has none. */
  makesKeys: boolean;
}

/**
 * Why a record cannot be edited: what is in it, and where; `held`: its page lets nobody read it.
 */
export interface Fixed {
  /** `Date`, `Map`, `CryptoKey`, `circle`, `twice`, `hole`, `deep`, `large` … */
  kind: string;
  /** Names of members, masked. */
  at: string;
}

/**
 * `gone`: what was to be changed is not there any more, or no frame that could. `refused`: by the
 * browser. `full`: the area has no room for it. `late`: it cannot be undone any more. `left`: nor
 * since its page went, for nothing but the page could hold it. `held`: the page holds the database.
 * `taken`: the key, or a value that may be there once. `key`, `json`: they are none.
 */
export type ChangeFailure =
  | 'gone'
  | 'refused'
  | 'full'
  | 'late'
  | 'left'
  | 'held'
  | 'taken'
  | 'key'
  | 'json';

/** What became of a change: by its number it can be undone. */
export type Changed = { change: number } | { failed: ChangeFailure; why?: string };
