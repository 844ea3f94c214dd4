import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { parseUrl, siteOf } from '../../normalize/addresses/site.js';
import type { LoginPages } from '../login/login-pages.js';
import type { Moment } from '../moment.js';
import { isSame } from '../login/submitted-form.js';
import { isThrownOut } from '../session/thrown-out.js';
import { AWAY } from '../session/accepted-sessions.js';
import { placeOf } from '../address-words.js';
import { withLatest } from '../latest.js';

const KEPT = 200;

/** What an exchange did to whoever made it. */
interface Departing {
  isSignedIn: boolean;
  /** The address answered well to the session before. */
  isKnown: boolean;
  /** Its answer gave what stands for the user another value. */
  isOther: boolean;
  /** The loss that it is, if the session is not known any more. */
  lossOf: () => Moment | undefined;
  pages: LoginPages;
}

/** What may have been a logout: nothing but the next pages can tell. */
interface Left {
  site: string;
  at: Millis;
  ref: ExchangeRef;
  /** No logout, but the end of a session: of its time, or of its server. */
  loss?: Moment;
}

export interface SavedDepartures {
  asked: string[];
  open: string[];
  left: Left | null;
  /** Absent in what an older version saved. */
  login?: string | null;
  by?: string | null;
  led?: string | null;
}

/**
 * Logouts that neither their words nor a cleared cookie tell (`/expire`, `/desk/leave`): somebody
 * who is logged in asks for what nobody had asked for before, is sent to a page that is for
 * everybody, and the site does not know them any more.
 */
export class Departures {
  /** Addresses that somebody asked for who was not logged in, and those that showed them a page. */
  #asked: readonly string[];
  #open: readonly string[];
  #left: Left | null;
  /** Where the last login was sent to: whoever is sent there is not known. */
  #login: string | null;
  /**
   * The id of that login, and the address to which it sent the browser on: nobody asked for that.
   */
  #by: string | null;
  #led: string | null;

  constructor(saved?: SavedDepartures) {
    this.#asked = saved?.asked ?? [];
    this.#open = saved?.open ?? [];
    this.#left = saved?.left ?? null;
    this.#login = saved?.login ?? null;
    this.#by = saved?.by ?? null;
    this.#led = saved?.led ?? null;
  }

  save(): SavedDepartures {
    const [asked, open] = [[...this.#asked], [...this.#open]];
    const login = { login: this.#login, by: this.#by, led: this.#led };
    return { asked, open, left: this.#left, ...login };
  }

  /** Somebody logged in or out, by whatever sign. */
  reset(login?: ExchangeRef): void {
    this.#left = null;
    if (!login) return;
    if (login.id !== this.#by) this.#led = null;
    [this.#login, this.#by] = [placeOf(login.url), login.id];
  }

  /** One exchange; the logout before it, where it shows that there was one. */
  exchange(exchange: Exchange, ref: ExchangeRef, who: Departing): Moment | undefined {
    if (exchange.type !== 'document') return undefined;
    const { url } = exchange;
    const isLed = this.#isLed(exchange, ref);
    const left = this.#left?.site === siteOf(url) ? this.#left : null;
    const isSent = left !== null && sendsTo(exchange, this.#login);
    const isOut = isSent || isThrownOut(exchange, who.pages) || this.#asks(exchange, who.pages);
    if (isOut && left && who.isSignedIn) {
      this.#left = null;
      return left.loss ?? { type: 'logout', at: left.at, site: left.site, exchange: left.ref };
    }
    if (isOut) return undefined;
    if (!who.isSignedIn) this.#noteOpen(exchange);
    else if (!isLed && this.#mayLeave(exchange, who))
      this.#left = leftBy(exchange, ref, who) ?? this.#left;
    else if (left && !this.#isForAll(exchange)) this.#left = null;
    return undefined;
  }

  /** The last login itself, or where it sends the browser on. */
  #isLed({ url, redirectUrl }: Exchange, { id }: ExchangeRef): boolean {
    const isLed = id === this.#by || (this.#led !== null && isSame(url, this.#led));
    if (isLed) this.#led = redirectUrl ?? null;
    return isLed;
  }

  /** Everybody may be there, or is sent on. */
  #isForAll({ url, redirectUrl }: Exchange): boolean {
    return this.#open.includes(placeOf(url)) || isFront(url) || this.#isLogin(redirectUrl);
  }

  #isLogin(url: string | undefined): boolean {
    return url !== undefined && placeOf(url) === this.#login;
  }

  /** It shows the page for logging in, with its form. */
  #asks(exchange: Exchange, pages: LoginPages): boolean {
    const { method, url, response } = exchange;
    if (method !== 'GET') return false;
    const { passwordField, wayOut } = response?.body ?? {};
    const isShown = response?.status === 200 && passwordField !== undefined && !wayOut;
    return isShown && (pages.isOne(url) || this.#isLogin(url));
  }

  #noteOpen({ url, response }: Exchange): void {
    const place = placeOf(url);
    this.#asked = kept(this.#asked, place);
    const isShown = response !== undefined && response.status >= 200 && response.status < 300;
    if (isShown && response.body?.passwordField === undefined) this.#open = kept(this.#open, place);
  }

  /** What nobody asked for before leads somebody who is logged in to where everybody may be. */
  #mayLeave({ url, request, response, redirectUrl }: Exchange, who: Departing): boolean {
    if (redirectUrl === undefined || (response?.status ?? 500) >= 400) return false;
    if (request.body?.passwordField !== undefined || who.pages.isOne(redirectUrl)) return false;
    const [from, to] = [placeOf(url), placeOf(redirectUrl)];
    const isOpen = this.#open.includes(to) || (who.isOther && isFront(redirectUrl));
    return from !== to && !this.#asked.includes(from) && isOpen;
  }
}

/**
 * Whoever asks again for what he was shown, or comes back after long, and is somebody else by that,
 * did not ask to leave.
 */
function leftBy(exchange: Exchange, ref: ExchangeRef, who: Departing): Left | null {
  const { url, method, startedAt: at } = exchange;
  const left = { site: siteOf(url), at, ref };
  if (method !== 'GET') return left;
  const loss = who.lossOf();
  const idle = loss?.detail?.['idle'];
  const isBack = who.isOther && typeof idle === 'number' && idle >= AWAY;
  if (!who.isKnown && !isBack) return left;
  return who.isOther && loss ? { ...left, loss } : null;
}

function kept(places: readonly string[], place: string): readonly string[] {
  return places.includes(place) ? places : withLatest(places, place, KEPT);
}

/** Whoever asks for a page is sent to where somebody logged in. */
function sendsTo({ method, redirectUrl }: Exchange, login: string | null): boolean {
  if (method !== 'GET' || redirectUrl === undefined || isFront(redirectUrl)) return false;
  return placeOf(redirectUrl) === login;
}

/** The front page greets whoever comes. */
function isFront(url: string): boolean {
  return parseUrl(url)?.pathname === '/';
}
