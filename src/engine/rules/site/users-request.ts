import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import { logsIn } from '../../role-table.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { restsOnItsName } from '../confidence.js';

/** What makes a request the user's without anybody's doing: cookies, and the password of a dialog. */
export function ambientOf({ carried, facts }: LoggedExchange, known: Known): Credential[] {
  const added = facts?.ambient ?? [];
  return carried
    .flatMap((id) => known.byId(id) ?? [])
    .filter((one) => {
      if (one.signs !== undefined || restsOnItsName(one)) return false;
      if (one.role === 'basic') return added.includes('http-auth');
      return one.kind === 'cookie' && logsIn(one) && hasLived(one) && added.includes('cookie');
    });
}

/** False before somebody logged in and after the logout, where these were seen. */
export function isUsers(exchange: LoggedExchange, known: Known): boolean {
  const site = known.targetOf(exchange);
  const own = known.moments.filter((one) => one.site === site && one.type !== 'session-lost');
  const before = own.findLast(
    ({ at, exchange: { id } }) => at <= exchange.at && id !== exchange.ref.id,
  );
  return before ? before.type === 'login' : own[0]?.type !== 'login';
}

/** What went to a site. */
export function requestsTo(site: string, known: Known): readonly LoggedExchange[] {
  return known.exchangesOf(site).filter((one) => known.targetOf(one) === site);
}
