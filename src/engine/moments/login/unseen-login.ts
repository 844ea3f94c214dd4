import type { ExchangeRef, Millis } from '../../model.js';
import type { LoginStep } from './login-step.js';

/** How long a page takes to use what it got. */
const FIRST_USE: Millis = 5_000;

/** The last POST that may have been a login, going by its address alone. */
export type SavedUnseenLogin = { ref: ExchangeRef; at: Millis; pageSite: string } | null;

/** A login whose answer was not seen: it shows when its page sends what the answer gave. */
export class UnseenLogin {
  #post: SavedUnseenLogin = null;

  save(): SavedUnseenLogin {
    return this.#post;
  }

  restore(saved: SavedUnseenLogin): void {
    this.#post = saved;
  }

  note({ ref, at, pageSite }: NonNullable<SavedUnseenLogin>): void {
    this.#post = { ref, at, pageSite };
  }

  /**
   * A page sends a token that was never seen before: the answer that gave it had no body to be
   * seen.
   */
  firstSent(at: Millis, pageSite: string): LoginStep[] {
    const post = this.#post;
    if (!post || post.pageSite !== pageSite || at - post.at > FIRST_USE) return [];
    // What that very request brought was there before.
    if (at <= post.at) return [];
    this.#post = null;
    return [{ login: post.ref, at: post.at, set: [], first: true, site: pageSite }];
  }

  /** Another request logged in, whatever the last one was. */
  loggedIn(): void {
    this.#post = null;
  }

  /** It is known by now that the last token was asked for by nobody in particular. */
  wasForGuests(id: string): void {
    if (this.#post?.ref.id === id) this.#post = null;
  }
}
