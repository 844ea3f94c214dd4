import { remembered } from '../memo.js';
import type { Credential, ExchangeRef } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import { exposuresOf } from '../trail/exposure.js';

/** What of a row says how much it tells. */
type Row =
  | { type: 'note' }
  | { type: 'arrow'; kind: string; exposed: boolean; credentialIds: readonly string[] };

const MAX_ROWS = 48;

/**
 * The rows that a picture has room for: what happened, was first given or was let out never goes.
 */
export function tellingRows<R extends Row>(rows: readonly R[]): R[] {
  const first = firstGiven(rows);
  const kept = rows.map((row) => row.type === 'note' || row.exposed || first.has(row));
  let over = rows.length - MAX_ROWS;
  const fitting = rows.filter((_, at) => kept[at] || over-- <= 0);
  return fitting.slice(Math.max(0, fitting.length - MAX_ROWS));
}

/** The answers that gave each credential for the first time. */
function firstGiven(rows: readonly Row[]): ReadonlySet<Row> {
  const seen = new Set<string>();
  return new Set(
    rows.filter((row) => {
      if (row.type === 'note' || row.kind !== 'give') return false;
      const isFirst = row.credentialIds.some((id) => !seen.has(id));
      for (const id of row.credentialIds) seen.add(id);
      return isFirst;
    }),
  );
}

/** True where some request did. */
export function isLetOut(credential: Credential): boolean {
  return (credential.leaks?.length ?? 0) > 0 || exposingOrigins(credential).size > 0;
}

/** True where a request let a credential out further than it need go. */
export function isExposedBy(credential: Credential, { id, url }: ExchangeRef): boolean {
  if (credential.leaks?.some(({ exchange }) => exchange?.id === id)) return true;
  return exposingOrigins(credential).has(parseUrl(url)?.origin);
}

/** Where it was sent further than it need go: it goes with many requests. */
const exposingOrigins = remembered((credential: Credential): ReadonlySet<string | undefined> => {
  const sent = credential.sightings.filter(({ direction }) => direction === 'sent');
  const exposing = sent.filter((sighting) => exposuresOf(credential, sighting).length > 0);
  return new Set(exposing.map(({ origin }) => origin));
});
