import type { Credential } from '../../model.js';
import type { Aspect, AspectCells } from './cell.js';
import { cellsOf } from './cell.js';
import { readableBy, stolenByXss } from './exposure.js';
import { factsOf, type Told } from './facts.js';
import { accessRefresh, acrossDomains, scopes, sentTo } from './reach.js';
import { forgedByCsrf, revocable, secondServer } from './risk.js';
import { ends, setBy } from './when.js';
import { format, size, stateHolder, storedIn } from './where.js';

/** The rows of the table, in the order in which they are read. */
export const ASPECTS: readonly Aspect[] = [
  stateHolder,
  storedIn,
  format,
  setBy,
  ends,
  size,
  readableBy,
  sentTo,
  stolenByXss,
  forgedByCsrf,
  revocable,
  secondServer,
  acrossDomains,
  accessRefresh,
  scopes,
];

export type ComparisonRow = { aspect: string } & AspectCells;

/** The classic table of session, token and cookie, filled in with what was seen at one site. */
export function comparisonOf(credentials: readonly Credential[], told: Told = {}): ComparisonRow[] {
  const facts = factsOf(credentials, told);
  if (!facts.session && !facts.token) return [];
  return ASPECTS.map((aspect) => ({ aspect: aspect.name, ...cellsOf(aspect, facts) }));
}
