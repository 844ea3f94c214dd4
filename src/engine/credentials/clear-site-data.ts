import type { Exchange } from '../model.js';
import { isLocal, parseUrl, registrableDomain } from '../normalize/addresses/site.js';
import { endLife } from './cookie-shelf.js';
import { isLive } from './credential-state.js';
import type { CredentialStore } from './credential-store.js';
import { noteRemoved } from './gone.js';
import type { ExchangeScene } from './scene.js';

/**
 * `Clear-Site-Data` (W3C, §3): `"cookies"` deletes those of the whole registrable domain,
 * `"storage"` what the origin itself keeps; only over a secure connection. Returns the ids of what
 * it deleted.
 */
export function clearSiteData(
  store: CredentialStore,
  { response }: Exchange,
  { url, at, ref }: ExchangeScene,
): string[] {
  const address = parseUrl(url);
  const lines = response?.headers.filter(({ name }) => name === 'clear-site-data') ?? [];
  const types = lines.map(({ value }) => value).join(',');
  if (!address || types === '' || !isTrustworthy(address)) return [];
  const has = (type: string) => types.includes(`"${type}"`) || types.includes('"*"');
  const domain = registrableDomain(address.hostname);
  const cookies = has('cookies')
    ? store
        .records()
        .filter(
          (cookie) =>
            cookie.kind === 'cookie' &&
            isLive(cookie, at) &&
            registrableDomain(cookie.attributes?.domain ?? cookie.host) === domain,
        )
    : [];
  for (const { id } of cookies) endLife(store, id, at, ref);
  const removed = has('storage') ? noteRemoved(store, address.origin, at) : [];
  return [...cookies.map(({ id }) => id), ...removed];
}

function isTrustworthy({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || isLocal(hostname);
}
