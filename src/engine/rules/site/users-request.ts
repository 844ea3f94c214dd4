import { hasLived } from '../../credentials/lived-attributes.js';
import type { Known } from '../../known.js';
import type { Credential, Millis } from '../../model.js';
import { logsIn } from '../../role-table.js';
import type { LoggedExchange } from '../../trail/exchange-log.js';
import { restsOnItsName } from '../confidence.js';

/**
 * What makes a request the user's without anybody's doing: cookies, and the password of a dialog.
 */
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
  return isSignedIn(known.targetOf(exchange), exchange.at, known, exchange.ref.id);
}

/** The same of a moment; what happened in the exchange of that moment itself is left out. */
export function isSignedIn(site: string, when: Millis, known: Known, itself?: string): boolean {
  const own = known.moments.filter((one) => one.site === site && one.type !== 'session-lost');
  const before = own.findLast(({ at, exchange: { id } }) => at <= when && id !== itself);
  return before ? before.type === 'login' : own[0]?.type !== 'login';
}

/** What went to a site. */
export function requestsTo(site: string, known: Known): readonly LoggedExchange[] {
  return known.derived(bySite).get(site) ?? [];
}

function bySite(known: Known): ReadonlyMap<string, readonly LoggedExchange[]> {
  const sites = new Map<string, LoggedExchange[]>();
  for (const one of known.exchanges) {
    const site = known.targetOf(one);
    const own = sites.get(site);
    if (own) own.push(one);
    else sites.set(site, [one]);
  }
  return sites;
}
