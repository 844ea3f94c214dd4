import type { Credential, Exchange, ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { roleFacts } from '../../role-table.js';
import { placeOf } from '../address-words.js';
import { setLatest, withLatest } from '../latest.js';

const KEPT = 100;

/** Where a token was taken for its user. */
interface Taken {
  id: string;
  at: Millis;
}

/** The last request that brought a token, and nothing else. */
export type SavedParting = { id: string; ref: ExchangeRef; at: Millis } | null;

export type SavedDropped = [string, Taken][];

/**
 * A page that keeps its token where nobody sees it (in memory, in IndexedDB) lets go of it at a
 * logout, and shows that only by asking without it: what was answered to the token is refused to
 * whoever brings none. A page that was loaded again has lost it, and will ask for another one.
 */
export class DroppedTokens {
  readonly #taken: Map<string, Taken>;

  /** Where it was, before its page was loaded again. */
  #before: readonly string[];

  #parting: SavedParting;

  constructor(saved?: SavedDropped, before: readonly string[] = [], parting: SavedParting = null) {
    this.#taken = new Map(saved);
    this.#before = before;
    this.#parting = parting;
  }

  /** The request after which the page does not bring this token any more, where that asked so. */
  parting(id: string | undefined): SavedParting {
    return id === undefined || this.#parting?.id === id ? this.#parting : null;
  }

  /** True for what was answered to a token, also to that of a page that is gone. */
  wasTaken({ method, url }: Exchange): boolean {
    const place = `${method} ${placeOf(url)}`;
    return this.#taken.has(place) || this.#before.includes(place);
  }

  before(): readonly string[] {
    return this.#before;
  }

  /** The id of the token that the page that sends this does not bring any more. */
  exchange(
    exchange: Exchange,
    ref: ExchangeRef,
    carried: readonly Credential[],
  ): string | undefined {
    const { url, method, type, startedAt: at, response, request } = exchange;
    if (type === 'document') return this.#forget(siteOf(url));
    const status = response?.status ?? 0;
    const place = `${method} ${placeOf(url)}`;
    const token = carried.find(isToken);
    if (token) this.#parting = isBare(exchange) ? { id: token.id, ref, at } : null;
    if (token && status >= 200 && status < 300) return this.#take(place, { id: token.id, at });
    const taken = this.#taken.get(place);
    const brings = request.headers.some(({ name }) => name === 'authorization');
    if (!taken || token || brings || (status !== 401 && status !== 403)) return undefined;
    this.#forget(siteOf(url));
    return taken.id;
  }

  save(): SavedDropped {
    return [...this.#taken];
  }

  #take(place: string, taken: Taken): undefined {
    setLatest(this.#taken, place, taken, KEPT);
  }

  #forget(site: string): undefined {
    for (const place of this.#taken.keys()) {
      if (siteOf(place.slice(place.indexOf(' ') + 1)) !== site) continue;
      this.#taken.delete(place);
      this.#before = withLatest(this.#before, place, KEPT);
    }
  }
}

/** It asks for something, and says nothing beside who asks: `{}`. */
function isBare({ method, request: { body, headers }, response }: Exchange): boolean {
  const isEmpty =
    body?.bytes === 0 || (body?.kind === 'json' && body.bytes <= 2) || hasNoLength(headers);
  return method === 'POST' && isEmpty && (response?.status ?? 500) < 300;
}

function hasNoLength(headers: Exchange['request']['headers']): boolean {
  return headers.some(({ name, value }) => name === 'content-length' && value === '0');
}

/** In a script's hands, and in no storage that is seen. */
function isToken({ kind, role, sightings }: Credential): boolean {
  return (
    kind === 'token' &&
    roleFacts(role).logsIn &&
    sightings.some(({ carrier, direction }) => carrier === 'header' && direction === 'sent') &&
    !sightings.some(({ direction }) => direction === 'stored')
  );
}
