import type { Exchange } from '../model.js';
import { isLocal, parseUrl, registrableDomain } from '../normalize/site.js';
import type { CookieContext } from './cookies.js';
import type { CredentialStore } from './credential-store.js';

/**
 * `Clear-Site-Data` (W3C, §3): `"cookies"` deletes those of the whole registrable domain, `"storage"`
 * what the origin itself keeps; only over a secure connection. Returns the ids of what it deleted.
 */
export function clearSiteData(
  store: CredentialStore,
  { response }: Exchange,
  { url, at, ref }: CookieContext,
): string[] {
  const address = parseUrl(url);
  const types =
    response?.headers
      .filter(({ name }) => name === 'clear-site-data')
      .map(({ value }) => value)
      .join(',') ?? '';
  if (!address || types === '' || !isTrustworthy(address)) return [];
  const has = (type: string) => types.includes(`"${type}"`) || types.includes('"*"');
  const cleared: string[] = [];
  for (const credential of store.all()) {
    const { attributes, cookie, sightings } = credential;
    if (
      has('cookies') &&
      attributes &&
      !cookie?.rejected &&
      cookie?.clearedAt === undefined &&
      registrableDomain(attributes.domain) === registrableDomain(address.hostname)
    ) {
      credential.cookie = { diagnoses: [], ...cookie, clearedAt: at, clearedBy: ref };
      store.note(credential, 'cleared', at, ref);
      cleared.push(credential.id);
    }
    const kept = sightings.filter(
      ({ direction, carrier, origin, goneAt }) =>
        direction === 'stored' &&
        carrier !== 'cookie' &&
        origin === address.origin &&
        goneAt === undefined,
    );
    if (!has('storage') || kept.length === 0) continue;
    for (const sighting of kept) sighting.goneAt = at;
    cleared.push(credential.id);
  }
  return cleared;
}

function isTrustworthy({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLocal(hostname);
}
