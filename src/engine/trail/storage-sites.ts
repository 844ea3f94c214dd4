import type { Snapshot } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';

/** As many sites as a visit to a page full of frames has. */
const KEPT = 500;

/** Sites whose web storage was looked at: of others nobody knows what lies there. */
export class StorageSites {
  readonly #sites: Set<string>;

  constructor(saved: readonly string[] = []) {
    this.#sites = new Set(saved);
  }

  add(snapshot: Snapshot): void {
    if (snapshot.kind !== 'storage') return;
    this.#sites.add(siteOf(snapshot.origin));
    const [oldest] = this.#sites;
    if (this.#sites.size > KEPT && oldest !== undefined) this.#sites.delete(oldest);
  }

  all(): string[] {
    return [...this.#sites];
  }
}
