import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import { deletesSent } from './deleted-cookies.js';
import type { Effect } from '../effect.js';
import type { LinkedExchange } from '../linked-exchange.js';
import type { Moment } from '../moment.js';
import type { MomentList } from '../moment-list.js';
import type { QuietLogouts } from './quiet-logouts.js';
import type { SessionWatch } from '../session/session-watch.js';

/** How long a redirect takes. */
const REDIRECTED: Millis = 15_000;

/** What such a logout is told to. */
interface ToldOfSaid {
  readonly list: MomentList;
  readonly sessions: SessionWatch;
  readonly quiet: QuietLogouts;
}

/** An exchange that sent the browser on. */
export type SavedSaid = {
  ref: ExchangeRef;
  at: Millis;
  to: string;
  /** It took a cookie away: whoever had it was somebody, though no login was seen. */
  took?: boolean;
} | null;

/** Logouts of which nothing tells but the page behind them: `You are logged out`. */
export class SaidLogouts {
  #led: SavedSaid;
  readonly #told: ToldOfSaid;

  constructor(told: ToldOfSaid, saved: SavedSaid = null) {
    this.#told = told;
    this.#led = saved;
  }

  save(): SavedSaid {
    return this.#led;
  }

  /** This page says that what led to it was a logout, and not the loss that it was told as. */
  exchange({ exchange, context: { ref } }: LinkedExchange): Effect[] {
    const took = this.#led?.took ?? false;
    const logout = this.#behind(exchange, ref);
    if (!logout) return [];
    const { list, sessions, quiet } = this.#told;
    const { site, at } = logout;
    if (list.isLoggedOutBy(logout.exchange, site)) return [];
    const lost = list.lostBy(logout.exchange);
    if (!lost && !list.isSignedIn(site) && !took) return [];
    if (lost) list.remove(lost);
    sessions.reset();
    quiet.reset();
    list.add(logout);
    return [{ kind: 'logged-out', site, at }];
  }

  #behind(exchange: Exchange, ref: ExchangeRef): Moment | undefined {
    const { url, type, startedAt: at, response, redirectUrl } = exchange;
    if (type !== 'document') return undefined;
    const led = this.#led;
    const took = redirectUrl !== undefined && deletesSent(exchange);
    this.#led = redirectUrl === undefined ? null : { ref, at, to: redirectUrl, took };
    if (!response?.body?.loggedOut || led?.to !== url || at - led.at > REDIRECTED) return undefined;
    return { type: 'logout', at: led.at, site: siteOf(url), exchange: led.ref };
  }
}
