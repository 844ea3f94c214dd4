import type { Credential } from '../model.js';
import { domainOf } from '../normalize/addresses/site.js';
import { audiencesOf } from '../values/tokens/audiences.js';

/** Domains that a JWT names as its issuer or as its audience: URLs, or bare host names. */
export function namedDomains(credential: Credential): Set<string> {
  const issuer = credential.jwt?.claims['iss'];
  const domain = typeof issuer === 'string' ? domainIn(issuer) : undefined;
  return new Set([...(domain === undefined ? [] : [domain]), ...audienceDomains(credential)]);
}

/**
 * Domains that a JWT names as its audience; an identifier that only looks like one may be among
 * them.
 */
export function audienceDomains({ jwt }: Credential): Set<string> {
  return new Set((jwt ? audiencesOf(jwt) : []).flatMap((name) => domainIn(name) ?? []));
}

function domainIn(name: string): string | undefined {
  if (name.includes('://')) return domainOf(name);
  // Without a scheme, only what has a dot can be a host; "account" is a client id.
  return name.includes('.') ? domainOf(`https://${name}`) : undefined;
}
