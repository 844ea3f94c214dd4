import type { Exchange, Millis } from '../model.js';
import { isLoginPage } from './login-words.js';
import { placeOf } from './address-words.js';
import { pageAddress } from '../normalize/site.js';

/** How long somebody takes to fill in a form. */
const FILLED_WITHIN: Millis = 15 * 60_000;
const KEPT = 16;

/** Pages that ask for a password, and addresses that somebody was sent to. */
export interface SavedAskingPages {
  asking: { url: string; at: Millis; sentTo: boolean }[];
  sentTo: string[];
  /** Absent in what an older version saved. */
  turned?: Turned[];
}

/** An address that sent whoever asked for it to another page. */
interface Turned {
  from: string;
  to: string;
}

/**
 * Pages with an input for a password of which nothing else says that they are for logging in: what is
 * sent from there may be hashed, and be called anything.
 */
export class AskingPages {
  #asking: SavedAskingPages['asking'] = [];
  #sentTo: string[] = [];
  #turned: Turned[] = [];

  exchange({ url, method, type, startedAt: at, response, redirectUrl }: Exchange): void {
    if (type !== 'document') return;
    if (redirectUrl !== undefined && method === 'GET') this.#noteTurned(url, redirectUrl);
    if (redirectUrl !== undefined)
      this.#sentTo = [...this.#sentTo, pageAddress(redirectUrl)].slice(-KEPT);
    if (response?.body?.kind !== 'html' || response.body.passwordField === undefined) return;
    const page = { url: pageAddress(url), at, sentTo: this.#sentTo.includes(pageAddress(url)) };
    this.#asking = [...this.#asking.filter((one) => one.url !== page.url), page].slice(-KEPT);
  }

  /**
   * True for what is sent from a page that asks for a password and is for nothing else: one that
   * somebody was sent to, that is called so, or that takes its own form. Shops have a small form
   * for logging in on every page.
   */
  asked(exchange: Exchange): boolean {
    const { url, startedAt } = exchange;
    const from = pageAddress(refererOf(exchange) ?? pageOf(exchange).page ?? url);
    if (this.#letsIn(from, exchange)) return true;
    const page = this.#asking.find((one) => one.url === from);
    if (!page || startedAt - page.at > FILLED_WITHIN) return false;
    return page.sentTo || isLoginPage(page.url) || page.url === pageAddress(url);
  }

  save(): SavedAskingPages {
    return { asking: this.#asking, sentTo: this.#sentTo, turned: this.#turned };
  }

  restore({ asking, sentTo, turned = [] }: SavedAskingPages): void {
    this.#asking = asking;
    this.#sentTo = sentTo;
    this.#turned = turned;
  }

  #noteTurned(url: string, redirectUrl: string): void {
    const turned = { from: placeOf(url), to: pageAddress(redirectUrl) };
    // A list leads to its first thing, and a front page to one in a language, whoever comes.
    const isBelow = turned.to.startsWith(`${pageAddress(url).replace(/\/$/, '')}/`);
    if (isBelow || turned.from === placeOf(redirectUrl)) return;
    const others = this.#turned.filter(({ from }) => from !== turned.from);
    this.#turned = [...others, turned].slice(-KEPT);
  }

  /**
   * What was sent from a page leads to the very address that had sent there whoever asked for it. Whether
   * that page asked for a password may not have been seen.
   */
  #letsIn(page: string, { type, redirectUrl }: Exchange): boolean {
    if (type !== 'document' || redirectUrl === undefined) return false;
    const place = placeOf(redirectUrl);
    return this.#turned.some(({ from, to }) => from === place && to === page);
  }
}

/** Address of the page whose script made a request. */
export function pageOf({ type, topUrl }: Exchange): { page?: string } {
  return type === 'fetch' && topUrl !== undefined ? { page: topUrl } : {};
}

function refererOf({ request }: Exchange): string | undefined {
  return request.headers.find(({ name }) => name === 'referer')?.value;
}
