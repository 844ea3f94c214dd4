import { addressOf } from '../address.js';
import type { Exchange, LoginForm, Millis } from '../model.js';
import { pageOf } from '../moments/login/asking-pages.js';
import { isLoginPath } from '../moments/login/login-words.js';
import { isLogoutPath } from '../moments/logout/logout-words.js';
import { placeOf } from '../moments/address-words.js';
import { pageAddress, parseUrl, siteOf } from '../normalize/addresses/site.js';

/**
 * What an address did that may have been because nobody was logged in: it `refused`, by its status
 * or by an address whose name says so; it `asked` for a password itself, or was where one was
 * `given`; or it `sent` the browser somewhere.
 */
export interface TurnedAway {
  /** The address, as `placeOf` has it. */
  readonly place: string;
  readonly site: string;
  readonly how: 'refused' | 'asked' | 'given' | 'sent';
  /** Where to, if it sent the browser somewhere. */
  readonly to?: string;
  /** The first time, and the last. */
  readonly at: Millis;
  readonly lastAt: Millis;
  /** No answer said it: a small page was left at once, by itself as it seems. */
  readonly isGuess?: true;
}

/** An answer that seems to leave a page at once by itself: what was in it nobody could read. */
interface LeftPage {
  readonly url: string;
  readonly at: Millis;
}

/** Where somebody was sent, and whether no answer said so. */
type Aside = Pick<TurnedAway, 'isGuess'> & { readonly target?: string };

const guess = (target: string): Aside => ({ target, isGuess: true });

export interface SavedTurnedAway {
  known: readonly TurnedAway[];
  left: LeftPage | null;
}

const KEPT = 128;
/** No page to be read is this small; and nobody reads one in so short a time. */
const SMALL_PAGE = 2_048;
const LEAVES_WITHIN: Millis = 1_000;
const SHOWN: ReadonlySet<Exchange['type']> = new Set(['document', 'frame', 'fetch']);
/** HTML Standard, “pragma directives”, which browsers take from a header, too. */
const REFRESH = /^\s*\d+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i;
const LANGUAGE = /^\/[a-z]{2}(?:[-_][a-z]{2,4})?(?=\/|$)/i;
const BY_LANGUAGE = /^(?:lang|language|locale|hl|lng|culture)$/i;

/** Addresses that turned somebody away, by what they did. */
export class TurnedAwayList {
  #known: readonly TurnedAway[];
  #left: LeftPage | null;
  /** Addresses without their query: what is in none of them needs no closer look. */
  #paths: Set<string>;

  constructor(saved?: SavedTurnedAway) {
    this.#known = saved?.known ?? [];
    this.#left = saved?.left ?? null;
    this.#paths = pathsOf(this.#known);
  }

  all(): readonly TurnedAway[] {
    return this.#known;
  }

  save(): SavedTurnedAway {
    return { known: this.#known, left: this.#left };
  }

  /** Takes what an address did to whoever asked. */
  note(exchange: Exchange): void {
    const { url, method, startedAt: at, request, response } = exchange;
    if (!SHOWN.has(exchange.type)) return;
    if (request.body?.passwordField !== undefined) this.#noteLogin(exchange);
    if (method !== 'GET') return;
    this.#noteLeft(exchange);
    const target = targetOf(exchange);
    if (response?.status === 401 || (target !== undefined && isRefusal(url, target)))
      this.#add('refused', url, at);
    else if (target !== undefined && isElsewhere(url, target))
      this.#add('sent', url, at, { target });
    this.noteBody(url, at, exchange);
  }

  /** The page that an address showed asks for a password, or a request to it gives one. */
  noteBody(url: string, at: Millis, { request, response }: Exchange): void {
    if (request.body?.passwordField !== undefined) this.#add('given', url, at);
    const { kind, passwordField } = response?.body ?? {};
    if (kind === 'html' && passwordField !== undefined) this.#add('asked', url, at);
  }

  /** A form with a password was submitted: its page had asked for it. */
  form({ pageUrl, at }: LoginForm): void {
    this.#add('asked', pageUrl, at);
  }

  /** True for an address that turned somebody away before. */
  knows(url: string): boolean {
    return this.#of(url).length > 0;
  }

  /** True for a page that does not ask for a password, at an address that did before. */
  isWithoutForm(url: string, { response }: Pick<Exchange, 'response'>): boolean {
    const { kind, passwordField } = response?.body ?? {};
    if (kind !== 'html' || passwordField !== undefined) return false;
    return this.#of(url).some(({ how }) => how === 'asked');
  }

  #of(url: string): TurnedAway[] {
    if (!this.#paths.has(pageAddress(url))) return [];
    const place = placeOf(url);
    return this.#known.filter((one) => one.place === place);
  }

  /** A password was given to this address, on the page before it. */
  #noteLogin(exchange: Exchange): void {
    const { url, startedAt: at } = exchange;
    const page = refererOf(exchange) ?? pageOf(exchange).page;
    this.#add('given', url, at);
    // Some pages tell others of their origin alone.
    const isWhole = page !== undefined && parseUrl(page)?.pathname !== '/';
    if (isWhole && siteOf(page) === siteOf(url)) this.#add('given', page, at);
  }

  /** A small page that nobody could read, and from which the next one came at once. */
  #noteLeft(exchange: Exchange): void {
    const { url, type, startedAt: at, response } = exchange;
    if (type !== 'document') return;
    const left = this.#left;
    if (left && refererOf(exchange) === left.url && at - left.at <= LEAVES_WITHIN)
      this.#add(isRefusal(left.url, url) ? 'refused' : 'sent', left.url, left.at, guess(url));
    const isLeft = response?.status === 200 && response.body === undefined && isSmall(response);
    this.#left = isLeft ? { url, at } : null;
  }

  #add(how: TurnedAway['how'], url: string, at: Millis, { target, isGuess }: Aside = {}): void {
    const place = placeOf(url);
    const to = how === 'sent' && target !== undefined ? placeOf(target) : undefined;
    const same = this.#known.find((o) => o.place === place && o.how === how && o.to === to);
    const others = this.#known.filter((one) => one !== same);
    const first = same?.at ?? at;
    const one = {
      place,
      site: siteOf(url),
      how,
      at: Math.min(first, at),
      lastAt: at,
      ...(to !== undefined && { to }),
      ...(isGuess && (!same || same.isGuess) && { isGuess }),
    };
    this.#known = [...others, one].slice(-KEPT);
    this.#paths = pathsOf(this.#known);
  }
}

function pathsOf(known: readonly TurnedAway[]): Set<string> {
  return new Set(known.map(({ place }) => place.split(' ', 1)[0]!));
}

function refererOf({ request }: Exchange): string | undefined {
  return request.headers.find(({ name }) => name === 'referer')?.value;
}

function isSmall({ size, headers }: NonNullable<Exchange['response']>): boolean {
  const said = headers.find(({ name }) => name === 'content-length')?.value;
  return (size ?? Number(said ?? Infinity)) <= SMALL_PAGE;
}

/** Where an answer sends the browser, by its status or by a header. */
function targetOf({ url, redirectUrl, response }: Exchange): string | undefined {
  if (redirectUrl !== undefined) return redirectUrl;
  const line = response?.headers.find(({ name }) => name === 'refresh')?.value;
  const target = line === undefined ? undefined : REFRESH.exec(line)?.[1];
  return target === undefined ? undefined : addressOf(target, url)?.href;
}

/** To a place for logging in, or out, where some servers send whoever they do not know. */
function isRefusal(from: string, to: string): boolean {
  if (isLoginPath(from) || isLogoutPath(from)) return false;
  return isLoginPath(to) || isLogoutPath(to);
}

/** To another page of the site: no other spelling, and not the same one in another language. */
function isElsewhere(from: string, to: string): boolean {
  const [one, other] = [parseUrl(from), parseUrl(to)];
  if (!one || !other || siteOf(from) !== siteOf(to)) return false;
  const byLanguage = [...new URLSearchParams(other.search)].some(([name]) =>
    BY_LANGUAGE.test(name),
  );
  return plainPath(one) !== plainPath(other) && !byLanguage;
}

function plainPath({ pathname }: URL): string {
  return pathname.replace(LANGUAGE, '').replace(/\/(?:index\.\w{1,5})?$/, '');
}
