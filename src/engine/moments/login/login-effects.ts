import { isTelling } from '../../credentials/value-index.js';
import type { Losses } from '../../losses.js';
import type { ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';
import type { AfterLogoutWatch } from '../logout/after-logout.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import { remember } from '../latest-sites.js';
import type { LoginPages } from './login-pages.js';
import type { LinkedExchange } from '../linked-exchange.js';
import type { LoginStep } from './login-step.js';
import { rememberedBy } from './remembered.js';
import type { MomentList } from '../moment-list.js';
import type { QuietLogouts } from '../logout/quiet-logouts.js';
import { notSentAtLogin, sentAtLogin, sentForNobody } from './sent-at-login.js';
import type { SessionWatch } from '../session/session-watch.js';

/** What a login is told to. */
interface ToldOfLogin {
  readonly list: MomentList;
  readonly sessions: SessionWatch;
  readonly quiet: QuietLogouts;
  readonly pages: LoginPages;
  readonly after: AfterLogoutWatch;
}

/**
 * What a step of a login says of the credentials that it gave, and of those that were sent with it.
 */
export class LoginEffects {
  readonly #credentials: CredentialReader;
  readonly #losses: Losses;
  readonly #told: ToldOfLogin;
  /** Sites at which a login gave credentials. */
  readonly #gave: Set<string>;

  constructor(
    credentials: CredentialReader,
    losses: Losses,
    told: ToldOfLogin,
    gave?: readonly string[],
  ) {
    this.#credentials = credentials;
    this.#losses = losses;
    this.#told = told;
    this.#gave = new Set(gave);
  }

  save(): string[] {
    return [...this.#gave];
  }

  /** True where a login at this site gave credentials. */
  gaveAt(site: string): boolean {
    return this.#gave.has(site);
  }

  /** By the steps of a login that an exchange shows, or by what was kept of one. */
  after(linked: LinkedExchange, steps: readonly LoginStep[]): Effect[] {
    if (steps.length === 0) return rememberedBy(linked, this.#credentials);
    return steps.flatMap((step) => this.of(step));
  }

  of(step: LoginStep): Effect[] {
    const { login, at, set, first, site = siteOf(login.url), fresh = [], took = [] } = step;
    if (step.refuted) return this.#takenBack(step);
    // What was sent before somebody logged out was that user's.
    const loggedOut = this.#told.list.lastAt(site)?.type === 'logout';
    if (first) {
      this.#told.sessions.reset();
      this.#told.quiet.reset(login);
      this.#told.pages.loggedIn(login);
      const unsaid = step.unsaid && { detail: { by: 'use' } };
      this.#told.list.add({ type: 'login', at, site, exchange: login, ...unsaid });
      this.#told.after.loggedIn(site);
    }
    const begin = [...set, ...fresh].map((id): Effect => ({ kind: 'begins', id, login: at }));
    const given = set.flatMap((id) => this.#given(id, { login, at, site }));
    const start = first ? this.#started(login, at, site, loggedOut) : [];
    const halves = took.map((id): Effect => ({
      kind: 'behaved',
      id,
      behaviour: { gaveWay: true },
    }));
    return [...start, ...begin, ...given, ...halves];
  }

  #started(login: ExchangeRef, at: Millis, site: string, loggedOut: boolean): Effect[] {
    const all = this.#credentials.all();
    return [
      { kind: 'logged-in', site, at },
      ...sentAtLogin(login, at, all),
      ...(loggedOut ? [] : sentForNobody(site, at, all)),
    ];
  }

  /** It was no login: what it gave was given to somebody whom the server does not know. */
  #takenBack({ login, set }: LoginStep): Effect[] {
    this.#told.list.takeBack(login);
    this.#told.sessions.reset();
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

  /**
   * A login gave this one; what the provider of a login elsewhere has of its own is no bystander.
   */
  #given(
    id: string,
    { login, at, site: where }: { login: ExchangeRef; at: Millis; site: string },
  ): Effect[] {
    const credential = this.#credentials.byId(id);
    if (!credential || credential.cookie?.clearedAt !== undefined) return [];
    this.#told.sessions.given(credential, at);
    const { site, value } = credential;
    const news = isTelling(value) && site === where && !this.#gave.has(site);
    if (news && remember(this.#gave, site) !== undefined) this.#losses.note('momentSites');
    return [
      { kind: 'behaved', id, behaviour: { issuedAtLogin: login } },
      ...(news ? [{ kind: 'gave', site } as const] : []),
    ];
  }
}
