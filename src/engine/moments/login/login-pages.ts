import type { Exchange, ExchangeRef } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import { handsBack } from './handed-back.js';
import { isLoginPage } from './login-words.js';
import { placeOf } from '../address-words.js';
import { setLatest, withLatest } from '../latest.js';

const KEPT = 16;

export interface SavedLoginPages {
  sentTo: string[];
  known: string[];
  /** Absent in what an older version saved. */
  asked?: SavedNames;
  names?: SavedNames;
}

/** Names of the inputs for passwords of a site’s page. */
type SavedNames = [site: string, names: readonly string[]][];

/**
 * Pages that a site has for logging in, whatever they are called (`/desk`, `/enter`): it sends
 * there whoever asks for something else, and there a password is asked for, of everybody who comes.
 */
export class LoginPages {
  #sentTo: readonly string[];
  #known: readonly string[];
  /** Of the last page that asked for one, and of the last by which somebody logged in. */
  readonly #asked: Map<string, readonly string[]>;
  readonly #names: Map<string, readonly string[]>;

  constructor(saved?: SavedLoginPages) {
    this.#sentTo = saved?.sentTo ?? [];
    this.#known = saved?.known ?? [];
    this.#asked = new Map(saved?.asked);
    this.#names = new Map(saved?.names);
  }

  save(): SavedLoginPages {
    const [asked, names] = [[...this.#asked], [...this.#names]];
    return { sentTo: [...this.#sentTo], known: [...this.#known], asked, names };
  }

  exchange(exchange: Exchange): void {
    const { method, type, url, response, redirectUrl } = exchange;
    if (type !== 'document' || method !== 'GET') return;
    const place = placeOf(url);
    if (redirectUrl !== undefined && mayBeOne(redirectUrl, url))
      this.#sentTo = withLatest(this.#sentTo, placeOf(redirectUrl), KEPT);
    if (response?.status !== 200 || response.body?.kind !== 'html') return;
    // What shows something else to others is the page of somebody who is known.
    this.#known = without(this.#known, place);
    const { passwordField, passwordFields = [], wayOut } = response.body;
    if (passwordField !== undefined && !wayOut)
      setLatest(this.#asked, siteOf(url), passwordFields, KEPT);
    if (passwordField !== undefined && !wayOut && this.#sentTo.includes(place)) this.#know(place);
  }

  #know(place: string): void {
    this.#known = withLatest(this.#known, place, KEPT);
  }

  /** Somebody logged in there, and was sent on: what it shows need not have been seen. */
  loggedIn({ url }: ExchangeRef): void {
    const [place, site] = [placeOf(url), siteOf(url)];
    if (this.#sentTo.includes(place)) this.#know(place);
    const names = this.#asked.get(site);
    if (names) setLatest(this.#names, site, names, KEPT);
  }

  /** True for a page with the inputs for passwords of the one by which somebody logged in. */
  asksToLogIn({ type, url, response }: Exchange): boolean {
    const { passwordFields = [], wayOut } = response?.body ?? {};
    const names = this.#names.get(siteOf(url)) ?? [];
    if (type !== 'document' || wayOut || names.length === 0) return false;
    return (
      names.length === passwordFields.length && names.every((one) => passwordFields.includes(one))
    );
  }

  /** True for the page that whoever asked for another one was sent to, and shown. */
  sendsTo({ url, redirectUrl }: Exchange): boolean {
    return redirectUrl === undefined && isLoginPage(url) && this.#sentTo.includes(placeOf(url));
  }

  /**
   * True for a page to which somebody is sent for logging in: by its name, or by what was seen of
   * it.
   */
  isOne(url: string | undefined): boolean {
    return isLoginPage(url) || (url !== undefined && this.#known.includes(placeOf(url)));
  }
}

/** The front page greets whoever logged in as well as whoever did not. */
function mayBeOne(page: string, from: string): boolean {
  const address = parseUrl(page);
  if (handsBack(from, page)) return false;
  if (!address || siteOf(page) !== siteOf(from) || placeOf(page) === placeOf(from)) return false;
  return address.pathname !== '/' || placeOf(page) !== `${address.origin}/`;
}

function without(places: readonly string[], place: string): string[] {
  return places.filter((one) => one !== place);
}
