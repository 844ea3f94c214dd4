import type {
  JarCookie,
  JarSnapshot,
  Millis,
  SameSite,
  StorageArea,
  StorageItem,
  StorageSnapshot,
} from '../model.js';
import { siteOf } from './site.js';

/** Longer values are cut, as the content script does. */
const MAX_VALUE = 16_384;

type Json = Record<string, unknown>;

/** Thrown by {@link readStorageState} where the input is not such a file. */
export class NotAStorageStateError extends Error {
  override name = 'NotAStorageStateError';
}

/**
 * Reads Playwright's `storageState` JSON, where each origin may also have `sessionStorage`, as
 * snapshots taken at `at`.
 * @throws NotAStorageStateError where it has neither `cookies` nor `origins`.
 */
export function readStorageState(state: unknown, at: Millis): (JarSnapshot | StorageSnapshot)[] {
  const { cookies, origins } = asObject(state);
  if (!Array.isArray(cookies) && !Array.isArray(origins)) {
    throw new NotAStorageStateError('it has neither a cookies nor an origins list');
  }
  const snapshots: (JarSnapshot | StorageSnapshot)[] = [];
  const first = (Array.isArray(origins) ? origins : [])
    .map(asObject)
    .find(({ origin }) => typeof origin === 'string');
  if (Array.isArray(cookies)) {
    const jar = cookies.map(asObject).map(readCookie);
    const site = siteOf(asText(first?.origin) || `https://${jar[0]?.domain ?? ''}`);
    // The whole jar: what is not in it is gone.
    snapshots.push({ kind: 'jar', at, site, cookies: jar, domains: 'all' });
  }
  for (const entry of Array.isArray(origins) ? origins.map(asObject) : []) {
    for (const area of ['localStorage', 'sessionStorage'] as const)
      snapshots.push(...readArea(entry, area, at));
    snapshots.push(...readDatabases(entry, at));
  }
  return snapshots;
}

function readCookie(cookie: Json): JarCookie {
  const domain = asText(cookie.domain).toLowerCase();
  // Playwright writes −1 for a session cookie, else seconds.
  const expires =
    typeof cookie.expires === 'number' && cookie.expires > 0 ? cookie.expires * 1000 : undefined;
  const partitionKey = asText(cookie.partitionKey);
  return {
    name: asText(cookie.name),
    value: asText(cookie.value),
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    path: asText(cookie.path) || '/',
    httpOnly: cookie.httpOnly === true,
    secure: cookie.secure === true,
    sameSite: sameSiteOf(cookie.sameSite),
    partitioned: partitionKey !== '',
    persistent: expires !== undefined,
    ...(expires === undefined ? {} : { expiresAt: expires }),
    ...(partitionKey === '' ? {} : { partitionKey }),
  };
}

function sameSiteOf(value: unknown): SameSite {
  const mode = asText(value).toLowerCase();
  return mode === 'strict' || mode === 'lax' || mode === 'none' ? mode : 'unset';
}

/** Playwright's `indexedDB: true`: databases with stores with records, under `database/store/key`. */
function readDatabases(entry: Json, at: Millis): StorageSnapshot[] {
  const items = listOf(entry.indexedDB).flatMap((database) =>
    listOf(database.stores).flatMap((store) =>
      listOf(store.records).map((record): StorageItem => {
        const value = JSON.stringify(record.value ?? record.valueEncoded ?? null);
        const key = String(record.key ?? JSON.stringify(record.keyEncoded ?? ''));
        return {
          key: `${asText(database.name)}/${asText(store.name)}/${key}`,
          value: value.slice(0, MAX_VALUE),
          length: value.length,
        };
      }),
    ),
  );
  return items.length === 0
    ? []
    : [{ kind: 'storage', at, origin: asText(entry.origin), area: 'indexedDB', items, dropped: 0 }];
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(asObject) : [];
}

function readArea(entry: Json, area: StorageArea, at: Millis): StorageSnapshot[] {
  const origin = asText(entry.origin);
  const raw = entry[area];
  if (!Array.isArray(raw) || origin === '') return [];
  const items: StorageItem[] = raw.map(asObject).map(({ name, value }) => ({
    key: asText(name),
    value: asText(value).slice(0, MAX_VALUE),
    length: asText(value).length,
  }));
  return [{ kind: 'storage', at, origin, area, items, dropped: 0 }];
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : {};
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
