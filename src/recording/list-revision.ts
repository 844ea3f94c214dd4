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

  /** Whoever has seen this list must begin again, and may have seen another one up to there. */
  anew(revision: number): number {
    this.#now = Math.max(this.#now, revision) + 1;
    this.#floor = this.#now;
    return this.#now;
  }

  /** Nothing can be built on what a viewer of that revision knows. */
  isTooOld(revision: number): boolean {
    return revision !== 0 && (revision < this.#floor || revision > this.#now);
  }
}
