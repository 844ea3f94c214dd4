import type { CookieContext } from '../credentials/cookies.js';
import type { CredentialStore } from '../credentials/credential-store.js';
import { isTelling } from '../credentials/value-index.js';
import type { Credential, ExchangeRef, LoginForm, Millis } from '../model.js';
import { roleFacts } from '../role-table.js';
import { siteOf } from '../normalize/site.js';
import { BeforeLogin } from './before-login.js';
import { GivenKeys, type SavedGivenKeys } from './given-key.js';
import type { LateExchange, LinkedExchange } from './linked-exchange.js';
import { LoginWatch, type SavedLoginWatch } from './login.js';
import type { LoginStep } from './login-step.js';
import { clearsSite, isLogout, leavesByItself } from './logout.js';
import type { Moment } from './moment.js';
import { ProtocolLogins, type SavedProtocolLogins } from './protocol-login.js';
import { type SavedSessionWatch, SessionWatch } from './session-watch.js';

const MAX_MOMENTS = 500;
const MAX_SITES = 60;
/** A page that asks whether to log out, the request that does, and what it clears: one logout. */
const ONE_LOGOUT: Millis = 60_000;

export interface SavedMoments {
  before: string[];
  logins: SavedLoginWatch;
  protocols: SavedProtocolLogins;
  keys: SavedGivenKeys;
  sessions: SavedSessionWatch;
  list: Moment[];
  gave: string[];
  latest: [string, ExchangeRef][];
}

/** Logins, logouts and lost sessions, and what they say of the credentials they touch. */
export class Moments {
  readonly #store: CredentialStore;
  readonly #judge: () => void;
  #before: BeforeLogin;
  #logins = new LoginWatch();
  #protocols = new ProtocolLogins();
  #keys = new GivenKeys();
  #sessions = new SessionWatch();
  #list: Moment[] = [];
  /** Sites at which a login gave credentials. */
  #gave = new Set<string>();
  /** The last exchange of each site. */
  #latest = new Map<string, ExchangeRef>();

  /** `judge` brings the roles of the store's credentials up to date. */
  constructor(store: CredentialStore, judge: () => void) {
    this.#store = store;
    this.#judge = judge;
    this.#before = new BeforeLogin(store);
  }

  all(): readonly Moment[] {
    return this.#list;
  }

  /** True where a login at this site gave credentials. */
  gaveAt(site: string): boolean {
    return this.#gave.has(site);
  }

  exchange(linked: LinkedExchange): void {
    this.#remember(linked.context);
    this.#before.exchange(linked);
    const isOut = isLogout(linked.exchange, linked.messages) || this.#endsSession(linked);
    for (const step of isOut ? [] : this.#stepsOf(linked)) this.#loggedIn(step);
    if (isOut) this.#loggedOut(linked);
    else this.#useSession(linked);
  }

  form(form: LoginForm): void {
    for (const step of this.#logins.form(form)) this.#loggedIn(step);
  }

  /** DevTools told the bodies of an exchange late; `set` is what was issued in them. */
  bodies(linked: LateExchange): void {
    const {
      exchange: { id, request, response },
      set,
    } = linked;
    const byProtocol = this.#byProtocol({ ...linked, gave: set });
    const steps =
      byProtocol.length > 0 ? byProtocol : this.#logins.bodies(id, request.body, response?.body);
    for (const step of steps) this.#loggedIn(step);
  }

  /** What a snapshot does not show any more: with the last token that the page kept, its user went. */
  removed(gone: readonly Credential[], at: Millis): void {
    if (gone.length === 0) return;
    this.#judge();
    const lost = gone.find(
      (credential) =>
        knowsUser(credential) &&
        (credential.expiresAt ?? Infinity) > at &&
        credential.replacedBy === undefined,
    );
    if (
      !lost ||
      this.#store
        .all()
        .some((other) => other.site === lost.site && knowsUser(other) && isKept(other))
    )
      return;
    const exchange = this.#latest.get(lost.site);
    if (!exchange || this.#lastAt(lost.site)?.type === 'logout') return;
    lost.behaviour.clearedAtLogout = true;
    this.#store.touched.add(lost.id);
    this.#sessions.reset();
    this.#happened({ type: 'logout', at, site: lost.site, exchange });
  }

  save(): SavedMoments {
    return {
      before: this.#before.save(),
      logins: this.#logins.save(),
      protocols: this.#protocols.save(),
      keys: this.#keys.save(),
      sessions: this.#sessions.save(),
      list: this.#list,
      gave: [...this.#gave],
      latest: [...this.#latest],
    };
  }

  restore(saved: SavedMoments): void {
    this.#before.restore(saved.before);
    this.#logins.restore(saved.logins);
    this.#protocols.restore(saved.protocols);
    this.#keys.restore(saved.keys);
    this.#sessions.restore(saved.sessions);
    this.#list = saved.list;
    this.#gave = new Set(saved.gave);
    this.#latest = new Map(saved.latest);
  }

  #stepsOf(linked: LinkedExchange): LoginStep[] {
    const {
      exchange,
      context: { ref, pageSite = siteOf(exchange.url) },
      set,
      messages,
    } = linked;
    const gave = this.#newOf(linked.changed);
    const signedIn = this.#isSignedIn(siteOf(exchange.url));
    const byProtocol = this.#byProtocol({ ...linked, gave });
    const isTokenRequest = messages.some(({ kind }) => kind === 'token-request');
    const steps = this.#logins.exchange({
      exchange,
      set,
      gave,
      signedIn,
      pageSite,
      isTokenRequest,
    });
    const fresh = this.#firstSent(linked);
    const given = this.#keys.exchange(exchange, ref, fresh, pageSite);
    const found = byProtocol.length > 0 ? byProtocol : steps;
    if (found.length > 0 || fresh.length === 0 || this.#isSignedIn(pageSite)) return found;
    const late = this.#logins.firstSent(exchange.startedAt, pageSite);
    return late.length > 0 ? late : given;
  }

  /** Credentials in a header that no request had sent before this one. */
  #firstSent({ context: { ref }, carried }: LinkedExchange): Credential[] {
    return [...carried.keys()]
      .flatMap((id) => this.#store.byId(id) ?? [])
      .filter(({ sightings }) => {
        const sent = sightings.filter(({ direction }) => direction === 'sent');
        return (
          sent.every(({ firstExchange }) => firstExchange?.id === ref.id) &&
          sent.some(({ carrier }) => carrier === 'header')
        );
      });
  }

  #isSignedIn(site: string): boolean {
    return this.#list.findLast((moment) => moment.site === site)?.type === 'login';
  }

  #byProtocol({
    exchange,
    context,
    messages,
    set,
    gave,
  }: LateExchange & { gave: string[] }): LoginStep[] {
    const signedIn = (site: string) => this.#isSignedIn(site);
    return this.#protocols.exchange({
      exchange,
      ref: context.ref,
      pageSite: context.pageSite,
      messages,
      set,
      gave,
      signedIn,
    });
  }

  #loggedIn({ login, at, set, first, site = siteOf(login.url) }: LoginStep): void {
    if (first) {
      this.#sessions.reset();
      this.#happened({ type: 'login', at, site, exchange: login });
    }
    for (const id of set) {
      const credential = this.#store.byId(id);
      if (!credential || credential.cookie?.clearedAt !== undefined) continue;
      credential.behaviour.issuedAtLogin = login;
      this.#sessions.given(credential, at);
      if (isTelling(credential.value)) this.#gaveSomething(credential.site);
      this.#store.touched.add(credential.id);
    }
  }

  /** From now on, what the login left alone is judged by that. */
  #gaveSomething(site: string): void {
    if (this.#gave.has(site)) return;
    this.#gave.add(site);
    for (const credential of this.#store.all())
      if (credential.site === site) this.#store.touched.add(credential.id);
  }

  /** Whatever its path is called: a request of the user's that clears the cookie of a session ends it. */
  #endsSession({ exchange, context: { ref }, changed }: LinkedExchange): boolean {
    if (clearsSite(exchange)) return this.#clearsUser(changed);
    const reads = exchange.method === 'GET' || exchange.method === 'HEAD';
    // An address that answered well before turns the user out now.
    if (reads && (!leavesByItself(exchange) || this.#sessions.accepted(exchange.url))) return false;
    this.#judge();
    return changed.some((id) => {
      const credential = this.#store.byId(id);
      return credential?.role === 'session' && credential.cookie?.clearedBy?.id === ref.id;
    });
  }

  #clearsUser(cleared: readonly string[]): boolean {
    this.#judge();
    return cleared.some((id) => {
      const credential = this.#store.byId(id);
      return credential !== undefined && knowsUser(credential);
    });
  }

  #loggedOut({ changed, context: { at, url, ref } }: LinkedExchange): void {
    let cleared = false;
    // What was gone already is not cleared again.
    for (const id of changed) {
      const credential = this.#store.byId(id);
      if (credential?.cookie?.clearedBy?.id !== ref.id) continue;
      credential.behaviour.clearedAtLogout = cleared = true;
      this.#store.touched.add(credential.id);
    }
    this.#sessions.reset();
    const site = siteOf(url);
    const before = this.#lastAt(site);
    if (before?.type === 'logout' && at - before.at < ONE_LOGOUT) {
      if (!cleared) return;
      this.#list = this.#list.filter((moment) => moment !== before);
    }
    this.#happened({ type: 'logout', at, site, exchange: ref });
  }

  /** Tells the watch of the session that travelled with an exchange, as it was when it was sent. */
  #useSession({ exchange, context: { ref }, carried }: LinkedExchange): void {
    this.#judge();
    const credentials = [...carried.keys()].flatMap((id) => this.#store.byId(id) ?? []);
    const session = credentials.find((c) => c.role === 'session' && c.carrier === 'cookie');
    if (!session || session.cookie?.clearedBy?.id === ref.id) return;
    const affinity = credentials.find((c) => c.role === 'load-balancer');
    const value = carried.get(session.id) ?? 0;
    const lost = this.#sessions.use({
      exchange,
      ref,
      session,
      value,
      ...(affinity ? { affinity } : {}),
    });
    if (lost) this.#happened(lost);
  }

  /** Of what a response changed, that which may tell a user from others. */
  #newOf(changed: readonly string[]): string[] {
    return changed.filter((id) => {
      const credential = this.#store.byId(id);
      return (
        credential !== undefined &&
        credential.cookie?.clearedAt === undefined &&
        isTelling(credential.value)
      );
    });
  }

  /** The last login or logout at a site. */
  #lastAt(site: string): Moment | undefined {
    return this.#list.findLast((moment) => moment.site === site && moment.type !== 'session-lost');
  }

  #remember({ ref, pageSite }: CookieContext): void {
    for (const site of new Set([siteOf(ref.url), pageSite ?? siteOf(ref.url)])) {
      this.#latest.delete(site);
      this.#latest.set(site, ref);
    }
    if (this.#latest.size > MAX_SITES) this.#latest.delete(this.#latest.keys().next().value!);
  }

  #happened(moment: Moment): void {
    this.#list = [...this.#list, moment].slice(-MAX_MOMENTS);
  }
}

function knowsUser({ role }: Credential): boolean {
  return roleFacts(role).keepsUser;
}

/** Still in the jar, or in a web storage area. */
function isKept({ carrier, cookie, sightings }: Credential): boolean {
  if (carrier === 'cookie') return cookie?.clearedAt === undefined;
  return sightings.some(({ direction, goneAt }) => direction === 'stored' && goneAt === undefined);
}
