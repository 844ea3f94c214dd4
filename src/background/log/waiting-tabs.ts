import { Soonest } from '../badge/soonest.js';

/** How long a record may wait, from when it happened, for others to be written with it. */
const FLUSH_AFTER = 20;
/** A batch of about this many characters is written at once. */
const FLUSH_SIZE = 256 * 1024;

/** Tabs of which something waits to be written, and when it is: one turn's records together. */
export class WaitingTabs {
  readonly #tabs = new Set<number>();
  readonly #flushing: Soonest;
  /** Characters that wait. */
  #buffered = 0;

  constructor(flush: () => void) {
    this.#flushing = new Soonest(flush);
  }

  /** So many characters more of a tab; `age`: what has waited elsewhere does not wait again. */
  add(tabId: number, characters = 0, age = 0): void {
    this.#tabs.add(tabId);
    this.#buffered += characters;
    const wait = this.#buffered > FLUSH_SIZE ? 0 : FLUSH_AFTER - age;
    this.#flushing.within(Math.min(Math.max(wait, 0), FLUSH_AFTER));
  }

  /** Hands out those that wait, once. */
  take(): number[] {
    this.#flushing.cancel();
    this.#buffered = 0;
    const tabs = [...this.#tabs];
    this.#tabs.clear();
    return tabs;
  }
}
