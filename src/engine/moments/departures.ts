import type { Exchange, ExchangeRef, Millis } from '../model.js';
import { siteOf } from '../normalize/site.js';
import type { LoginPages } from './login-pages.js';
import type { Moment } from './moment.js';
import { isThrownOut } from './thrown-out.js';
import { placeOf } from './address-words.js';

const KEPT = 200;

/** What may have been a logout: nothing but the next pages can tell. */
interface Left {
  site: string;
  at: Millis;
  ref: ExchangeRef;
}

export interface SavedDepartures {
  asked: string[];
  open: string[];
  left: Left | null;
}

/**
 * Logouts that neither their words nor a cleared cookie tell (`/expire`, `/desk/leave`): somebody
 * who is logged in asks for what nobody had asked for before, is sent to a page that is for
 * everybody, and the site does not know them any more.
 */
export class Departures {
  /** Addresses that somebody asked for who was not logged in, and those that showed them a page. */
  #asked: readonly string[];
  #open: readonly string[];
  #left: Left | null;

  constructor(saved?: SavedDepartures) {
    this.#asked = saved?.asked ?? [];
    this.#open = saved?.open ?? [];
    this.#left = saved?.left ?? null;
  }

  save(): SavedDepartures {
    return { asked: [...this.#asked], open: [...this.#open], left: this.#left };
  }

  /** Somebody logged in or out, by whatever sign. */
  reset(): void {
    this.#left = null;
  }

  /** One exchange; the logout before it, where it shows that there was one. */
  exchange(
    exchange: Exchange,
    ref: ExchangeRef,
    { isSignedIn, pages }: { isSignedIn: boolean; pages: LoginPages },
  ): Moment | undefined {
    if (exchange.type !== 'document') return undefined;
    const { url } = exchange;
    const left = this.#left?.site === siteOf(url) ? this.#left : null;
    const isOut = isThrownOut(exchange, pages) || asks(exchange, pages);
    if (isOut && left && isSignedIn) {
      this.#left = null;
      return { type: 'logout', at: left.at, site: left.site, exchange: left.ref };
    }
    if (isOut) return undefined;
    if (!isSignedIn) this.#noteOpen(exchange);
    else if (this.#mayLeave(exchange, pages))
      this.#left = { site: siteOf(url), at: exchange.startedAt, ref };
    else if (left && !this.#open.includes(placeOf(url))) this.#left = null;
    return undefined;
  }

  #noteOpen({ url, response }: Exchange): void {
    const place = placeOf(url);
    this.#asked = kept(this.#asked, place);
    const isShown = response !== undefined && response.status >= 200 && response.status < 300;
    if (isShown && response.body?.passwordField === undefined) this.#open = kept(this.#open, place);
  }

  /** What nobody asked for before leads somebody who is logged in to where everybody may be. */
  #mayLeave({ url, request, response, redirectUrl }: Exchange, pages: LoginPages): boolean {
    if (redirectUrl === undefined || (response?.status ?? 500) >= 400) return false;
    if (request.body?.passwordField !== undefined || pages.isOne(redirectUrl)) return false;
    const [from, to] = [placeOf(url), placeOf(redirectUrl)];
    return from !== to && !this.#asked.includes(from) && this.#open.includes(to);
  }
}

function kept(places: readonly string[], place: string): readonly string[] {
  return places.includes(place) ? places : [...places, place].slice(-KEPT);
}

/** It shows the page for logging in, with its form. */
function asks({ method, url, response }: Exchange, pages: LoginPages): boolean {
  return (
    method === 'GET' &&
    response?.status === 200 &&
    response.body?.passwordField !== undefined &&
    pages.isOne(url)
  );
}
