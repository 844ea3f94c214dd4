import type { CookieRequest, SameSitePolicy } from '../../src/engine/cookies/cookie-context.js';
import { CookieJar, type SetOutcome } from '../../src/engine/cookies/cookie-jar.js';
import type { Shelf, ShelvedCookie } from '../../src/engine/cookies/cookie-jar.js';
import type { CookieMode } from '../../src/engine/cookies/cookie-mode.js';
import type { CookieAttributes, Millis } from '../../src/engine/model.js';
import { registrableDomain } from '../../src/engine/normalize/addresses/site.js';

/** RFC 6265bis §6.1 asks for at least 50 per domain; browsers keep about this many for a site. */
const MAX_PER_SITE = 180;

type Stored = ShelvedCookie & CookieAttributes & { createdAt: Millis };

/**
 * The product's jar over a shelf in memory: with it, headers alone predict what is stored and sent.
 */
export class MemoryJar implements Shelf {
  readonly #cookies = new Map<string, Stored>();
  readonly #jar: CookieJar;
  #now: Millis = 0;

  constructor(mode?: CookieMode, policy?: SameSitePolicy) {
    this.#jar = new CookieJar(this, mode, policy);
  }

  named(name: string): Stored[] {
    return this.all(this.#now).filter((cookie) => cookie.name === name);
  }

  /** All cookies that have not ended, in the order in which they were first set. */
  all(now: Millis): Stored[] {
    return [...this.#cookies.values()].filter(({ expiresAt = Infinity }) => expiresAt > now);
  }

  /** Carries out what a line does. */
  set(line: string, request: CookieRequest, now: Millis): SetOutcome {
    this.#now = now;
    const outcome = this.#jar.set(line, request, now);
    const { key, effect, cookie, expiresAt, partitionKey } = outcome;
    const known = this.#cookies.get(key);
    const hasEnded = known !== undefined && (known.expiresAt ?? Infinity) <= now;
    if (effect === 'deletes' || (effect === 'stores' && hasEnded)) this.#cookies.delete(key);
    if (effect !== 'stores') return outcome;
    const { name, value, attributes } = cookie;
    // A replaced cookie keeps its place in the Map and its time of creation (§5.7).
    this.#cookies.set(key, {
      name,
      value,
      ...attributes,
      createdAt: known && !hasEnded ? known.createdAt : now,
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(partitionKey === undefined ? {} : { partitionKey }),
    });
    if (!known) this.#evict(attributes.domain);
    return outcome;
  }

  /** The cookies that go with a request: longer paths first, then the older ones (§5.8.3). */
  get(request: CookieRequest, now: Millis): Stored[] {
    return this.all(now)
      .filter((cookie) => this.#jar.sends(cookie, request, now))
      .sort((a, b) => b.path.length - a.path.length);
  }

  /** The Cookie header of a request; empty where none is sent. */
  header(request: CookieRequest, now: Millis): string {
    return this.get(request, now).map(printPair).join('; ');
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
export function printPair({ name, value }: Pick<ShelvedCookie, 'name' | 'value'>): string {
  return name === '' ? value : `${name}=${value}`;
}
