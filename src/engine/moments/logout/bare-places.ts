import type { Credential, Exchange } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { withLatest } from '../latest.js';

const KEPT = 64;

export type SavedBarePlaces = readonly string[];

/**
 * Directories to which a page of the site asked without any cookie: what goes there later under a
 * path that holds for all of it (RFC 6265bis §5.1.4) was made in between, by whatever nobody could
 * read, and did not come along.
 */
export class BarePlaces {
  readonly #credentials: CredentialReader;
  #bare: readonly string[];

  constructor(credentials: CredentialReader, saved: SavedBarePlaces = []) {
    this.#credentials = credentials;
    this.#bare = saved;
  }

  save(): SavedBarePlaces {
    return this.#bare;
  }

  exchange({ exchange, carried }: LinkedExchange): Effect[] {
    const place = directoryOf(exchange.url);
    if (place === undefined) return [];
    const isBare = this.#bare.includes(place);
    if (carried.size === 0) {
      const isNews = !isBare && isOfOwnPage(exchange);
      if (isNews) this.#bare = withLatest(this.#bare, place, KEPT);
      return [];
    }
    if (!isBare) return [];
    return [...carried.keys()]
      .flatMap((id) => this.#credentials.byId(id) ?? [])
      .filter((one) => isUnexplained(one, exchange))
      .map(({ id }): Effect => ({ kind: 'behaved', id, behaviour: { madeSince: true } }));
  }
}

function directoryOf(url: string): string | undefined {
  const address = parseUrl(url);
  return address && address.origin + address.pathname.replace(/[^/]*$/, '');
}

/** Whoever comes from another site comes without what is for the same one alone. */
function isOfOwnPage({ url, topUrl, type }: Exchange): boolean {
  return type === 'fetch' && topUrl !== undefined && siteOf(topUrl) === siteOf(url);
}

/** A cookie that this request is the first to show. */
function isUnexplained({ kind, sightings, behaviour }: Credential, exchange: Exchange): boolean {
  return (
    kind === 'cookie' &&
    !behaviour.madeSince &&
    sightings.every(({ firstAt }) => firstAt >= exchange.startedAt)
  );
}
