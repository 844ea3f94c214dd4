import type { Exchange, LoginForm } from '../engine/model.js';
import type { Told } from '../engine/normalize/passwords/named-passwords.js';
import {
  PasswordFields,
  type SavedPasswordFields,
} from '../engine/normalize/passwords/password-fields.js';
import { domainOf } from '../engine/normalize/addresses/site.js';
import type { Analysis } from '../engine/pipeline/analyze.js';
import type { ExchangeList } from './exchanges/exchange-list.js';
import type { Navigations } from './requests/navigations.js';
import type { DevtoolsEntry } from './record.js';
import type { WholeHeaders } from './shown/view.js';

/** Makes another exchange of one. */
export type Rewritten = (exchange: Exchange) => Exchange;

/** What is kept, and cleaned once more where a page tells late. */
interface Cleaned {
  readonly analysis: Pick<Analysis, 'learnPasswords'>;
  readonly exchanges: Pick<ExchangeList, 'rewrite'>;
  readonly navigations: Pick<Navigations, 'rewrite'>;
  /** Address of the page that is shown. */
  url: string;
}

/**
 * What is told, without what pages of this tab called their passwords: learnt as they tell of it.
 */
export class Cleaning {
  readonly #passwords: PasswordFields;
  readonly #kept: Cleaned;
  readonly #rewritePending: (rewritten: Rewritten) => void;

  /** `rewritePending`: rewrites exchanges that may still change. */
  constructor(
    kept: Cleaned,
    rewritePending: (rewritten: Rewritten) => void,
    saved?: SavedPasswordFields,
  ) {
    this.#passwords = new PasswordFields((url) => domainOf(url) ?? '', saved);
    this.#kept = kept;
    this.#rewritePending = rewritePending;
  }

  save(): SavedPasswordFields {
    return this.#passwords.save();
  }

  /**
   * What the page of an exchange of a file calls its fields for passwords: for bodies read later.
   */
  learn({ url, response }: Exchange): void {
    this.#passwords.learn(url, response?.body?.passwordFields);
  }

  /** What a form that was submitted calls its fields for passwords. */
  learnForm(form: LoginForm): void {
    if (this.#passwords.learnForm(form)) this.#again();
  }

  /** Entries without what they hold under names that pages gave to their fields for passwords. */
  entries(entries: readonly DevtoolsEntry[]): DevtoolsEntry[] {
    let news = false;
    for (const { url, responseBody } of entries) {
      const names = responseBody?.passwordFields ?? [];
      this.#kept.analysis.learnPasswords(url, names);
      news = this.#passwords.learn(url, names) || news;
    }
    if (news) this.#again();
    return entries.map(this.told);
  }

  readonly told = <T extends Told>(told: T): T => this.#passwords.cleanTold(told, this.#kept.url);

  /** All headers of a request, cleaned as those that are kept. */
  headers(url: string, { request, response }: WholeHeaders): WholeHeaders {
    const told = { url, requestHeaders: request, responseHeaders: response };
    const { requestHeaders, responseHeaders } = this.told(told);
    return { request: requestHeaders, response: responseHeaders };
  }

  /** A text that a request sends. */
  text(url: string, source: string): string {
    return this.#passwords.cleanText(source, url, this.#kept.url);
  }

  /** An address. */
  url(url: string): string {
    return this.#passwords.cleanUrl(url);
  }

  /** A page, or a form, can tell of its fields after the request in which they went. */
  #again(): void {
    const clean = (exchange: Exchange) => this.#passwords.clean(exchange);
    this.#kept.url = this.url(this.#kept.url);
    this.#kept.navigations.rewrite((url) => this.url(url));
    this.#kept.exchanges.rewrite(clean);
    this.#rewritePending(clean);
  }
}
