import type { Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { AfterLogoutWatch } from './after-logout.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import { leftAlone } from './left-alone.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { isTakenBy } from './logout.js';
import type { MomentList } from '../moment-list.js';
import type { QuietLogouts } from './quiet-logouts.js';
import type { SessionWatch } from '../session/session-watch.js';

/** A page that asks whether to log out, the request that does, and what it clears: one logout. */
const ONE_LOGOUT: Millis = 60_000;

/** What a logout is told to. */
interface ToldOfLogout {
  readonly list: MomentList;
  readonly sessions: SessionWatch;
  readonly quiet: QuietLogouts;
  readonly after: AfterLogoutWatch;
}

/** What a logout says of the credentials that it cleared, and of those that it left alone. */
export class LogoutEffects {
  readonly #credentials: CredentialReader;
  readonly #told: ToldOfLogout;
  /** The last logout that took something away: a page after it that turns somebody out is none. */
  #cleared: string | null;

  constructor(credentials: CredentialReader, told: ToldOfLogout, cleared: string | null = null) {
    this.#credentials = credentials;
    this.#told = told;
    this.#cleared = cleared;
  }

  save(): string | null {
    return this.#cleared;
  }

  /** A request logs somebody out. */
  of(linked: LinkedExchange): Effect[] {
    const { changed, context } = linked;
    const { at, url, ref } = context;
    const { list, sessions, quiet, after } = this.#told;
    after.loggedOut(linked);
    quiet.reset();
    // What was gone already is not cleared again.
    const cleared = changed.filter((id) => isTakenBy(ref, this.#credentials.byId(id)));
    const effects = cleared.map((id): Effect => ({
      kind: 'behaved',
      id,
      behaviour: { clearedAtLogout: true },
    }));
    effects.push(...leftAlone(linked, cleared, this.#credentials));
    sessions.reset();
    const site = siteOf(url);
    effects.push({ kind: 'logged-out', site, at });
    const before = list.lastAt(site);
    if (before?.type === 'logout' && at - before.at < ONE_LOGOUT) {
      if (cleared.length === 0 || this.#cleared === before.exchange.id) return effects;
      list.remove(before);
    }
    this.#cleared = cleared.length > 0 ? ref.id : null;
    list.add({ type: 'logout', at, site, exchange: ref });
    return effects;
  }
}
