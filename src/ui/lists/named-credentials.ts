import type { RequestRow, StorageView } from '../../messaging/views.js';

/**
 * Whether a list on screen names a credential that nobody knows yet, or the report itself is on
 * screen. Asked with every change, over rows without number: it makes nothing.
 */
export function needsReport(
  screen: string,
  { rows }: { rows: readonly RequestRow[] },
  storage: StorageView | null,
  known: ReadonlyMap<string, unknown>,
): boolean {
  const isNew = (id: string) => !known.has(id);
  if (screen === 'requests')
    return rows.some(({ carried, set }) => carried.some(isNew) || set.some(isNew));
  if (screen !== 'storage') return true;
  const areas = storage?.areas ?? [];
  return areas.some(({ items }) => items.some(({ credentialIds }) => credentialIds.some(isNew)));
}
