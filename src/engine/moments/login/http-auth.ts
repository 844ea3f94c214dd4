import type { Exchange, ExchangeRef, Header, Millis } from '../../model.js';
import { isKeptPair } from '../../normalize/passwords/basic-password.js';
import { originOf, pageAddress } from '../../normalize/addresses/site.js';
import { isNoSecret } from '../../places/no-secret.js';
import { isBrowsersScheme } from '../../values/names/authorization-names.js';
import { isBasicKey } from '../../values/tokens/basic-key.js';
import { withLatest } from '../latest.js';
import type { LoginStep } from './login-step.js';
import { isLoginPath } from './login-words.js';

const KEPT = 16;
const SOON: Millis = 60_000;

/** A page that came without HTTP authentication. */
interface PlainPage {
  origin: string;
  at: Millis;
  ref: ExchangeRef;
  /**
   * It stood at an address for logging in, or came after the server had asked: its header may have
   * been hidden.
   */
  suspect: boolean;
  /**
   * A script of it asked for something without, or was turned down: one that has name and password
   * from before sends them at once.
   */
  asked?: true;
}

export interface SavedHttpAuth {
  challenged: string[];
  plain: PlainPage[];
}

/**
 * Recognises that the person gave the browser a name and a password (RFC 9110 §11); it sends them
 * from now on.
 */
export class HttpAuthWatch {
  /** Addresses that asked for them. */
  #challenged: string[] = [];
  /** The last page of each origin that came without. */
  #plain: PlainPage[] = [];

  exchange(exchange: Exchange, ref: ExchangeRef, set: string[], signedIn: boolean): LoginStep[] {
    const { url, type, request, response, startedAt: at } = exchange;
    const status = response?.status ?? 500;
    const gives = request.headers.some(givesPair);
    const asks = response?.headers.some(
      ({ name, value }) => name === 'www-authenticate' && isBrowsersScheme(value),
    );
    const asked = this.#challenged.includes(pageAddress(url));
    const plain = this.#plain.find(({ origin }) => origin === originOf(url));
    const isSoon = plain !== undefined && at - plain.at < SOON;
    // Some recorders show neither the 401 nor the header of a request that the browser sent again.
    if (
      status < 400 &&
      !signedIn &&
      (gives ? asked || (type === 'document' && plain !== undefined) : asked)
    ) {
      this.#forget(originOf(url));
      const hidden = !asked && plain?.suspect && isSoon;
      return [{ login: hidden ? plain.ref : ref, at: hidden ? plain.at : at, set, first: true }];
    }
    // The parts of a page carry what the dialog got, and the page itself seemed to come without.
    if (status < 400 && gives && type === 'other' && plain && isSoon && !signedIn) {
      this.#forget(originOf(url));
      return [{ login: plain.ref, at: plain.at, set, first: true }];
    }
    // A page's script got name and password in a form of its own, and sends them from now on.
    if (status < 400 && gives && type === 'fetch' && plain?.asked && !signedIn) {
      this.#forget(originOf(url));
      return [{ login: ref, at, set, first: true }];
    }
    if (!gives && status === 401 && asks)
      this.#challenged = [...this.#challenged, pageAddress(url)].slice(-KEPT);
    else if (type === 'fetch' && plain && (!gives || status === 401)) plain.asked = true;
    else if (!gives && type === 'document' && status < 400)
      this.#notePlain({
        origin: originOf(url),
        at,
        ref,
        suspect: isLoginPath(url) || this.#isChallenged(originOf(url)),
      });
    return [];
  }

  save(): SavedHttpAuth {
    return { challenged: this.#challenged, plain: this.#plain };
  }

  restore({ challenged, plain }: SavedHttpAuth): void {
    this.#challenged = challenged;
    this.#plain = plain;
  }

  #notePlain(page: PlainPage): void {
    const last = this.#plain.find(({ origin }) => origin === page.origin);
    // The page after the login may come without the header as well.
    const kept = last?.suspect && page.at - last.at < SOON ? last : page;
    this.#plain = withLatest(this.#plain, kept, KEPT, (one) => one === last);
  }

  #isChallenged(origin: string): boolean {
    return this.#challenged.some((address) => originOf(address) === origin);
  }

  #forget(origin: string): void {
    this.#challenged = this.#challenged.filter((address) => originOf(address) !== origin);
    this.#plain = this.#plain.filter((page) => page.origin !== origin);
  }
}

/**
 * In the header for it, or in one of the page's own. Without a password it is the key of a project.
 */
function givesPair({ name, value }: Header): boolean {
  const pair = value.replace(/^\S+\s+/, '');
  const mayBe = name === 'authorization' ? isBrowsersScheme(value) : isKeptPair(value);
  return mayBe && !isBasicKey(pair) && !isNoSecret(pair);
}
