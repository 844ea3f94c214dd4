import type { Changed, ChangeFailure } from '../../messaging/stored-entry.js';

/** How long a change can be undone. */
const KEPT = 30_000;

/** Why something was not done; null where it was. */
export type Failure = { failed: ChangeFailure; why?: string } | null;

/** Takes a change back: all that was there before is there again. */
export type Undo = () => Promise<Failure>;

/** What became of a change: the way back, or why it was not made. */
export type Attempt = { undo: Undo } | NonNullable<Failure>;

interface Kept {
  tabId: number;
  undo: Undo;
  timer: ReturnType<typeof setTimeout>;
}

/** Changes of a moment ago with what was there before them, in memory alone. */
export class Changes {
  readonly #kept = new Map<number, Kept>();
  #last = 0;

  /** Numbers a change that was made. */
  keep(tabId: number, attempt: Attempt): Changed {
    if (!('undo' in attempt)) return attempt;
    const change = ++this.#last;
    const timer = setTimeout(() => this.#kept.delete(change), KEPT);
    this.#kept.set(change, { tabId, undo: attempt.undo, timer });
    return { change };
  }

  /** Undoes a change, once. */
  async undo(tabId: number, change: number): Promise<Changed> {
    const kept = this.#kept.get(change);
    if (kept?.tabId !== tabId) return { failed: 'late' };
    clearTimeout(kept.timer);
    this.#kept.delete(change);
    return (await kept.undo()) ?? { change };
  }
}
