import type { Kept } from './kept-exchange.js';

/** How far a list has come, for viewers, who take over what changed since they looked. */
export class ListRevision {
  #now: number;
  /** Viewers that know less than this must forget what they know. */
  #floor: number;

  /** That of a later worker begins higher, so that a viewer notices. */
  constructor(revision: number) {
    this.#now = revision;
    this.#floor = revision;
  }

  get now(): number {
    return this.#now;
  }

  /** Something changed. */
  next(): number {
    return ++this.#now;
  }

  /** Something is gone: whoever has seen it must begin again. */
  taken(): void {
    this.#floor = ++this.#now;
  }

  /** Whoever has seen these must begin again, and may have seen another list up to there. */
  anew(revision: number, all: ReadonlyMap<string, Kept>): void {
    this.#now = Math.max(this.#now, revision) + 1;
    this.#floor = this.#now;
    for (const kept of all.values()) kept.revision = this.#now;
  }

  /**
   * Ids of these that are new or changed since a revision, and whether it is too old to build on.
   */
  since(revision: number, all: ReadonlyMap<string, Kept>): { ids: string[]; reset: boolean } {
    const reset = revision !== 0 && (revision < this.#floor || revision > this.#now);
    const from = reset ? 0 : revision;
    const ids = [...all].filter(([, kept]) => kept.revision > from).map(([id]) => id);
    return { ids, reset };
  }
}
