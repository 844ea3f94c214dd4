import type { Losses } from '../../engine/losses.js';
import { parseUrl, registrableDomain, siteOf } from '../../engine/normalize/addresses/site.js';
import { Recent } from '../exchanges/recent.js';

export interface SavedVisited {
  domains: string[];
  sites: string[];
}

/** Where requests went, and what was shown: whose cookies are looked at. */
export class Visited {
  readonly #domains: Recent;
  readonly #sites: Recent;

  constructor(losses: Losses, saved?: SavedVisited) {
    this.#domains = new Recent(losses, saved?.domains);
    this.#sites = new Recent(losses, saved?.sites);
  }

  /** Registrable domains that took part, and sites that were shown, newest last. */
  all(): SavedVisited {
    return { domains: this.#domains.all(), sites: this.#sites.all() };
  }

  /** A request went there. */
  asked(url: string): void {
    const host = parseUrl(url)?.hostname;
    if (host) this.#domains.meet(registrableDomain(host));
  }

  /** A page was shown: its site is the key of a partition of cookies. */
  shown(url: string): void {
    this.asked(url);
    this.#sites.meet(siteOf(url));
  }
}
