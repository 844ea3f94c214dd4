import { memo } from '../../memo.js';
import type { Credential, Exchange, Millis } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { AskedPlaces, type SavedAskedPlaces } from './asked-places.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import { isFailedAttempt } from './failed-attempt.js';
import { isByAnybody } from './given-to-anybody.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { isLogout } from '../logout/logout.js';
import { isLeavingPath } from '../logout/logout-words.js';
import { remember } from '../latest-sites.js';
import { isShownOnce } from '../logout/shown-once.js';
import { type SavedStrangers, Strangers } from '../session/strangers.js';
import { mayConcernLogin } from './login-words.js';

/** Long enough for a person to log in elsewhere. */
const SOON: Millis = 15 * 60_000;

export interface SavedBeforeLogin {
  posted: string[];
  written: string[];
  strangers?: SavedStrangers;
  asked?: SavedAskedPlaces;
  told?: string[];
}

/**
 * What credentials do before anybody logs in, and on the way to it: what does it then knows nobody.
 */
export class BeforeLogin {
  readonly #credentials: CredentialReader;
  /** Sites at which somebody may have logged in. */
  readonly #posted: Set<string>;
  /** Sites to which anything was sent at all: bodies may be unseen, and addresses say nothing. */
  readonly #written: Set<string>;
  /** Of these those by which somebody may have logged in: no form without a password is one. */
  readonly #told: Set<string>;
  /** Those of the sets to which this very exchange brought its site. */
  #brought: ReadonlySet<string>[] = [];
  readonly #strangers: Strangers;
  readonly #asked: AskedPlaces;

  constructor(credentials: CredentialReader, saved?: SavedBeforeLogin) {
    this.#credentials = credentials;
    this.#posted = new Set(saved?.posted);
    this.#written = new Set(saved?.written);
    this.#told = new Set(saved?.told ?? saved?.written);
    this.#strangers = new Strangers(credentials, saved?.strangers);
    this.#asked = new AskedPlaces(credentials, saved?.asked);
  }

  exchange(linked: LinkedExchange): Effect[] {
    return [
      ...this.#anonymous(linked),
      ...this.#toAnybody(linked),
      ...this.#strangers.exchange(linked),
      ...this.#asked.exchange(linked),
      ...this.#forAuthorization(linked),
    ];
  }

  save(): SavedBeforeLogin {
    return {
      posted: [...this.#posted],
      written: [...this.#written],
      told: [...this.#told],
      strangers: this.#strangers.save(),
      asked: this.#asked.save(),
    };
  }

  /**
   * False where the site gave it itself, and was told nothing before by which somebody may log in.
   */
  mayBeSomebodys({ site, sightings }: Credential, url: string): boolean {
    const sites = isLeavingPath(url) ? this.#written : this.#told;
    if (sites.has(site) && !this.#brought.includes(sites)) return true;
    const [first] = sightings.toSorted((a, b) => a.firstAt - b.firstAt);
    return first?.direction !== 'received';
  }

  /** What is sent before the first POST that may be a login was given to nobody in particular. */
  #anonymous({ exchange, context: { pageSite }, carried, messages }: LinkedExchange): Effect[] {
    const site = siteOf(exchange.url);
    const known = this.#posted.has(site) || (pageSite !== undefined && this.#posted.has(pageSite));
    // Whoever wrote something there came back with a code, which the page redeems (RFC 6749
    // §4.1.3).
    const redeems =
      this.#written.has(site) && messages.some(({ kind }) => kind === 'token-request');
    if (redeems && pageSite !== undefined) remember(this.#posted, pageSite);
    this.#brought = [];
    if (exchange.method === 'POST') this.#bring(this.#written, site);
    const isGuest = exchange.request.body?.asGuest;
    const mayTell = exchange.method === 'POST' && !isGuest && !isPlainForm(exchange);
    if (mayTell && !isFailedAttempt(exchange)) this.#bring(this.#told, site);
    if (mayLogIn(exchange)) remember(this.#posted, site);
    if (known) return [];
    return [...carried.keys()]
      .filter((id) => !this.#credentials.byId(id)?.behaviour.usedAnonymously)
      .map((id) => ({ kind: 'behaved', id, behaviour: { usedAnonymously: true } }));
  }

  /** What a script was given before anything was sent, by a request that says nothing. */
  #toAnybody({ exchange, context: { ref, pageSite }, carried, changed }: LinkedExchange): Effect[] {
    const wrote = [siteOf(exchange.url), pageSite].some(
      (site) =>
        site !== undefined && this.#written.has(site) && !this.#brought.includes(this.#written),
    );
    const sent = () => [...carried.keys()].flatMap((id) => this.#credentials.byId(id) ?? []);
    if (changed.length === 0 || !isByAnybody(exchange, sent(), wrote)) return [];
    return changed
      .filter((id) => !carried.has(id))
      .map((id) => ({ kind: 'behaved', id, behaviour: { givenToAnybody: ref } }));
  }

  #bring(sites: Set<string>, site: string): void {
    if (!sites.has(site)) this.#brought.push(sites);
    remember(sites, site);
  }

  /**
   * Cookies that are set on the way to an authorization server, or gone again soon, keep state
   * only.
   */
  #forAuthorization(linked: LinkedExchange): Effect[] {
    const { exchange, set, carried } = linked;
    const atServer = isAuthorizationRequest(exchange.url);
    const toServer = atServer || isAuthorizationRequest(exchange.redirectUrl ?? '');
    const sent = atServer ? [...carried.keys()] : [];
    const known = sent.filter((id) => !this.#credentials.byId(id)?.behaviour.sentToAuthorize);
    const asked = known.map((id): Effect => ({
      kind: 'behaved',
      id,
      behaviour: { sentToAuthorize: true },
    }));
    const others = () => [...carried.keys()].flatMap((id) => this.#credentials.byId(id) ?? []);
    const onTheWay = set.flatMap((id): Effect[] => {
      const credential = this.#credentials.byId(id);
      if (!credential) return [];
      const behaviour = behaviourOnTheWay(credential, linked, toServer);
      // One that was there before anything was seen may have been set a moment ago.
      const isBrief = behaviour?.clearedEarly ?? isOfBefore(credential, linked);
      const shown = isBrief && isShownOnce(credential, exchange, others());
      const said = shown ? { ...behaviour, shownOnce: linked.context.ref } : behaviour;
      return said ? [{ kind: 'behaved', id, behaviour: said }] : [];
    });
    return [...asked, ...onTheWay];
  }
}

function behaviourOnTheWay(
  { id, cookie, valueCount }: Credential,
  { exchange, context: { ref, at }, changed, carried, messages }: LinkedExchange,
  toServer: boolean,
): Credential['behaviour'] | undefined {
  if (cookie?.clearedBy?.id === ref.id) {
    const early = changed.includes(id) && cookie.setAt !== undefined && at - cookie.setAt < SOON;
    return early && !isLogout(exchange) ? { clearedEarly: ref } : undefined;
  }
  if (cookie?.setBy?.id !== ref.id || carried.has(id)) return undefined;
  if (messages.some(({ kind }) => kind === 'token-request')) return { givenUnasked: ref };
  return toServer && valueCount === 1 ? { setForAuthorization: ref } : undefined;
}

/** Taken away, and nothing had been seen to set it. */
function isOfBefore({ id, cookie }: Credential, { context, changed }: LinkedExchange): boolean {
  return (
    changed.includes(id) && cookie?.clearedBy?.id === context.ref.id && cookie.setAt === undefined
  );
}

/** Sent by a page, with a body that was seen, and without a password. */
function isPlainForm({ type, url, request: { body } }: Exchange): boolean {
  const isForm = type === 'document' && body?.kind === 'form';
  return isForm && body.passwordField === undefined && !mayConcernLogin(url);
}

/** A POST to a place whose name speaks of users or credentials, or that brought a password. */
function mayLogIn({ method, url, request }: Exchange): boolean {
  if (method !== 'POST' || request.body?.asGuest) return false;
  return request.body?.passwordField !== undefined || mayConcernLogin(url);
}

/** RFC 6749 §4.1.1, or pushed before (RFC 9126 §4). */
const isAuthorizationRequest = memo((url): boolean => {
  const query = new URLSearchParams(parseUrl(url)?.search);
  return query.has('client_id') && (query.has('response_type') || query.has('request_uri'));
});
