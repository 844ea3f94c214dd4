import type { Exchange } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { roleFacts } from '../../role-table.js';
import { placeOf } from '../address-words.js';
import type { CredentialReader } from '../credential-reader.js';
import { type LinkedExchange, NO_VALUE } from '../linked-exchange.js';
import { setLatest } from '../latest.js';

/** Addresses that are remembered. */
const KEPT = 200;

/** To what an address showed itself. */
interface Shown {
  site: string;
  /** Values that were sent, by `valueKey`; none where what was shown is for everybody. */
  to: string[];
  /** A page that did not ask for a password. */
  isFormless: boolean;
}

export type SavedShownPlaces = [string, Shown][];

/**
 * What is asked for: an address, and what is done there, where one address does everything
 * (GraphQL, JSON-RPC).
 */
export function askedOf({ url, method, request }: Exchange): string {
  const action = method === 'GET' ? undefined : request.body?.action;
  return action === undefined ? placeOf(url) : `${placeOf(url)} ${action}`;
}

/** One value of one credential. */
export function valueKey(id: string, number: number): string {
  return `${id} ${number}`;
}

/** The values in a request that stand for a user. */
export function usersOf({ carried }: LinkedExchange, credentials: CredentialReader): string[] {
  return [...carried].flatMap(([id, number]) => {
    const one = credentials.byId(id);
    const isUser = one !== undefined && roleFacts(one.role).keepsUser && number !== NO_VALUE;
    return isUser ? [valueKey(id, number)] : [];
  });
}

/** Which addresses showed themselves to somebody who is known, and which to everybody. */
export class ShownPlaces {
  readonly #shown: Map<string, Shown>;

  constructor(saved?: SavedShownPlaces) {
    this.#shown = new Map(saved);
  }

  save(): SavedShownPlaces {
    return [...this.#shown];
  }

  /** Somebody logs in at this site: what it showed until then, it showed to nobody. */
  loggedIn(site: string): void {
    for (const [place, shown] of this.#shown)
      if (shown.site === site) this.#shown.set(place, { ...shown, to: [] });
  }

  /** An address answered well to what stands for a user, or to nothing. */
  note(exchange: Exchange, to: string[]): void {
    const place = askedOf(exchange);
    const before = this.#shown.get(place);
    const isFormless = exchange.response?.body?.kind === 'html' || before?.isFormless === true;
    const isForAll = before?.to.length === 0;
    const shown = { site: siteOf(exchange.url), to: isForAll ? [] : to, isFormless };
    setLatest(this.#shown, place, shown, KEPT);
  }

  /** True for a page that showed itself without a form for a password. */
  wasFormless(exchange: Exchange): boolean {
    return this.#shown.get(askedOf(exchange))?.isFormless === true;
  }

  /** Addresses that showed themselves to this value, and to nobody who is not known. */
  of(key: string): string[] {
    return [...this.#shown].filter(([, { to }]) => to.includes(key)).map(([place]) => place);
  }

  /** True for one that showed itself to everybody. */
  isForAll(place: string): boolean {
    return this.#shown.get(place)?.to.length === 0;
  }
}
