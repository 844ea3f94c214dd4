import type { JarCookie, Millis } from '../model.js';
import { parseUrl } from '../normalize/addresses/site.js';
import {
  type CookieRequest,
  CURRENT_POLICY,
  partitionOf,
  type SameSitePolicy,
} from './cookie-context.js';
import { pathMatches } from './cookie-match.js';
import { type CookieMode, LIFETIME_CAP } from './cookie-mode.js';
import { coversHost, sendReasons, type SetVerdict, verdictOn } from './cookie-verdict.js';
import { isSecureOrigin, readSetCookie, type SetCookie } from './set-cookie.js';

/** A cookie as a jar needs to know it. `createdAt` is when its identity was first set. */
export type ShelvedCookie = JarCookie & { createdAt?: Millis };

/** Where a jar's cookies lie: those of a name that have not ended. */
export interface Shelf<Cookie extends ShelvedCookie = ShelvedCookie> {
  named(name: string): Iterable<Cookie>;
}

/** What a Set-Cookie line does to a jar: whoever keeps the shelf carries it out. */
export interface SetOutcome extends SetVerdict {
  /** Identity of the cookie that it speaks of. */
  key: string;
  effect: 'refused' | 'deletes' | 'stores';
  partitionKey?: string;
  /** When what it stores ends; absent for a session cookie. */
  expiresAt?: Millis;
}

/**
 * What a browser's cookie store does (RFC 6265bis §5.7, §5.8) with the cookies of a shelf. It
 * decides and keeps nothing itself, so that it is the same jar over recorded traffic and in a
 * measurement.
 */
export class CookieJar<Cookie extends ShelvedCookie = ShelvedCookie> {
  constructor(
    private readonly shelf: Shelf<Cookie>,
    private readonly mode: CookieMode = 'browser',
    private readonly policy: SameSitePolicy = CURRENT_POLICY,
  ) {}

  /** Reads a Set-Cookie line, and tells what a browser would do with it. */
  set(line: string, request: CookieRequest, now: Millis): SetOutcome {
    const verdict = this.#verdict(line, request, now);
    const { attributes, expiresAt: asked, name } = verdict.cookie;
    const partitionKey =
      attributes.partitioned && this.mode === 'browser' ? partitionOf(request) : undefined;
    const deletes = asked !== undefined && asked <= now;
    const expiresAt =
      asked === undefined || this.mode === 'rfc6265' ? asked : Math.min(asked, now + LIFETIME_CAP);
    return {
      ...verdict,
      key: cookieKey(name, attributes, partitionKey, this.mode),
      effect: verdict.stored ? (deletes ? 'deletes' : 'stores') : 'refused',
      ...(partitionKey === undefined ? {} : { partitionKey }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
    };
  }

  /** Whether a browser sends a cookie with a request (§5.8.3). */
  sends(cookie: ShelvedCookie, request: CookieRequest, now: Millis): boolean {
    if (this.mode === 'rfc6265') return plainlySends(cookie, request);
    return (
      isInPartition(cookie, request) && sendReasons(cookie, request, now, this.policy).length === 0
    );
  }

  #verdict(line: string, request: CookieRequest, now: Millis): SetVerdict {
    const cookie = readSetCookie(line, request.url, now, this.mode);
    if (this.mode === 'browser')
      return verdictOn(cookie, request, this.policy, () => this.shelf.named(cookie.name));
    return { cookie, stored: !cookie.rejected, rejections: cookie.rejections, chrome: [] };
  }
}

/** A cookie's identity; RFC 6265 did not yet tell a host's own cookie from its domain's. */
export function cookieKey(
  name: string,
  { domain, hostOnly, path }: Pick<SetCookie['attributes'], 'domain' | 'hostOnly' | 'path'>,
  partition = '',
  mode: CookieMode = 'browser',
): string {
  return JSON.stringify([name, domain, mode === 'browser' && hostOnly, path, partition]);
}

/** What of a cookie tells where it goes. */
export type CookiePlace = Pick<
  ShelvedCookie,
  'domain' | 'hostOnly' | 'path' | 'secure' | 'partitionKey'
>;

/** True for a cookie that can have come with a request, whatever SameSite and its user allowed. */
export function reaches(cookie: CookiePlace, request: CookieRequest): boolean {
  const target = parseUrl(request.url);
  return (
    target !== undefined &&
    isInPartition(cookie, request) &&
    (!cookie.secure || isSecureOrigin(target)) &&
    coversHost(cookie, target.hostname) &&
    pathMatches(target.pathname, cookie.path)
  );
}

function isInPartition({ partitionKey }: CookiePlace, request: CookieRequest): boolean {
  return partitionKey === undefined || partitionKey === partitionOf(request);
}

function plainlySends(cookie: ShelvedCookie, { url }: CookieRequest): boolean {
  const target = parseUrl(url);
  return (
    target !== undefined &&
    (!cookie.secure || target.protocol === 'https:') &&
    coversHost(cookie, target.hostname) &&
    pathMatches(unescapePlain(target.pathname), cookie.path)
  );
}

/**
 * A request for `/f%6Fo` is one for `/foo` (RFC 3986 §6.2.2.2); browsers compare them as written.
 */
function unescapePlain(path: string): string {
  return path.replace(/%(?:2[de]|3\d|[46][1-9a-f]|[57][0-9a]|5f|7e)/gi, (escaped) =>
    decodeURIComponent(escaped),
  );
}
