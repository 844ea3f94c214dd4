import type { Known } from '../../known.js';
import type { Credential } from '../../model.js';
import { parseUrl, registrableDomain } from '../../normalize/addresses/site.js';

/** Hosts under the same registrable domain as a cookie's that were seen beside its own, sorted. */
export function otherHosts({ host }: Credential, known: Known): string[] {
  const own = registrableDomain(host);
  const urls = [
    ...known.exchanges.map(({ ref }) => ref.url),
    ...known.credentials.map(({ origin }) => origin),
  ];
  const hosts = new Set(urls.map((url) => parseUrl(url)?.hostname ?? ''));
  return [...hosts].filter((one) => one !== host && registrableDomain(one) === own).toSorted();
}
