import type { CredentialDraft } from './draft.js';
import type { Carrier } from '../model.js';
import { isLocal, parseUrl } from '../normalize/addresses/site.js';
import { CARRIERS } from '../where-seen.js';

/**
 * Names a credential after the place where it lives. A token's home is the server that issued it,
 * else the origin that stores it, else the page that sent it.
 */
export function settleHome(credential: CredentialDraft): void {
  const isCookie = credential.kind === 'cookie';
  const seen = new Set<Carrier>(credential.sightings.map((s) => s.carrier));
  if (isCookie) seen.add('cookie');
  credential.carriers = CARRIERS.filter((carrier) => seen.has(carrier));
  if (isCookie) return;
  credential.carrier = credential.carriers[0] ?? credential.carrier;
  const named = credential.sightings.find((s) => s.carrier === credential.carrier);
  if (named) credential.name = named.locator;
  const home =
    credential.sightings.find((s) => s.direction === 'received') ??
    credential.sightings.find((s) => s.direction === 'stored');
  const first = home ?? credential.sightings[0];
  if (first) {
    credential.origin = first.origin;
    credential.site = home ? home.site : (first.pageSite ?? first.site);
  }
  credential.host = parseUrl(credential.origin)?.hostname ?? '';
  credential.local = isLocal(credential.host);
}
