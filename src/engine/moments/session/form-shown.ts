import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { pageAddress, siteOf } from '../../normalize/addresses/site.js';
import type { LoginPages } from '../login/login-pages.js';
import type { Moment } from '../moment.js';

/** The page for logging in, shown to somebody who is. */
interface Shown {
  site: string;
  at: Millis;
  ref: ExchangeRef;
}

export interface SavedFormShown {
  form: Shown | null;
  thrownTo: string | null;
}

/** The page for logging in that was opened last, where no other page came after it. */
export class FormShown {
  readonly #pages: LoginPages;
  #form: Shown | null;
  /** Where somebody who was not known any more was sent. */
  #thrownTo: string | null;

  constructor(pages: LoginPages, saved?: SavedFormShown) {
    this.#pages = pages;
    this.#form = saved?.form ?? null;
    this.#thrownTo = saved?.thrownTo ?? null;
  }

  save(): SavedFormShown {
    return { form: this.#form, thrownTo: this.#thrownTo };
  }

  reset(): void {
    this.#form = null;
    this.#thrownTo = null;
  }

  thrownOut({ redirectUrl }: Exchange): void {
    this.#thrownTo = redirectUrl ?? null;
  }

  note({ url, type, startedAt: at, response }: Exchange, ref: ExchangeRef): void {
    if (type !== 'document' || response?.status !== 200) return;
    const { body } = response;
    const asks = body === undefined || body.passwordField !== undefined;
    const isOpened = asks && this.#pages.isOne(url) && url !== this.#thrownTo;
    this.#form = isOpened ? { site: siteOf(url), at, ref } : null;
  }

  /** Whoever opens the page for logging in is logged out by some servers. */
  leftBy(site: string): Moment | undefined {
    const form = this.#form?.site === site ? this.#form : undefined;
    return form && { type: 'logout', at: form.at, site, exchange: form.ref };
  }

  /** A password that was not taken: nobody was known before. */
  isTriedInVain({ method, request, redirectUrl }: Exchange): boolean {
    if (method !== 'POST') return false;
    if (request.body?.passwordField !== undefined) return true;
    const form = this.#form && pageAddress(this.#form.ref.url);
    return redirectUrl !== undefined && pageAddress(redirectUrl) === form;
  }
}
