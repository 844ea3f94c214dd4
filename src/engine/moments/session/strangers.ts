import { isTurnedDown } from '../../credentials/turned-down.js';
import { isSafe } from '../../methods.js';
import type { Exchange } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import type { CredentialReader } from '../credential-reader.js';
import type { Effect } from '../effect.js';
import { remember } from '../latest-sites.js';
import type { LinkedExchange } from '../linked-exchange.js';
import { mayConcernLogin } from '../login/login-words.js';

export interface SavedStrangers {
  met: string[];
  strangers: string[];
}

/**
 * Sites to which the browser came with nothing: what they give it, and what their pages make up,
 * knows nobody, until something is sent by which somebody may log in.
 */
export class Strangers {
  readonly #credentials: CredentialReader;
  readonly #met: Set<string>;
  /** Of the sites met those where nobody can have logged in by now. */
  readonly #strangers: Set<string>;

  constructor(credentials: CredentialReader, saved?: SavedStrangers) {
    this.#credentials = credentials;
    this.#met = new Set(saved?.met);
    this.#strangers = new Set(saved?.strangers);
  }

  save(): SavedStrangers {
    return { met: [...this.#met], strangers: [...this.#strangers] };
  }

  exchange({ exchange, context: { ref }, carried, set }: LinkedExchange): Effect[] {
    const site = siteOf(exchange.url);
    const isFirst = !this.#met.has(site);
    if (isFirst && carried.size === 0) remember(this.#strangers, site);
    remember(this.#met, site);
    if (!this.#strangers.has(site)) return [];
    const isOver = bringsLogin(exchange) || (!isFirst && mayLetIn(exchange));
    if (isOver) this.#strangers.delete(site);
    // What goes with the first request that may log in was there before it.
    const given = isOver ? [...carried.keys()] : [...carried.keys(), ...set];
    const apart = isApart(exchange) && !isOver ? { sentForNobody: true as const } : {};
    const effects = [...new Set(given)]
      .filter((id) => this.#isNewAt(site, id))
      .map((id): Effect => {
        return { kind: 'behaved', id, behaviour: { givenToStranger: ref, ...apart } };
      });
    if (isOver)
      for (const id of carried.keys())
        effects.push({ kind: 'behaved', id, behaviour: { mayHaveLoggedIn: true } });
    return effects;
  }

  #isNewAt(site: string, id: string): boolean {
    const credential = this.#credentials.byId(id);
    return credential?.site === site && !credential.behaviour.givenToStranger;
  }
}

/**
 * A service beside the page's own server: keys for it stand in pages, as those of other sites do.
 */
function isApart({ url, topUrl }: Exchange): boolean {
  const page = parseUrl(topUrl ?? '')?.hostname;
  return page !== undefined && page !== parseUrl(url)?.hostname;
}

/** What turns a reader down, or says that nobody asks, lets nobody in. */
function mayLetIn(exchange: Exchange): boolean {
  if (!mayConcernLogin(exchange.url) || isTurnedDown(exchange)) return false;
  return exchange.response?.body?.namesNobody !== true;
}

/**
 * Whatever is written may be a login where its body is not seen, and a link may hold what stands
 * for one.
 */
function bringsLogin({ method, url }: Exchange): boolean {
  if (!isSafe(method)) return true;
  return TICKET.test(parseUrl(url)?.search ?? '');
}

/** The answers of OAuth, CAS and SAML, and the keys of links in letters. */
const TICKET =
  /[?&](?:code|ticket|token|samlart|samlresponse|id_token|access_token|assertion|key|otp|auth)=/i;
