import type { ExchangeScene } from '../credentials/scene.js';
import type { ExchangeRef } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';
import { LIMITS } from '../settings.js';

/** Plain JSON data. */
export type SavedLatest = [site: string, ExchangeRef][];

/** The last exchange of each site, of those that came last. */
export class LatestExchanges {
  readonly #latest: Map<string, ExchangeRef>;

  constructor(saved: SavedLatest = []) {
    this.#latest = new Map(saved);
  }

  save(): SavedLatest {
    return [...this.#latest];
  }

  of(site: string): ExchangeRef | undefined {
    return this.#latest.get(site);
  }

  note({ ref, pageSite }: ExchangeScene): void {
    for (const site of new Set([siteOf(ref.url), pageSite ?? siteOf(ref.url)])) {
      this.#latest.delete(site);
      this.#latest.set(site, ref);
    }
    for (const site of this.#latest.keys()) {
      if (this.#latest.size <= LIMITS.momentSites) break;
      this.#latest.delete(site);
    }
  }
}
