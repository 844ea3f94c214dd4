import { isSafe } from '../../methods.js';
import type { Millis } from '../../model.js';
import { placeOf } from '../address-words.js';
import type { SessionUse } from '../session/session-use.js';
import { setLatest, withLatest } from '../latest.js';

const KEPT = 64;

export interface SavedUnsaidActs {
  refused: string[];
  acts: [string, Millis][];
}

/**
 * Visitors who log in and out in words that nobody knows: an address refuses a session, takes the
 * very same after something was sent, and refuses it again after something else was.
 */
export class UnsaidActs {
  /** Values of sessions, and where they were refused. */
  #refused: readonly string[];
  /** When something was sent last with a session. */
  readonly #acts: Map<string, Millis>;

  constructor(saved?: SavedUnsaidActs) {
    this.#refused = saved?.refused ?? [];
    this.#acts = new Map(saved?.acts);
  }

  save(): SavedUnsaidActs {
    return { refused: [...this.#refused], acts: [...this.#acts] };
  }

  /** Notes one use of a session that was not refused. */
  taken({ exchange: { method, startedAt }, session }: SessionUse): void {
    if (isSafe(method)) return;
    setLatest(this.#acts, session.id, startedAt, KEPT);
  }

  refused(use: SessionUse): void {
    this.#refused = withLatest(this.#refused, keyOf(use), KEPT);
  }

  /** True where what was sent since then may have ended what something that was sent began. */
  mayHaveEnded(use: SessionUse, since: Millis): boolean {
    const act = this.#acts.get(use.session.id);
    const isEnded = act !== undefined && act > since;
    const isOpen = !use.isSignedIn || use.isUnsaid;
    return isEnded && isOpen && this.#refused.includes(keyOf(use));
  }
}

function keyOf({ session, value, exchange }: SessionUse): string {
  return JSON.stringify([session.id, value, placeOf(exchange.url)]);
}
