import type { CookieContext } from '../detect/cookies.js';
import type { CredentialStore } from '../detect/credential-store.js';
import { isTelling } from '../detect/value-index.js';
import type { Exchange, LoginForm, Millis } from '../model.js';
import { parseUrl, siteOf } from '../normalize/site.js';
import { type LoginStep, LoginWatch, type SavedLoginWatch } from './login.js';
import { isLogout } from './logout.js';
import type { Moment } from './moment.js';
import { type SavedSessionWatch, SessionWatch } from './session-watch.js';

const MAX_MOMENTS = 500;
/** Long enough for a person to log in elsewhere. */
const SOON: Millis = 15 * 60_000;

export interface SavedMoments {
  logins: SavedLoginWatch;
  sessions: SavedSessionWatch;
  list: Moment[];
  gave: string[];
  posted: string[];
}

/** A finished exchange with the credentials it carried and set. */
export interface LinkedExchange {
  exchange: Exchange;
  context: CookieContext;
  /** Ids of what it carried, with the number of the value that each had when it was sent. */
  carried: ReadonlyMap<string, number>;
  set: string[];
}

/** Logins, logouts and lost sessions, and what they say of the credentials they touch. */
export class Moments {
  readonly #store: CredentialStore;
  readonly #judge: () => void;
  #logins = new LoginWatch();
  #sessions = new SessionWatch();
  #list: Moment[] = [];
  /** Sites at which somebody may have logged in. */
  #posted = new Set<string>();
  /** Sites at which a login gave credentials. */
  #gave = new Set<string>();

  /** `judge` brings the roles of the store's credentials up to date. */
  constructor(store: CredentialStore, judge: () => void) {
    this.#store = store;
    this.#judge = judge;
  }

  all(): readonly Moment[] {
    return this.#list;
  }

  /** True where a login at this site gave credentials. */
  gaveAt(site: string): boolean {
    return this.#gave.has(site);
  }

  exchange(linked: LinkedExchange): void {
    this.#noteAnonymous(linked);
    for (const step of this.#logins.exchange(linked.exchange, linked.set)) this.#loggedIn(step);
    this.#authorized(linked);
    if (isLogout(linked.exchange) || this.#endsSession(linked)) this.#loggedOut(linked);
    else this.#useSession(linked);
  }

  /** What is sent before the first POST that may be a login was given to nobody in particular. */
  #noteAnonymous({ exchange, context: { pageSite }, carried }: LinkedExchange): void {
    const site = siteOf(exchange.url);
    const mayBeLoggedIn = this.#posted.has(site) || (pageSite !== undefined && this.#posted.has(pageSite));
    for (const id of mayBeLoggedIn ? [] : carried.keys()) {
      const credential = this.#store.byId(id);
      if (!credential || credential.behaviour.usedAnonymously) continue;
      credential.behaviour.usedAnonymously = true;
      this.#store.touched.add(id);
    }
    if (mayLogIn(exchange) && this.#posted.size < MAX_MOMENTS) this.#posted.add(site);
  }

  /** Cookies that are set on the way to an authorization server, or gone again soon, keep state only. */
  #authorized({ exchange, context: { ref, at }, set }: LinkedExchange): void {
    const toServer = isAuthorizationRequest(exchange.redirectUrl) || isAuthorizationRequest(exchange.url);
    for (const id of set) {
      const credential = this.#store.byId(id);
      if (!credential?.cookie) continue;
      const { clearedBy, setAt } = credential.cookie;
      if (clearedBy?.id === ref.id) {
        if (setAt !== undefined && at - setAt < SOON && !isLogout(exchange)) credential.behaviour.clearedEarly = ref;
      } else if (toServer && credential.cookie.setBy?.id === ref.id && credential.valueCount === 1) {
        credential.behaviour.setForAuthorization = ref;
      }
      this.#store.touched.add(credential.id);
    }
  }

  form(form: LoginForm): void {
    for (const step of this.#logins.form(form)) this.#loggedIn(step);
  }

  /** DevTools told late that a request had a password field. */
  password(exchangeId: string): void {
    for (const step of this.#logins.password(exchangeId)) this.#loggedIn(step);
  }

  save(): SavedMoments {
    return { logins: this.#logins.save(), sessions: this.#sessions.save(), list: this.#list, gave: [...this.#gave], posted: [...this.#posted] };
  }

  restore(saved: SavedMoments): void {
    this.#logins.restore(saved.logins);
    this.#sessions.restore(saved.sessions);
    this.#list = saved.list;
    this.#gave = new Set(saved.gave);
    this.#posted = new Set(saved.posted);
  }

  #loggedIn({ login, at, set, first }: LoginStep): void {
    if (first) {
      this.#sessions.reset();
      this.#happened({ type: 'login', at, site: siteOf(login.url), exchange: login });
    }
    for (const id of set) {
      const credential = this.#store.byId(id);
      if (!credential || credential.cookie?.clearedAt !== undefined) continue;
      credential.behaviour.issuedAtLogin = login;
      if (credential.valueCount > 1) credential.behaviour.rotatedAtLogin = true;
      this.#sessions.given(credential, at);
      if (isTelling(credential.value)) this.#gaveSomething(credential.site);
      this.#store.touched.add(credential.id);
    }
  }

  /** From now on, what the login left alone is judged by that. */
  #gaveSomething(site: string): void {
    if (this.#gave.has(site)) return;
    this.#gave.add(site);
    for (const credential of this.#store.all()) if (credential.site === site) this.#store.touched.add(credential.id);
  }

  /** Whatever its path is called: a request of the user's that clears the cookie of a session ends it. */
  #endsSession({ exchange: { method }, context: { ref }, set }: LinkedExchange): boolean {
    if (method === 'GET' || method === 'HEAD') return false;
    this.#judge();
    return set.some((id) => {
      const credential = this.#store.byId(id);
      return credential?.role === 'session' && credential.cookie?.clearedBy?.id === ref.id;
    });
  }

  #loggedOut({ set, context: { at, url, ref } }: LinkedExchange): void {
    for (const id of set) {
      const credential = this.#store.byId(id);
      if (credential?.cookie?.clearedBy?.id !== ref.id) continue;
      credential.behaviour.clearedAtLogout = true;
      this.#store.touched.add(credential.id);
    }
    this.#sessions.reset();
    this.#happened({ type: 'logout', at, site: siteOf(url), exchange: ref });
  }

  /** Tells the watch of the session that travelled with an exchange, as it was when it was sent. */
  #useSession({ exchange, context: { ref }, carried }: LinkedExchange): void {
    this.#judge();
    const credentials = [...carried.keys()].flatMap((id) => this.#store.byId(id) ?? []);
    const session = credentials.find((c) => c.role === 'session' && c.carrier === 'cookie');
    if (!session || session.cookie?.clearedBy?.id === ref.id) return;
    const affinity = credentials.find((c) => c.role === 'load-balancer');
    const value = carried.get(session.id) ?? 0;
    const lost = this.#sessions.use({ exchange, ref, session, value, ...(affinity ? { affinity } : {}) });
    if (lost) this.#happened(lost);
  }

  #happened(moment: Moment): void {
    this.#list = [...this.#list, moment].slice(-MAX_MOMENTS);
  }
}

/** A POST to a place whose name speaks of users or credentials, or that brought a password. */
function mayLogIn({ method, url, request }: Exchange): boolean {
  if (method !== 'POST') return false;
  const path = parseUrl(url)?.pathname ?? '';
  return request.body?.passwordField !== undefined || /log-?[io]n|sign|auth|token|session|account|user|member|regist|verif|otp|passw|callback|acs|saml/i.test(path);
}

/** RFC 6749 §4.1.1, or pushed before (RFC 9126 §4). */
function isAuthorizationRequest(url: string | undefined): boolean {
  const query = new URLSearchParams(url === undefined ? '' : parseUrl(url)?.search);
  const names = new Set([...query].map(([name]) => name));
  return names.has('client_id') && (names.has('response_type') || names.has('request_uri'));
}
