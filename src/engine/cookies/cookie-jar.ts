import type { JarCookie, Millis } from '../model.js';
import {
  type CookieRequest,
  CURRENT_POLICY,
  partitionOf,
  type SameSitePolicy,
} from './cookie-context.js';
import { pathMatches } from './cookie-match.js';
import { type CookieMode, LIFETIME_CAP } from './cookie-mode.js';
import { coversHost, sendReasons, setVerdict, type SetVerdict } from './cookie-verdict.js';
import { readSetCookie, type SetCookie } from './set-cookie.js';
import { parseUrl, registrableDomain } from '../normalize/site.js';

/** A cookie as stored: `createdAt` is when its identity was first set. */
export interface StoredCookie extends JarCookie {
  createdAt: Millis;
}

/** RFC 6265bis §6.1 asks for at least 50 per domain; browsers keep about this many for a site. */
const MAX_PER_SITE = 180;

/**
 * What a browser's cookie store would hold (RFC 6265bis §5.7, §5.8) if it had seen the lines given
 * to `set`: with it, headers alone predict what is stored and what is sent.
 */
export class CookieJar {
  readonly #cookies = new Map<string, StoredCookie>();

  constructor(
    private readonly mode: CookieMode = 'browser',
    private readonly policy: SameSitePolicy = CURRENT_POLICY,
  ) {}

  /** All cookies that have not ended, in the order in which they were first set. */
  all(now: Millis): StoredCookie[] {
    return [...this.#cookies.values()].filter((cookie) => !hasEnded(cookie, now));
  }

  /** Reads and, if a browser would, stores or deletes what a Set-Cookie line says. */
  set(line: string, request: CookieRequest, now: Millis): SetVerdict {
    const verdict =
      this.mode === 'browser'
        ? setVerdict(line, request, now, this.policy, this.all(now))
        : plainVerdict(line, request, now);
    if (verdict.stored) this.#store(verdict.cookie, request, now);
    return verdict;
  }

  /** The cookies that go with a request: longer paths first, then the older ones (§5.8.3). */
  get(request: CookieRequest, now: Millis): StoredCookie[] {
    const partition = partitionOf(request);
    return this.all(now)
      .filter((cookie) => cookie.partitionKey === undefined || cookie.partitionKey === partition)
      .filter((cookie) => this.#goesWith(cookie, request, now))
      .sort((a, b) => b.path.length - a.path.length);
  }

  /** The Cookie header of a request; empty where none is sent. */
  header(request: CookieRequest, now: Millis): string {
    return this.get(request, now).map(printPair).join('; ');
  }

  #goesWith(cookie: StoredCookie, request: CookieRequest, now: Millis): boolean {
    if (this.mode === 'browser') return sendReasons(cookie, request, now, this.policy).length === 0;
    const target = parseUrl(request.url);
    return (
      target !== undefined &&
      (!cookie.secure || target.protocol === 'https:') &&
      coversHost(cookie, target.hostname) &&
      pathMatches(unescapePlain(target.pathname), cookie.path)
    );
  }

  #store(cookie: SetCookie, request: CookieRequest, now: Millis): void {
    const { name, value, attributes } = cookie;
    const partitionKey =
      attributes.partitioned && this.mode === 'browser' ? partitionOf(request) : undefined;
    const key = this.#keyOf(name, attributes, partitionKey);
    const known = this.#cookies.get(key);
    const deletes = cookie.expiresAt !== undefined && cookie.expiresAt <= now;
    if (deletes || (known && hasEnded(known, now))) this.#cookies.delete(key);
    if (deletes) return;
    const expiresAt =
      cookie.expiresAt === undefined || this.mode === 'rfc6265'
        ? cookie.expiresAt
        : Math.min(cookie.expiresAt, now + LIFETIME_CAP);
    // A replaced cookie keeps its place in the Map and its time of creation (§5.7).
    this.#cookies.set(key, {
      name,
      value,
      ...attributes,
      createdAt: known && !hasEnded(known, now) ? known.createdAt : now,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(partitionKey === undefined ? {} : { partitionKey }),
    });
    if (!known) this.#evict(attributes.domain);
  }

  /** A cookie's identity; RFC 6265 did not yet tell a host's own cookie from its domain's. */
  #keyOf(
    name: string,
    { domain, hostOnly, path }: SetCookie['attributes'],
    partition?: string,
  ): string {
    return JSON.stringify([name, domain, this.mode === 'browser' && hostOnly, path, partition]);
  }

  /** Drops the oldest cookie of a site that has too many. */
  #evict(domain: string): void {
    const site = registrableDomain(domain);
    const ofSite = [...this.#cookies].filter(
      ([, cookie]) => registrableDomain(cookie.domain) === site,
    );
    if (ofSite.length > MAX_PER_SITE) this.#cookies.delete(ofSite[0]![0]);
  }
}

/** A cookie as it stands in a Cookie header; one without a name is its value alone. */
export function printPair({ name, value }: Pick<JarCookie, 'name' | 'value'>): string {
  return name === '' ? value : `${name}=${value}`;
}

function plainVerdict(line: string, request: CookieRequest, now: Millis): SetVerdict {
  const cookie = readSetCookie(line, request.url, now, 'rfc6265');
  return { cookie, stored: !cookie.rejected, rejections: cookie.rejections, chrome: [] };
}

function hasEnded({ expiresAt }: StoredCookie, now: Millis): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}

/** A request for `/f%6Fo` is one for `/foo` (RFC 3986 §6.2.2.2); browsers compare them as written. */
function unescapePlain(path: string): string {
  return path.replace(/%(?:2[de]|3\d|[46][1-9a-f]|[57][0-9a]|5f|7e)/gi, (escaped) =>
    decodeURIComponent(escaped),
  );
}
