import type { ExchangeRef, Millis } from '../../model.js';
import type { LoginStep } from './login-step.js';
import { isSame } from './submitted-form.js';
import type { Watched } from '../watched-exchange.js';

/** How long a login's redirects take. */
const REDIRECT_WINDOW: Millis = 15_000;

/** Where the last login sends the browser next. */
export type SavedRedirect = { url: string; login: ExchangeRef; until: Millis } | null;

/** Follows the redirects of a login: what the pages set that it leads to is given by it. */
export class LoginRedirects {
  #next: SavedRedirect = null;

  save(): SavedRedirect {
    return this.#next;
  }

  restore(saved: SavedRedirect): void {
    this.#next = saved;
  }

  /** A login sends the browser on. */
  begin({ redirectUrl: url, ref: login, at }: Watched): void {
    if (url) this.#next = { url, login, until: at + REDIRECT_WINDOW };
  }

  /** Somebody is at another page by now: what comes at that address later is no answer to it. */
  leave(): void {
    this.#next = null;
  }

  leadsTo(url: string, at: Millis): boolean {
    return this.#next !== null && at <= this.#next.until && isSame(url, this.#next.url);
  }

  /** The step of a page to which a login leads; none for one that asks to log in again. */
  exchange({ ref, at, set, redirectUrl }: Watched, thrownOut: boolean): LoginStep[] {
    const next = this.#next;
    if (!next || !this.leadsTo(ref.url, at)) return [];
    this.#next = redirectUrl && !thrownOut ? { ...next, url: redirectUrl } : null;
    return thrownOut ? [] : [{ login: next.login, at, set, first: false }];
  }
}
