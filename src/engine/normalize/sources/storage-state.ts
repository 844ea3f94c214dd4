import type {
  JarSnapshot,
  Millis,
  StorageArea,
  StorageItem,
  StorageSnapshot,
} from '../../model.js';
import { LIMITS } from '../../settings.js';
import { type Diagnosis, diagnosis, text } from '../../text.js';
import { boundedJson } from '../bodies/bounded-json.js';
import { asObject, asObjects, asText, type Json } from '../bodies/json-value.js';
import { isMasked, sanitized } from './masked-value.js';
import { readNumericDate } from '../bodies/numeric-date.js';
import { siteOf } from '../addresses/site.js';
import { isCookieList, readStoredCookie, writtenEnd } from './stored-cookie.js';

export interface ReadStorageState {
  snapshots: (JarSnapshot | StorageSnapshot)[];
  /** What the file cannot tell, or tells in an unusual way. */
  diagnoses: Diagnosis[];
}

/** Thrown by {@link readStorageState} where the input is not such a file. */
export class NotAStorageStateError extends Error {
  override name = 'NotAStorageStateError';
}

/** True for what {@link readStorageState} reads, and nothing else is. */
export function isStorageState(value: unknown): boolean {
  const { cookies, origins } = asObject(value) ?? {};
  const isState = Array.isArray(cookies) && Array.isArray(origins);
  return isState || isCookieList(value) || isCookieList(cookies);
}

/**
 * Reads Playwright's `storageState` JSON, where each origin may also have `sessionStorage`, as
 * snapshots taken at `at`; or a list of cookies, as tools and extensions export it.
 * @throws NotAStorageStateError where it has neither `cookies` nor `origins`.
 */
export function readStorageState(state: unknown, at: Millis): ReadStorageState {
  const { cookies, origins } = isCookieList(state) ? { cookies: state } : (asObject(state) ?? {});
  if (!Array.isArray(cookies) && !Array.isArray(origins)) {
    throw new NotAStorageStateError('it has neither a cookies nor an origins list');
  }
  const entries = asObjects(origins);
  const first = entries.find(({ origin }) => typeof origin === 'string');
  const all = asObjects(cookies);
  const kept = all.filter(({ value }) => !isMasked(asText(value)));
  const jar = kept.map(readStoredCookie);
  const site = siteOf(asText(first?.origin) || `https://${jar[0]?.domain ?? ''}`);
  const areas = entries.flatMap((entry) => readOrigin(entry, at));
  const items = areas.flatMap((area) => area.items);
  // A storage state has the whole jar: what is not in it is gone. A list may be of one site.
  const reach = Array.isArray(origins) ? ({ domains: 'all' } as const) : {};
  const masked = all.length - kept.length + items.filter(({ value }) => isMasked(value)).length;
  return {
    snapshots: [
      ...(Array.isArray(cookies)
        ? [{ kind: 'jar', at, site, cookies: jar, ...reach } as const]
        : []),
      ...areas,
    ],
    diagnoses: [
      ...(masked > 0 ? [sanitized(masked)] : []),
      ...(kept.some(isInMillis) ? [IN_MILLIS] : []),
      ...(Array.isArray(origins) ? withoutArea(entries) : [COOKIES_ALONE]),
    ],
  };
}

/** Playwright's `storageState` never has it. */
function withoutArea(entries: readonly Json[]): Diagnosis[] {
  return entries.some(({ sessionStorage }) => Array.isArray(sessionStorage)) ? [] : [LOCAL_ALONE];
}

const LOCAL_ALONE = diagnosis(
  text(
    'diagnosis_no_session_storage',
    'the saved state has no sessionStorage (Playwright leaves it out): what pages kept ' +
      'there was not seen',
  ),
);

const COOKIES_ALONE = diagnosis(
  text(
    'diagnosis_cookies_alone',
    'the file has cookies alone: what pages kept in web storage was not seen',
  ),
);

const IN_MILLIS = diagnosis(
  text(
    'diagnosis_expires_in_milliseconds',
    'cookies end in milliseconds since 1970, where the format has seconds: they were read ' +
      'as milliseconds',
  ),
);

function isInMillis(cookie: Json): boolean {
  return readNumericDate(writtenEnd(cookie))?.unit === 'milliseconds';
}

function readOrigin(entry: Json, at: Millis): StorageSnapshot[] {
  const areas = (['localStorage', 'sessionStorage'] as const).flatMap((area) =>
    Array.isArray(entry[area])
      ? snapshotOf(entry, area, at, asObjects(entry[area]).map(itemOf))
      : [],
  );
  const records = recordsOf(entry);
  return [...areas, ...(records.length > 0 ? snapshotOf(entry, 'indexedDB', at, records) : [])];
}

function snapshotOf(
  entry: Json,
  area: StorageArea,
  at: Millis,
  items: StorageItem[],
): StorageSnapshot[] {
  const origin = asText(entry.origin);
  return origin === '' ? [] : [{ kind: 'storage', at, origin, area, items, dropped: 0 }];
}

function itemOf({ name, value }: Json): StorageItem {
  return item(asText(name), asText(value));
}

/**
 * Playwright's `indexedDB: true`: databases with stores with records, under `database/store/key`.
 */
function recordsOf(entry: Json): StorageItem[] {
  return asObjects(entry.indexedDB).flatMap((database) =>
    asObjects(database.stores).flatMap((store) =>
      asObjects(store.records).map((record) => {
        const place = `${asText(database.name)}/${asText(store.name)}/${keyOf(record)}`;
        return item(place, boundedJson(record.value ?? record.valueEncoded ?? null));
      }),
    ),
  );
}

function keyOf({ key, keyEncoded }: Json): string {
  if (typeof key === 'string' || typeof key === 'number') return String(key);
  return boundedJson(key ?? keyEncoded ?? '').slice(0, LIMITS.fieldName);
}

function item(key: string, value: string): StorageItem {
  return { key, value: value.slice(0, LIMITS.storageValue), length: value.length };
}
