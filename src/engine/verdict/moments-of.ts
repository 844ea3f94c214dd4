import type { Known } from '../known.js';
import type { Credential } from '../model.js';
import type { Moment } from '../moments/moment.js';
import { logsIn } from '../role-table.js';

/**
 * The logins, logouts and ends of a site, in order of time; of an API that has no users of its own,
 * as the pages of another site keep what it gives, those of the site of the pages, too.
 */
export function momentsOf(site: string, own: readonly Credential[], known: Known): Moment[] {
  const tokens = own.filter((one) => one.kind === 'token' && logsIn(one));
  return known.moments.filter(
    (moment) =>
      moment.site === site ||
      (tokens.some((one) => isOf(moment, one, site)) && !known.ofSite(moment.site).some(logsIn)),
  );
}

/** A login that gave it, or what happened where the site's pages sent it. */
function isOf({ type, site, exchange }: Moment, token: Credential, own: string): boolean {
  if (type === 'login') return token.behaviour.issuedAtLogin?.id === exchange.id;
  return token.sightings.some((s) => s.site === site && s.pageSite === own);
}
