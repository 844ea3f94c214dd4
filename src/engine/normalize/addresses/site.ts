import { getDomain } from 'tldts';
import { addressOf } from '../../address.js';
import { memo } from '../../memo.js';

/**
 * Scheme + registrable domain (public suffix list, private section too), as in
 * `https://example.co.uk`.
 */
export const siteOf = memo((url: string): string => {
  const parsed = parseUrl(url);
  if (!parsed) return 'unknown:';
  const scheme =
    parsed.protocol === 'ws:' ? 'http:' : parsed.protocol === 'wss:' ? 'https:' : parsed.protocol;
  return `${scheme}//${registrableDomain(parsed.hostname)}`;
});

/** Registrable domain; for an IP address, a public suffix or a single label, the host itself. */
export const registrableDomain = memo(
  (hostname: string): string => getDomain(hostname, { allowPrivateDomains: true }) ?? hostname,
);

/** Registrable domain of a site, an origin or a URL, whatever its scheme; none without a host. */
export const domainOf = memo((url: string): string | undefined => {
  const host = parseUrl(url)?.hostname;
  return host ? registrableDomain(host) : undefined;
});

/**
 * What all addresses of a registrable domain have in common, and perhaps those of others as well:
 * told without the public suffix list, which is larger than all else that listens.
 */
export function broadDomainOf(url: string): string {
  const hostname = parseUrl(url)?.hostname ?? '';
  return /^[\d.]+$|^\[/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.');
}

/** Origin with `ws` read as `http`, so that a WebSocket belongs to the same place as its page. */
export const originOf = memo((url: string): string => {
  const parsed = parseUrl(url);
  if (!parsed) return 'unknown:';
  return `${parsed.protocol.replace(/^ws/, 'http')}//${parsed.host}`;
});

/**
 * Loopback by name or address: a potentially trustworthy origin even over http (Secure Contexts
 * §3.1).
 */
export function isLocal(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(host)
  );
}

/** `new URL` without the exception. What it returns is shared: only to be read. */
export const parseUrl = memo((url: string): Readonly<URL> | undefined => addressOf(url));

/** Path of an address (RFC 3986 §3.3); empty where it cannot be parsed. */
export function pathOf(url = ''): string {
  return parseUrl(url)?.pathname ?? '';
}

/** An address without query and fragment, whether or not it can be parsed. */
export function pageAddress(url: string): string {
  return url.split(/[?#]/, 1)[0]!;
}
