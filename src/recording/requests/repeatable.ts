import type { Exchange } from '../../engine/model.js';
import { originOf } from '../../engine/normalize/addresses/site.js';
import { isHttpAuthentication } from '../../engine/proof/own-headers.js';
import type { ExchangeList } from '../exchanges/exchange-list.js';

/**
 * So many requests are looked at for one to repeat, whenever something came: more would take too
 * long at once.
 */
const LOOKED_AT = 500;

/**
 * The latest requests that carried anything, in order of time; those of proofs carry nothing. Where
 * a browser once answered a challenge, it answers unasked and unseen in other requests to that
 * server.
 */
export function repeatable(exchanges: ExchangeList): readonly Exchange[] {
  const ids = exchanges.ids();
  const carrying = ids.filter((id) => exchanges.linksOf(id).carried.length > 0).slice(-LOOKED_AT);
  const found = carrying.flatMap((id) => exchanges.get(id) ?? []);
  const challenged = new Set(found.filter(isAnswerToChallenge).map(({ url }) => originOf(url)));
  if (challenged.size === 0) return found;
  const known = new Set(carrying);
  const latest = new Set(ids.slice(-LOOKED_AT));
  return ids
    .filter((id) => known.has(id) || latest.has(id))
    .flatMap((id) => exchanges.get(id) ?? [])
    .filter((one) => known.has(one.id) || (!one.probe && challenged.has(originOf(one.url))));
}

function isAnswerToChallenge({ request }: Exchange): boolean {
  return request.headers.some(
    (header) => header.name === 'authorization' && isHttpAuthentication(header),
  );
}
