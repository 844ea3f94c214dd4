import type { Credential, Sighting } from '../../model.js';
import { parseUrl } from '../../normalize/addresses/site.js';
import { isFilePath } from '../../places/signed-url.js';

/**
 * In what kind of address a token went. `fragment`: the browser keeps it to itself (RFC 3986 §3.5).
 * `handshake`: of a socket, whose script can set no header. `file`: of one picture, stream or
 * download.
 */
export type UrlUse = 'query' | 'fragment' | 'handshake' | 'file';

/** The polling transport of Engine.IO goes before its socket, with the same address. */
const SOCKET_PATH = /\/socket\.io\/|\/engine\.io\/|\/sockjs(?:-node)?\/|\/signalr\//i;
/** Tokens that a standard puts in addresses: RFC 9101 §5; OpenID Connect RP-Initiated Logout §2. */
const BY_STANDARD: ReadonlySet<string> = new Set(['request', 'id_token_hint']);

/** Requests whose address carried a token that no standard puts there. */
export function usesInUrl({ sightings }: Credential): Sighting[] {
  return sightings.filter(
    ({ carrier, direction, locator }) =>
      carrier === 'url' && direction === 'sent' && !BY_STANDARD.has(locator),
  );
}

/** An address of a socket, or of a transport that imitates one by polling. */
export function isOfSocket(address: string): boolean {
  const url = parseUrl(address);
  return url !== undefined && (/^wss?:$/.test(url.protocol) || SOCKET_PATH.test(url.pathname));
}

/** Of several requests of one place the last is looked at. */
export function urlUseOf({ locator, lastExchange, origin }: Sighting): UrlUse {
  const address = lastExchange?.url ?? origin;
  if (isOfSocket(address)) return 'handshake';
  const url = parseUrl(address);
  if (!url) return 'query';
  if (isInFragment(url, locator)) return 'fragment';
  return isFilePath(url.pathname) ? 'file' : 'query';
}

/**
 * Opens single files and is sent in no other way: signed addresses, which say nothing of who asks.
 */
export function isForFilesAlone(credential: Credential): boolean {
  const { sightings } = credential;
  const uses = usesInUrl(credential);
  return (
    uses.length > 0 &&
    uses.every((use) => urlUseOf(use) === 'file') &&
    sightings.every(({ carrier, direction }) => carrier === 'url' || direction === 'received')
  );
}

function isInFragment(url: URL, locator: string): boolean {
  if (locator === 'fragment') return true;
  const inFragment = new URLSearchParams(url.hash.slice(1).replace(/^[^?&]*\?/, '')).has(locator);
  return inFragment && !new URLSearchParams(url.search).has(locator);
}
