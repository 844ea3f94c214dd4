import { isTelling } from '../credentials/value-index.js';
import type { Losses } from '../losses.js';
import type { Credential, ExchangeRef, LoginForm, Millis } from '../model.js';
import { siteOf } from '../normalize/site.js';
import { BeforeLogin, type SavedBeforeLogin } from './before-login.js';
import { AfterLogoutWatch, type SavedAfterLogout } from './after-logout.js';
import type { CredentialReader } from './credential-reader.js';
import type { Effect } from './effect.js';
import { leftAlone } from './left-alone.js';
import type { LateExchange, LinkedExchange } from './linked-exchange.js';
import type { LoginStep } from './login-step.js';
import { isUserKept, keepsUser } from './keeps-user.js';
import { LoginPages, type SavedLoginPages } from './login-pages.js';
import { LatestExchanges, type SavedLatest } from './latest-exchanges.js';
import { remember } from './latest-sites.js';
import { LoginSteps, type SavedLoginSteps } from './login-steps.js';
import { isTakenBy } from './logout.js';
import { LogoutSigns, type SavedLogoutSigns } from './logout-signs.js';
import type { Moment } from './moment.js';
import { MomentList } from './moment-list.js';
import { QuietLogouts, type SavedQuietLogouts } from './quiet-logouts.js';
import { notSentAtLogin, sentAtLogin } from './sent-at-login.js';
import { isSessionCookie, type SavedSessionWatch, SessionWatch } from './session-watch.js';

/** A page that asks whether to log out, the request that does, and what it clears: one logout. */
const ONE_LOGOUT: Millis = 60_000;

export interface SavedMoments {
  before: SavedBeforeLogin;
  logins: SavedLoginSteps;
  sessions: SavedSessionWatch;
  after: SavedAfterLogout;
  list: Moment[];
  gave: string[];
  latest: SavedLatest;
  /** Absent in what an older version saved. */
  signs?: SavedLogoutSigns;
  cleared?: string | null;
  quiet?: SavedQuietLogouts;
  pages?: SavedLoginPages;
}

/**
 * Logins, logouts and lost sessions, and what they say of the credentials they touch. An exchange is
 * told in three steps, `before`, `exchange`, `use`: each relies on what was judged after the last.
 */
export class Moments {
  readonly #credentials: CredentialReader;
  readonly #losses: Losses;
  readonly #before: BeforeLogin;
  readonly #logins: LoginSteps;
  readonly #sessions: SessionWatch;
  readonly #list: MomentList;
  readonly #after: AfterLogoutWatch;
  readonly #pages: LoginPages;
  /** Sites at which a login gave credentials. */
  readonly #gave: Set<string>;
  readonly #latest: LatestExchanges;
  /** The last logout that took something away: a page after it that turns somebody out is none. */
  #cleared: string | null;
  readonly #signs: LogoutSigns;
  readonly #quiet: QuietLogouts;

  constructor(credentials: CredentialReader, losses: Losses, saved?: SavedMoments) {
    this.#credentials = credentials;
    this.#losses = losses;
    this.#before = new BeforeLogin(credentials, saved?.before);
    this.#pages = new LoginPages(saved?.pages);
    const isSignedIn = (site: string) => this.#list.isSignedIn(site);
    this.#logins = new LoginSteps(credentials, this.#pages, isSignedIn, saved?.logins);
    this.#sessions = new SessionWatch(this.#pages, saved?.sessions);
    this.#list = new MomentList(losses, saved?.list);
    this.#after = new AfterLogoutWatch(credentials, this.#pages, saved?.after);
    this.#gave = new Set(saved?.gave);
    this.#latest = new LatestExchanges(saved?.latest);
    this.#cleared = saved?.cleared ?? null;
    this.#quiet = new QuietLogouts(this.#pages, saved?.quiet);
    const site = {
      isSignedIn,
      accepted: (url: string) => this.#sessions.accepted(url),
      mayBeSomebodys: (one: Credential) => this.#before.mayBeSomebodys(one),
    };
    this.#signs = new LogoutSigns(credentials, site, saved?.signs);
  }

  save(): SavedMoments {
    return {
      before: this.#before.save(),
      logins: this.#logins.save(),
      sessions: this.#sessions.save(),
      list: this.#list.all(),
      after: this.#after.save(),
      gave: [...this.#gave],
      latest: this.#latest.save(),
      signs: this.#signs.save(),
      cleared: this.#cleared,
      quiet: this.#quiet.save(),
      pages: this.#pages.save(),
    };
  }

  all(): readonly Moment[] {
    return this.#list.all();
  }

  /** True where a login at this site gave credentials. */
  gaveAt(site: string): boolean {
    return this.#gave.has(site);
  }

  /** When somebody first logged in at this site. */
  loginAt(site: string): Millis | undefined {
    return this.#list.loginAt(site);
  }

  /** What an exchange says of credentials before anybody logged in. */
  before(linked: LinkedExchange): Effect[] {
    this.#latest.note(linked.context);
    this.#pages.exchange(linked.exchange);
    return this.#before.exchange(linked);
  }

  /** Whether an exchange logs somebody in or out. */
  exchange(linked: LinkedExchange): { effects: Effect[]; isLogout: boolean } {
    const out = this.#signs.exchange(linked, this.#logins.isUndoneBy(linked));
    if (out === 'nobody') return { effects: [], isLogout: false };
    if (out === 'logout') return { effects: this.#loggedOut(linked), isLogout: true };
    const emptied = this.#emptied(linked);
    const steps = this.#logins.exchange(linked);
    const given = steps.flatMap((step) => this.#loggedIn(step));
    return { effects: [...emptied, ...given], isLogout: false };
  }

  /** What an exchange that is no logout says of what it carried. */
  use(linked: LinkedExchange): Effect[] {
    const left = this.#leftBefore(linked);
    if (left.length === 0) this.#watch(linked);
    return [...left, ...this.#after.use(linked)];
  }

  /** Nobody is known any more, after somebody asked to leave; or the page brings its token no more. */
  #leftBefore({ exchange, context: { ref }, carried }: LinkedExchange): Effect[] {
    const site = siteOf(exchange.url);
    const isSignedIn = this.#list.isSignedIn(site);
    const who = { isSignedIn, isKnown: isSignedIn && this.#sessions.accepted(exchange.url) };
    const credentials = [...carried.keys()].flatMap((id) => this.#credentials.byId(id) ?? []);
    const { logout, dropped } = this.#quiet.exchange(exchange, ref, credentials, who);
    const token = dropped === undefined ? undefined : this.#credentials.byId(dropped);
    if (token && this.#list.isSignedIn(token.site))
      return this.#gaveUp(token, ref, exchange.startedAt);
    if (!logout) return [];
    this.#sessions.reset();
    this.#list.add(logout);
    return [{ kind: 'logged-out', site, at: logout.at }];
  }

  /** Tells the watch of the session that travelled with an exchange, as it was when it was sent. */
  #watch({ exchange, context: { ref }, carried }: LinkedExchange): void {
    const credentials = [...carried.keys()].flatMap((id) => this.#credentials.byId(id) ?? []);
    const session = credentials.find(isSessionCookie);
    if (!session || session.cookie?.clearedBy?.id === ref.id) return;
    const affinity = credentials.find((c) => c.role === 'load-balancer');
    const value = carried.get(session.id) ?? 0;
    const lost = this.#sessions.use({
      exchange,
      ref,
      session,
      value,
      isSignedIn: this.#list.isSignedIn(siteOf(exchange.url)),
      ...(affinity ? { affinity } : {}),
    });
    if (lost?.type === 'logout') this.#sessions.reset();
    // Whoever logged out has none to lose: servers go on giving ids to nobody.
    const isNobodys =
      lost?.type === 'session-lost' && this.#list.lastAt(lost.site)?.type === 'logout';
    if (lost && !isNobodys) this.#list.add(lost);
  }

  form(form: LoginForm): Effect[] {
    return this.#logins.form(form).flatMap((step) => this.#loggedIn(step));
  }

  /** DevTools told the bodies of an exchange late; `set` is what was issued in them. */
  bodies(linked: LateExchange): Effect[] {
    return this.#logins.bodies(linked).flatMap((step) => this.#loggedIn(step));
  }

  /** What a snapshot does not show any more: with the last token that the page kept, its user went. */
  removed(gone: readonly string[], at: Millis): Effect[] {
    const credentials = gone.flatMap((id) => this.#credentials.byId(id) ?? []);
    const lost = credentials.find(
      (one) => keepsUser(one) && (one.expiresAt ?? Infinity) > at && one.replacedBy === undefined,
    );
    const exchange = lost && this.#latest.of(lost.site);
    return exchange ? this.#gaveUp(lost, exchange, at) : [];
  }

  /** A page's script empties the cookie by which it knew its user: the next request has it so. */
  #emptied({ exchange: { startedAt: at }, context: { ref }, carried }: LinkedExchange): Effect[] {
    const lost = [...carried.keys()]
      .flatMap((id) => this.#credentials.byId(id) ?? [])
      .find(({ cookie }) => cookie?.clearedAt === at && cookie.clearedBy === undefined);
    const isUser = lost !== undefined && keepsUser(lost) && this.#list.isSignedIn(lost.site);
    return isUser ? this.#gaveUp(lost, ref, at) : [];
  }

  /** The page let go of what stood for its user; of several that do, the last one ends it. */
  #gaveUp({ id, site }: Credential, exchange: ExchangeRef, at: Millis): Effect[] {
    if (isUserKept(site, at, this.#credentials.all()) || this.#list.lastAt(site)?.type === 'logout')
      return [];
    this.#sessions.reset();
    // The exchange is but the one at which it showed.
    this.#list.add({ type: 'logout', at, site, exchange, detail: { by: 'page' } });
    return [
      { kind: 'behaved', id, behaviour: { clearedAtLogout: true } },
      { kind: 'logged-out', site, at },
    ];
  }

  #loggedIn(step: LoginStep): Effect[] {
    const { login, at, set, first, site = siteOf(login.url), fresh = [] } = step;
    if (step.refuted) return this.#takenBack(step);
    if (first) {
      this.#sessions.reset();
      this.#quiet.reset();
      this.#pages.loggedIn(login);
      this.#list.add({ type: 'login', at, site, exchange: login });
      this.#after.loggedIn();
    }
    const begin = [...set, ...fresh].map((id): Effect => ({ kind: 'begins', id, login: at }));
    const given = set.flatMap((id) => this.#given(id, { login, at, site }));
    const start: Effect[] = first
      ? [{ kind: 'logged-in', site, at }, ...sentAtLogin(login, at, this.#credentials.all())]
      : [];
    return [...start, ...begin, ...given];
  }

  /** It was no login: what it gave was given to somebody whom the server does not know. */
  #takenBack({ login, set }: LoginStep): Effect[] {
    this.#list.takeBack(login);
    this.#sessions.reset();
    return [
      ...notSentAtLogin(login, this.#credentials.all()),
      ...set.map((id): Effect => ({
        kind: 'behaved',
        id,
        behaviour: { issuedAtLogin: undefined },
      })),
      { kind: 'gave', site: siteOf(login.url) },
    ];
  }

  /** A login gave this one; what the provider of a login elsewhere has of its own is no bystander. */
  #given(
    id: string,
    { login, at, site: where }: { login: ExchangeRef; at: Millis; site: string },
  ): Effect[] {
    const credential = this.#credentials.byId(id);
    if (!credential || credential.cookie?.clearedAt !== undefined) return [];
    this.#sessions.given(credential, at);
    const { site, value } = credential;
    const news = isTelling(value) && site === where && !this.#gave.has(site);
    if (news && remember(this.#gave, site) !== undefined) this.#losses.note('momentSites');
    return [
      { kind: 'behaved', id, behaviour: { issuedAtLogin: login } },
      ...(news ? [{ kind: 'gave', site } as const] : []),
    ];
  }

  #loggedOut(linked: LinkedExchange): Effect[] {
    const { changed, context } = linked;
    const { at, url, ref } = context;
    this.#after.loggedOut(linked);
    this.#quiet.reset();
    // What was gone already is not cleared again.
    const cleared = changed.filter((id) => isTakenBy(ref, this.#credentials.byId(id)));
    const effects = cleared.map((id): Effect => ({
      kind: 'behaved',
      id,
      behaviour: { clearedAtLogout: true },
    }));
    effects.push(...leftAlone(linked, cleared, this.#credentials));
    this.#sessions.reset();
    const site = siteOf(url);
    effects.push({ kind: 'logged-out', site, at });
    const before = this.#list.lastAt(site);
    if (before?.type === 'logout' && at - before.at < ONE_LOGOUT) {
      if (cleared.length === 0 || this.#cleared === before.exchange.id) return effects;
      this.#list.remove(before);
    }
    this.#cleared = cleared.length > 0 ? ref.id : null;
    this.#list.add({ type: 'logout', at, site, exchange: ref });
    return effects;
  }
}
