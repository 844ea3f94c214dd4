import type { Credential } from '../model.js';
import { parseUrl, registrableDomain } from '../normalize/addresses/site.js';

/** Registrable domain of a site, an origin or a URL, whatever its scheme. */
export function domainOf(url: string): string | undefined {
  const host = parseUrl(url)?.hostname;
  return host ? registrableDomain(host) : undefined;
}

/** Domains that a JWT names as its issuer or as its audience: URLs, or bare host names. */
export function namedDomains({ jwt }: Credential): Set<string> {
  return domainsIn(jwt?.claims['iss'], jwt?.claims['aud']);
}

/**
 * Domains that a JWT names as its audience; an identifier that only looks like one may be among
 * them.
 */
export function audienceDomains({ jwt }: Credential): Set<string> {
  return domainsIn(jwt?.claims['aud']);
}

function domainsIn(...claims: unknown[]): Set<string> {
  const domains = claims.flat().flatMap((name) => {
    if (typeof name !== 'string') return [];
    const isUrl = name.includes('://');
    // Without a scheme, only what has a dot can be a host; "account" is a client id.
    const domain =
      isUrl || name.includes('.') ? domainOf(isUrl ? name : `https://${name}`) : undefined;
    return domain ?? [];
  });
  return new Set(domains);
}
