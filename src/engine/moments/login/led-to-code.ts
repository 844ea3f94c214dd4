import type { Exchange, Millis } from '../../model.js';
import { partsOf } from '../address-words.js';
import { regex } from '../../regex.js';
import type { Watched } from '../watched-exchange.js';

/** How long redirects take. */
const WITHIN: Millis = 15_000;
/** Pages that are for the second factor, and for nothing else: others are called `/verify` too. */
const CODE_PAGE = regex('i')`
  ^(?:(?:log-?in|sign-?in|auth|user|account|verify|check|confirm|enter|validate)[-_]?)?
  (?:otp|totp|2fa|mfa|tfa|(?:two|second|multi)[-_]?factor\w*|(?:two|2)[-_]?step\w*)
  (?:[-_]?(?:verify|verification|check|code|auth|login|challenge))?(?:\.\w{1,5})?$`;

export interface SavedLedToCode {
  post?: Watched | undefined;
  next?: string | undefined;
}

/** The last password that was sent, and where it led the browser to. */
export class LedToCode {
  #post: Watched | undefined;
  #next: string | undefined;

  constructor({ post, next }: SavedLedToCode = {}) {
    this.#post = post;
    this.#next = next;
  }

  save(): SavedLedToCode {
    return { post: this.#post, next: this.#next };
  }

  /** A password was sent. */
  note(post: Watched): void {
    if (post.passwordField === undefined) return;
    this.#post = post;
    this.#next = post.redirectUrl;
  }

  /** What was sent by this exchange, or answered by the page that it led to. */
  postOf(id: string): Watched | undefined {
    return this.#post?.ref.id === id ? this.#post : undefined;
  }

  /** The password that led to this page, where it asks for a code. */
  askedBy(exchange: Exchange): Watched | undefined {
    const { url, method, type, startedAt, redirectUrl } = exchange;
    const post = this.#post;
    const isNext = type === 'document' && method === 'GET' && url === this.#next;
    if (!post || !isNext || startedAt - post.at > WITHIN) return undefined;
    this.#next = redirectUrl;
    return post.accepted !== false && asksForCode(exchange) ? post : undefined;
  }
}

/** A page that was not read may be any. */
function asksForCode({ url, response, redirectUrl }: Exchange): boolean {
  const { status, body } = response ?? {};
  if (status !== 200 || redirectUrl !== undefined || body?.kind !== 'html') return false;
  if (body.wayOut || body.refusal || body.passwordField !== undefined) return false;
  return body.halfway === true || partsOf(url).some((part) => CODE_PAGE.test(part));
}
