import { cameAlong } from '../../credentials/came-along.js';
import type { Credential, Exchange, Millis } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { withLatest } from '../latest.js';

const KEPT = 64;

interface Place {
  directory: string;
  since: Millis;
}

export type SavedAskedPlaces = readonly Place[];

/**
 * Directories to which the browser sent all that it had: what goes there under a path that holds
 * for all of it (RFC 6265bis §5.1.4), and went nowhere until then, was made in between, by a script
 * or by whatever nobody could read, and did not come along.
 */
export class AskedPlaces {
  readonly #credentials: CredentialReader;
  #asked: readonly Place[];

  constructor(credentials: CredentialReader, saved: SavedAskedPlaces = []) {
    this.#credentials = credentials;
    this.#asked = saved;
  }

  save(): SavedAskedPlaces {
    return this.#asked;
  }

  exchange({ exchange, carried }: LinkedExchange): Effect[] {
    const directory = directoryOf(exchange.url);
    if (directory === undefined) return [];
    const before = this.#asked.find((one) => one.directory === directory);
    if (before) return this.#madeSince(before, [...carried.keys()]);
    const asked = { directory, since: exchange.startedAt };
    if (sendsAll(exchange)) this.#asked = withLatest(this.#asked, asked, KEPT);
    return [];
  }

  #madeSince({ since }: Place, carried: readonly string[]): Effect[] {
    return carried
      .flatMap((id) => this.#credentials.byId(id) ?? [])
      .filter((one) => isUnexplained(one, since))
      .map(({ id }): Effect => ({ kind: 'behaved', id, behaviour: { madeSince: true } }));
  }
}

function directoryOf(url: string): string | undefined {
  const address = parseUrl(url);
  return address && address.origin + address.pathname.replace(/[^/]*$/, '');
}

/** Whoever comes from another site comes without what is for the same one alone. */
function sendsAll({ url, topUrl, type, request }: Exchange): boolean {
  if (type === 'fetch') return topUrl !== undefined && siteOf(topUrl) === siteOf(url);
  const from = request.headers.find(({ name }) => name === 'sec-fetch-site')?.value;
  return type === 'document' && (from === 'none' || from === 'same-origin');
}

/** A cookie that no answer was seen to give, and that was first sent after that. */
function isUnexplained(one: Credential, since: Millis): boolean {
  return (
    one.kind === 'cookie' &&
    !one.behaviour.madeSince &&
    cameAlong(one) &&
    one.sightings.every(({ firstAt }) => firstAt > since)
  );
}
