import type { Losses } from '../losses.js';
import type { Credential, LoginForm, Millis } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';
import { BeforeLogin, type SavedBeforeLogin } from './login/before-login.js';
import { AfterLogoutWatch, type SavedAfterLogout } from './logout/after-logout.js';
import type { CredentialReader } from './credential-reader.js';
import type { Effect } from './effect.js';
import { changesUsers } from './login/keeps-user.js';
import type { LateExchange, LinkedExchange } from './linked-exchange.js';
import { LoginEffects } from './login/login-effects.js';
import { LogoutEffects } from './logout/logout-effects.js';
import { LoginPages, type SavedLoginPages } from './login/login-pages.js';
import { LatestExchanges, type SavedLatest } from './latest-exchanges.js';
import { LoginSteps, type SavedLoginSteps } from './login/login-steps.js';
import { toldStep } from './login/told-step.js';
import { LogoutsByPage } from './logout/logouts-by-page.js';
import { LogoutSigns, type SavedLogoutSigns } from './logout/logout-signs.js';
import type { Moment } from './moment.js';
import { MomentList } from './moment-list.js';
import { QuietLogouts, type SavedQuietLogouts } from './logout/quiet-logouts.js';
import { SaidLogouts, type SavedSaid } from './logout/said-logout.js';
import { type SessionUse, sessionUseOf } from './session/session-use.js';
import { type SavedSessionWatch, SessionWatch } from './session/session-watch.js';

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
  said?: SavedSaid;
}

/**
 * Logins, logouts and lost sessions, and what they say of the credentials they touch. An exchange
 * is told in three steps, `before`, `exchange`, `use`: each relies on what was judged after the
 * last.
 */
export class Moments {
  readonly #credentials: CredentialReader;
  readonly #before: BeforeLogin;
  readonly #logins: LoginSteps;
  readonly #sessions: SessionWatch;
  readonly #list: MomentList;
  readonly #after: AfterLogoutWatch;
  readonly #pages: LoginPages;
  readonly #loggedIn: LoginEffects;
  readonly #loggedOut: LogoutEffects;
  readonly #byPage: LogoutsByPage;
  readonly #latest: LatestExchanges;
  readonly #signs: LogoutSigns;
  readonly #quiet: QuietLogouts;
  readonly #said: SaidLogouts;

  constructor(credentials: CredentialReader, losses: Losses, saved?: SavedMoments) {
    this.#credentials = credentials;
    this.#before = new BeforeLogin(credentials, saved?.before);
    this.#pages = new LoginPages(saved?.pages);
    const isSignedIn = (site: string) => this.#list.isSignedIn(site);
    this.#logins = new LoginSteps(credentials, this.#pages, isSignedIn, saved?.logins);
    this.#sessions = new SessionWatch(this.#pages, saved?.sessions);
    this.#list = new MomentList(losses, saved?.list);
    this.#after = new AfterLogoutWatch(credentials, this.#pages, saved?.after);
    this.#latest = new LatestExchanges(saved?.latest);
    this.#quiet = new QuietLogouts(this.#pages, saved?.quiet);
    const told = {
      list: this.#list,
      sessions: this.#sessions,
      quiet: this.#quiet,
      pages: this.#pages,
      after: this.#after,
    };
    this.#said = new SaidLogouts(told, saved?.said);
    this.#loggedIn = new LoginEffects(credentials, losses, told, saved?.gave);
    this.#loggedOut = new LogoutEffects(credentials, told, saved?.cleared);
    this.#byPage = new LogoutsByPage(credentials, { ...told, latest: this.#latest });
    const site = {
      isSignedIn,
      accepted: (url: string) => this.#sessions.accepted(url),
      loggedInBy: (url: string) => this.#list.loggedInBy(url),
      mayBeSomebodys: (one: Credential, url: string) => this.#before.mayBeSomebodys(one, url),
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
      gave: this.#loggedIn.save(),
      latest: this.#latest.save(),
      signs: this.#signs.save(),
      cleared: this.#loggedOut.save(),
      quiet: this.#quiet.save(),
      pages: this.#pages.save(),
      said: this.#said.save(),
    };
  }

  all(): readonly Moment[] {
    return this.#list.all();
  }

  /** True where a login at this site gave credentials. */
  gaveAt(site: string): boolean {
    return this.#loggedIn.gaveAt(site);
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
    const said = this.#said.exchange(linked);
    if (said.length > 0) return { effects: said, isLogout: true };
    const out = this.#signs.exchange(linked, this.#logins.isUndoneBy(linked));
    if (out === 'nobody') return { effects: [], isLogout: false };
    if (out === 'logout') return { effects: this.#loggedOut.of(linked), isLogout: true };
    const emptied = this.#byPage.emptied(linked);
    const steps = [...this.#logins.exchange(linked), ...toldStep(linked, this.#list)];
    const given = this.#loggedIn.after(linked, steps);
    return { effects: [...emptied, ...given], isLogout: false };
  }

  /** What an exchange that is no logout says of what it carried. */
  use(linked: LinkedExchange): Effect[] {
    const use = sessionUseOf(linked, this.#credentials, this.#list);
    const left = this.#leftBefore(linked, use);
    const lost = left.length === 0 && use ? this.#watch(use) : [];
    return [...left, ...lost, ...this.#after.use(linked)];
  }

  /**
   * Nobody is known any more, after somebody asked to leave; or the page brings its token no more.
   */
  #leftBefore(linked: LinkedExchange, use: SessionUse | undefined): Effect[] {
    const { exchange, context, carried } = linked;
    const { ref } = context;
    const site = siteOf(exchange.url);
    const isSignedIn = this.#list.isSignedIn(site);
    const isKnown = isSignedIn && this.#sessions.accepted(exchange.url);
    const lossOf = () => use && this.#sessions.lossOf(use);
    const who = { isSignedIn, isKnown, isOther: changesUsers(linked, this.#credentials), lossOf };
    const credentials = [...carried.keys()].flatMap((id) => this.#credentials.byId(id) ?? []);
    const { logout, dropped, parting } = this.#quiet.exchange(exchange, ref, credentials, who);
    const token = dropped === undefined ? undefined : this.#credentials.byId(dropped);
    if (token && !logout && this.#list.isSignedIn(token.site))
      return this.#byPage.letGo(token, ref, exchange.startedAt, parting);
    return logout ? this.#left(logout) : [];
  }

  #left(moment: Moment): Effect[] {
    this.#list.addLeft(moment);
    if (this.#sessions.left(moment)) return [];
    return [{ kind: 'logged-out', site: moment.site, at: moment.at }];
  }

  /** Tells the watch of the session that travelled with an exchange. */
  #watch(use: SessionUse): Effect[] {
    const { moment: lost, refuted = [] } = this.#sessions.use(use);
    for (const none of refuted) this.#list.dropLoss(none);
    return lost ? this.#left(this.#quiet.behind(lost) ?? lost) : [];
  }

  form(form: LoginForm): Effect[] {
    return this.#logins.form(form).flatMap((step) => this.#loggedIn.of(step));
  }

  /** DevTools told the bodies of an exchange late; `set` is what was issued in them. */
  bodies(linked: LateExchange): Effect[] {
    return this.#logins.bodies(linked).flatMap((step) => this.#loggedIn.of(step));
  }

  /** What a snapshot does not show any more. */
  removed(gone: readonly string[], at: Millis): Effect[] {
    return this.#byPage.removed(gone, at);
  }
}
