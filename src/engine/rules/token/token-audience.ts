import type { AuthFlow } from '../../flows/flow.js';
import type { Credential, Sighting } from '../../model.js';
import { parseUrl, registrableDomain } from '../../normalize/site.js';

/** Registrable domain of a site, an origin or a URL, whatever its scheme. */
export function domainOf(url: string): string | undefined {
  const host = parseUrl(url)?.hostname;
  return host ? registrableDomain(host) : undefined;
}

/** Domains that a JWT names as its issuer or as its audience: URLs, or bare host names. */
export function namedDomains({ jwt }: Credential): Set<string> {
  const domains = [jwt?.claims['iss'], jwt?.claims['aud']].flat().flatMap((name) => {
    if (typeof name !== 'string') return [];
    const isUrl = name.includes('://');
    // Without a scheme, only what has a dot can be a host; "account" is a client id.
    const domain =
      isUrl || name.includes('.') ? domainOf(isUrl ? name : `https://${name}`) : undefined;
    return domain ?? [];
  });
  return new Set(domains);
}

/**
 * Domains that had the token before it was sent there: its home, its issuer (whose response brought
 * it) and the client on whose behalf it was fetched. An echo in the answer does not count.
 */
export function knownDomains(credential: Credential, use: Sighting): Set<string> {
  const earlier = credential.sightings.filter(
    (s) => s.direction === 'received' && s.firstAt < use.firstAt,
  );
  const sites = [credential.site, ...earlier.flatMap((s) => [s.site, s.pageSite ?? s.site])];
  return new Set(sites.map((site) => domainOf(site) ?? site));
}

/**
 * Domains of the clients to which this credential's site, as a provider, hands its tokens: the redirect
 * URIs of its flows (RFC 6749 §4.2.2, OpenID Connect Core §3.2.2.5).
 */
export function clientDomains({ site }: Credential, flows: readonly AuthFlow[]): Set<string> {
  const home = domainOf(site);
  const own = flows.filter(({ issuer }) => domainOf(issuer) === home);
  return new Set(own.flatMap(({ redirectUri }) => domainOf(redirectUri ?? '') ?? []));
}
