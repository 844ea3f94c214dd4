import type { Exchange, Millis } from '../../model.js';
import { isAccountPath } from './beside-login-words.js';
import { isLoginPage } from './login-words.js';
import { placeOf } from '../address-words.js';
import { pageAddress } from '../../normalize/addresses/site.js';
import { withLatest } from '../latest.js';

/** How long somebody takes to fill in a form. */
const FILLED_WITHIN: Millis = 15 * 60_000;
const KEPT = 16;

/** Pages that ask for a password, and addresses that somebody was sent to. */
export interface SavedAskingPages {
  asking: { url: string; at: Millis; sentTo: boolean }[];
  sentTo: string[];
  /** Absent in what an older version saved. */
  turned?: Turned[];
  unseen?: UnseenPage[];
}

/** A page that is called one for logging in, of which nothing was seen. */
interface UnseenPage {
  place: string;
  at: Millis;
}

/** An address that sent whoever asked for it to another page. */
interface Turned {
  from: string;
  to: string;
}

/**
 * Pages with an input for a password of which nothing else says that they are for logging in: what
 * is sent from there may be hashed, and be called anything.
 */
export class AskingPages {
  #asking: SavedAskingPages['asking'] = [];
  #sentTo: string[] = [];
  #turned: Turned[] = [];
  #unseen: UnseenPage[] = [];

  exchange({ url, method, type, startedAt: at, response, redirectUrl }: Exchange): void {
    if (type !== 'document') return;
    if (redirectUrl !== undefined && method === 'GET') this.#noteTurned(url, redirectUrl);
    if (redirectUrl !== undefined)
      this.#sentTo = [...this.#sentTo, pageAddress(redirectUrl)].slice(-KEPT);
    const isUnseen = response?.status === 200 && response.body === undefined;
    if (isUnseen && method === 'GET' && isLoginPage(url)) this.#noteUnseen(placeOf(url), at);
    if (response?.body?.kind !== 'html') return;
    const page = { url: pageAddress(url), at, sentTo: this.#sentTo.includes(pageAddress(url)) };
    // What came from there last is what is filled in: one address may have many pages.
    const others = this.#asking.filter((one) => one.url !== page.url);
    const isOne = response.body.passwordField !== undefined;
    this.#asking = isOne ? withLatest(others, page, KEPT) : others;
  }

  /**
   * True for what is sent from a page that asks for a password and is for nothing else: one that
   * somebody was sent to, that is called so, or that takes its own form. Shops have a small form
   * for logging in on every page. Of one that was not seen its name tells, where the answer gave
   * something.
   */
  asked(exchange: Exchange, gave: boolean): boolean {
    const { url, startedAt } = exchange;
    const source = refererOf(exchange) ?? pageOf(exchange).page ?? url;
    const from = pageAddress(source);
    if (this.#letsIn(from, exchange, gave) || (gave && this.#isCalledSo(source, exchange)))
      return true;
    const page = this.#asking.find((one) => one.url === from);
    if (!page || startedAt - page.at > FILLED_WITHIN) return false;
    return page.sentTo || isLoginPage(page.url) || page.url === pageAddress(url);
  }

  save(): SavedAskingPages {
    return {
      asking: this.#asking,
      sentTo: this.#sentTo,
      turned: this.#turned,
      unseen: this.#unseen,
    };
  }

  restore({ asking, sentTo, turned = [], unseen = [] }: SavedAskingPages): void {
    this.#asking = asking;
    this.#sentTo = sentTo;
    this.#turned = turned;
    this.#unseen = unseen;
  }

  /** What a form sends from there to another address that is for something else is no login. */
  #isCalledSo(source: string, { type, url, request, startedAt }: Exchange): boolean {
    if (type !== 'document' || request.body !== undefined || isAccountPath(url)) return false;
    const place = placeOf(source);
    return this.#unseen.some((one) => one.place === place && startedAt - one.at <= FILLED_WITHIN);
  }

  #noteUnseen(place: string, at: Millis): void {
    this.#unseen = withLatest(this.#unseen, { place, at }, KEPT, (one) => one.place === place);
  }

  #noteTurned(url: string, redirectUrl: string): void {
    const turned = { from: placeOf(url), to: pageAddress(redirectUrl) };
    // A list leads to its first thing, and a front page to one in a language, whoever comes.
    const isBelow = turned.to.startsWith(`${pageAddress(url).replace(/\/$/, '')}/`);
    if (isBelow || turned.from === placeOf(redirectUrl)) return;
    this.#turned = withLatest(this.#turned, turned, KEPT, ({ from }) => from === turned.from);
  }

  /**
   * What was sent from a page leads to the very address that had sent there whoever asked for it,
   * or had sent them elsewhere, and now gives something. Whether a page asked for a password may
   * not have been seen.
   */
  #letsIn(page: string, { type, redirectUrl }: Exchange, gave: boolean): boolean {
    if (type !== 'document' || redirectUrl === undefined) return false;
    const place = placeOf(redirectUrl);
    return this.#turned.some(({ from, to }) => from === place && (gave || to === page));
  }
}

/** Address of the page whose script made a request. */
export function pageOf({ type, topUrl }: Exchange): { page?: string } {
  return type === 'fetch' && topUrl !== undefined ? { page: topUrl } : {};
}

function refererOf({ request }: Exchange): string | undefined {
  return request.headers.find(({ name }) => name === 'referer')?.value;
}
