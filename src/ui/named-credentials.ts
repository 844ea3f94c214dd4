import type { RequestRow, StorageView } from '../messaging/protocol.js';

/** Ids of the credentials that a list on screen names; undefined where the report itself is shown. */
export function namedOn(
  screen: string,
  { rows }: { rows: readonly RequestRow[] },
  storage: StorageView | null,
): string[] | undefined {
  if (screen === 'requests') return rows.flatMap(({ carried, set }) => [...carried, ...set]);
  if (screen !== 'storage') return undefined;
  const items = (storage?.areas ?? []).flatMap((area) => area.items);
  return items.flatMap(({ credentialIds }) => credentialIds);
}
