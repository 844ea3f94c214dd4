import type { Credential, ExchangeRef, Millis } from '../../model.js';
import type { CredentialReader } from '../credential-reader.js';
import type { SavedParting } from './dropped-watch.js';
import type { Effect } from '../effect.js';
import { isUserKept, keepsUser } from '../login/keeps-user.js';
import type { LatestExchanges } from '../latest-exchanges.js';
import type { LinkedExchange } from '../linked-exchange.js';
import type { MomentList } from '../moment-list.js';
import type { SessionWatch } from '../session/session-watch.js';

/** What such a logout is told to, and what it is told by. */
interface ToldByPage {
  readonly list: MomentList;
  readonly sessions: SessionWatch;
  readonly latest: LatestExchanges;
}

/** Logouts of which no request tells: the page itself lets go of what stood for its user. */
export class LogoutsByPage {
  readonly #credentials: CredentialReader;
  readonly #told: ToldByPage;

  constructor(credentials: CredentialReader, told: ToldByPage) {
    this.#credentials = credentials;
    this.#told = told;
  }

  /** The page let go of what stood for its user; of several that do, the last one ends it. */
  letGo(
    { id, site }: Credential,
    exchange: ExchangeRef,
    at: Millis,
    parting?: NonNullable<SavedParting>,
  ): Effect[] {
    const { list, sessions } = this.#told;
    if (isUserKept(site, at, this.#credentials.all()) || list.lastAt(site)?.type === 'logout')
      return [];
    sessions.reset();
    // The exchange is but the one at which it showed, unless the page asked for something before.
    if (parting) list.add({ type: 'logout', at: parting.at, site, exchange: parting.ref });
    else list.add({ type: 'logout', at, site, exchange, detail: { by: 'page' } });
    return [
      { kind: 'behaved', id, behaviour: { clearedAtLogout: true } },
      { kind: 'logged-out', site, at },
    ];
  }

  /**
   * What a snapshot does not show any more: with the last token that the page kept, its user went.
   */
  removed(gone: readonly string[], at: Millis): Effect[] {
    const credentials = gone.flatMap((id) => this.#credentials.byId(id) ?? []);
    const lost = credentials.find(
      (one) => keepsUser(one) && (one.expiresAt ?? Infinity) > at && one.replacedBy === undefined,
    );
    const exchange = lost && this.#told.latest.of(lost.site);
    return exchange ? this.letGo(lost, exchange, at) : [];
  }

  /** A page's script empties the cookie by which it knew its user: the next request has it so. */
  emptied({ exchange: { startedAt: at }, context: { ref }, carried }: LinkedExchange): Effect[] {
    const lost = [...carried.keys()]
      .flatMap((id) => this.#credentials.byId(id) ?? [])
      .find(({ cookie }) => cookie?.clearedAt === at && cookie.clearedBy === undefined);
    const isUser = lost !== undefined && keepsUser(lost) && this.#told.list.isSignedIn(lost.site);
    return isUser ? this.letGo(lost, ref, at) : [];
  }
}
