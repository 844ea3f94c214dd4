import type { CredentialStore } from '../credentials/credential-store.js';
import type { Exchange, Millis } from '../model.js';
import { parseUrl, siteOf } from '../normalize/site.js';
import type { LinkedExchange } from './linked-exchange.js';
import { isLogout } from './logout.js';

const MAX_SITES = 500;
/** Long enough for a person to log in elsewhere. */
const SOON: Millis = 15 * 60_000;

/** What credentials do before anybody logs in, and on the way to it: what does it then knows nobody. */
export class BeforeLogin {
  readonly #store: CredentialStore;
  /** Sites at which somebody may have logged in. */
  #posted = new Set<string>();

  constructor(store: CredentialStore) {
    this.#store = store;
  }

  exchange(linked: LinkedExchange): void {
    this.#noteAnonymous(linked);
    this.#noteAuthorization(linked);
  }

  save(): string[] {
    return [...this.#posted];
  }

  restore(saved: string[]): void {
    this.#posted = new Set(saved);
  }

  /** What is sent before the first POST that may be a login was given to nobody in particular. */
  #noteAnonymous({ exchange, context: { pageSite }, carried }: LinkedExchange): void {
    const site = siteOf(exchange.url);
    const mayBeLoggedIn =
      this.#posted.has(site) || (pageSite !== undefined && this.#posted.has(pageSite));
    for (const id of mayBeLoggedIn ? [] : carried.keys()) {
      const credential = this.#store.byId(id);
      if (!credential || credential.behaviour.usedAnonymously) continue;
      credential.behaviour.usedAnonymously = true;
      this.#store.touched.add(id);
    }
    if (mayLogIn(exchange) && this.#posted.size < MAX_SITES) this.#posted.add(site);
  }

  /** Cookies that are set on the way to an authorization server, or gone again soon, keep state only. */
  #noteAuthorization({ exchange, context: { ref, at }, set, changed }: LinkedExchange): void {
    const toServer =
      isAuthorizationRequest(exchange.redirectUrl) || isAuthorizationRequest(exchange.url);
    for (const id of set) {
      const credential = this.#store.byId(id);
      if (!credential?.cookie) continue;
      const { clearedBy, setAt } = credential.cookie;
      if (clearedBy?.id === ref.id) {
        if (changed.includes(id) && setAt !== undefined && at - setAt < SOON && !isLogout(exchange))
          credential.behaviour.clearedEarly = ref;
      } else if (
        toServer &&
        credential.cookie.setBy?.id === ref.id &&
        credential.valueCount === 1
      ) {
        credential.behaviour.setForAuthorization = ref;
      }
      this.#store.touched.add(credential.id);
    }
  }
}

/** A POST to a place whose name speaks of users or credentials, or that brought a password. */
function mayLogIn({ method, url, request }: Exchange): boolean {
  if (method !== 'POST') return false;
  const path = parseUrl(url)?.pathname ?? '';
  return (
    request.body?.passwordField !== undefined ||
    /log-?[io]n|sign|auth|token|session|account|user|member|regist|verif|otp|passw|callback|acs|saml/i.test(
      path,
    )
  );
}

/** RFC 6749 §4.1.1, or pushed before (RFC 9126 §4). */
function isAuthorizationRequest(url: string | undefined): boolean {
  const query = new URLSearchParams(url === undefined ? '' : parseUrl(url)?.search);
  const names = new Set([...query].map(([name]) => name));
  return names.has('client_id') && (names.has('response_type') || names.has('request_uri'));
}
