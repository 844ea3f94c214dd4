import { getPublicSuffix } from 'tldts';

/** RFC 6265bis §5.1.4: the request's path up to, but not including, its last slash. */
export function defaultPath(requestPath: string): string {
  const slash = requestPath.lastIndexOf('/');
  return slash <= 0 ? '/' : requestPath.slice(0, slash);
}

/** RFC 6265bis §5.1.3: `host` is `domain` or ends with `.domain`; never for an IP address. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  return host.endsWith(`.${domain}`) && !isIpAddress(host);
}

/** RFC 6265bis §5.1.4: `path` covers `requestPath`. */
export function pathMatches(requestPath: string, path: string): boolean {
  if (requestPath === path) return true;
  return requestPath.startsWith(path) && (path.endsWith('/') || requestPath[path.length] === '/');
}

/** A host as `URL` prints it: IPv4 in four decimal parts, IPv6 in brackets. */
export function isIpAddress(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host);
}

/**
 * On the public suffix list, its private section too; a single label of any kind counts as well.
 */
export function isPublicSuffix(domain: string): boolean {
  const bare = domain.endsWith('.') ? domain.slice(0, -1) : domain;
  return getPublicSuffix(bare, { allowPrivateDomains: true }) === bare;
}
