import type { Exchange } from '../engine/model.js';
import type { ExchangeList } from './exchange-list.js';

/** So many requests are looked at for one to repeat. */
const LOOKED_AT = 1_000;

/** The latest requests that carried anything, in order of time; those of proofs carry nothing. */
export function* repeatable(exchanges: ExchangeList): Generator<Exchange> {
  const carrying = exchanges.ids().filter((id) => exchanges.linksOf(id).carried.length > 0);
  for (const id of carrying.slice(-LOOKED_AT)) {
    const exchange = exchanges.get(id);
    if (exchange) yield exchange;
  }
}
