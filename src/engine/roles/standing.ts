import type { Credential } from '../model.js';
import { roleFacts } from '../role-table.js';
import { ALONE } from './role.js';

/** What of a site's credentials stands for its user, as they are judged by now. */
export interface Standing {
  /** A login gave a session or a token: what it left alone is none. */
  given: boolean;
  /** Something keeps the user, beside what is only remembered. */
  kept: boolean;
  /** Nothing at all was seen that somebody could be known by: no key and no password either. */
  alone: boolean;
}

export function standingAt(site: string, all: readonly Credential[]): Standing {
  const keepers = all.filter((one) => keepsUser(one) && belongsTo(site, one));
  return {
    given: keepers.some(({ behaviour }) => behaviour.issuedAtLogin !== undefined),
    kept: keepers.length > 0,
    alone: !all.some((one) => speaksForUser(one) && belongsTo(site, one)),
  };
}

/** One that is a session only because nothing else is does not count as something else. */
function keepsUser({ role, evidence }: Credential): boolean {
  return roleFacts(role).keepsUser && evidence[0]?.key !== ALONE.key;
}

function speaksForUser({ role, evidence }: Credential): boolean {
  const speaks = roleFacts(role).logsIn || role === 'basic' || role === 'api-key';
  return speaks && evidence[0]?.key !== ALONE.key;
}

function belongsTo(site: string, one: Credential): boolean {
  return one.site === site || one.sightings.some(({ pageSite }) => pageSite === site);
}
