import type { MessageKey } from '../words/i18n.js';
import { CLAIMS, type MeaningRow } from './claim-table.js';
import { HEADER_PARAMETERS } from './header-table.js';

/** What a claim or a header parameter means, and where that is said. */
export interface Meaning {
  source: string;
  says: MessageKey;
}

type Table = ReadonlyMap<string, Meaning>;

const tableOf = (rows: readonly MeaningRow[]): Table =>
  new Map(rows.map(([name, source, says]) => [name, { source, says }]));

const claims = tableOf(CLAIMS);
const parameters = tableOf(HEADER_PARAMETERS);

/** Names are compared with their case (RFC 7519 §4). */
export const claimMeaning = (name: string): Meaning | undefined => claims.get(name);

/** A header may repeat claims (RFC 7519 §5.3). */
export const parameterMeaning = (name: string): Meaning | undefined =>
  parameters.get(name) ?? claims.get(name);
