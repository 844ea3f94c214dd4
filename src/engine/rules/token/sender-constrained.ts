import type { Known } from '../../known.js';
import { sitesUsing } from '../../known-indexes.js';
import type { Credential } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';

/**
 * True where what a token gives works only together with a key of the browser's own (RFC 9449 §5,
 * RFC 8705 §3): a proof went along with its login, or the access tokens of the same site name that
 * key.
 */
export function isSenderConstrained(credential: Credential, known: Known): boolean {
  if (isBound(credential)) return true;
  const sites = new Set([credential.site, ...sitesUsing(credential)]);
  const byFlow = known.flows.some(
    ({ issuer, dpop, deviceBound }) => sites.has(siteOf(issuer)) && (dpop || deviceBound === true),
  );
  return byFlow || known.byRole('access-token').some((one) => sites.has(one.site) && isBound(one));
}

/** `cnf` (RFC 7800 §3.1), or sent under the scheme of DPoP (RFC 9449 §7.1). */
function isBound({ jwt, scheme }: Credential): boolean {
  return scheme === 'dpop' || typeof jwt?.claims['cnf'] === 'object';
}
