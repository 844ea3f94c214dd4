import type { Told } from '../engine/normalize/named-passwords.js';
import type { PasswordFields } from '../engine/normalize/password-fields.js';
import type { WholeHeaders } from './view.js';

/** What is told, without what pages of this tab called their passwords. */
export class Cleaning {
  readonly #passwords: PasswordFields;
  /** Address of the page that is shown. */
  readonly #shown: () => string;

  constructor(passwords: PasswordFields, shown: () => string) {
    this.#passwords = passwords;
    this.#shown = shown;
  }

  readonly told = <T extends Told>(told: T): T => this.#passwords.cleanTold(told, this.#shown());

  /** All headers of a request, cleaned as those that are kept. */
  headers(url: string, { request, response }: WholeHeaders): WholeHeaders {
    const told = { url, requestHeaders: request, responseHeaders: response };
    const { requestHeaders, responseHeaders } = this.told(told);
    return { request: requestHeaders, response: responseHeaders };
  }

  /** A text that a request sends. */
  text(url: string, source: string): string {
    return this.#passwords.cleanText(source, url, this.#shown());
  }
}
