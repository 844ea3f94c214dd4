import type { EarlyJournal, Observed } from '../log/early-journal.js';

/** Tabs that are not known yet, and what waits for each of them. */
const TABS = 20;
const WAITING = 200;
/** A browser tells of a tab that opens sooner than this; of one that is closed never again. */
const HELD_FOR = 5_000;

/**
 * What was observed before it can be judged: before it is known which tabs there are, in the order
 * of its time, since a browser tells a worker that it starts of some things late; and in tabs that
 * the browser has not told of, which may be about to open or closed long ago.
 */
export class Early {
  readonly #judge: (observed: Observed) => void;
  readonly #journal: Pick<EarlyJournal, 'note' | 'take'>;
  #all: Observed[] | undefined = [];
  readonly #ofTabs = new Map<number, (() => void)[]>();

  constructor(judge: (observed: Observed) => void, journal: Pick<EarlyJournal, 'note' | 'take'>) {
    this.#judge = judge;
    this.#journal = journal;
  }

  /** Has it judged as soon as it is known which tabs there are. */
  take(observed: Observed): void {
    if (!this.#all) return this.#judge(observed);
    this.#all.push(observed);
    this.#journal.note(observed);
  }

  /** From now on that is known: what earlier workers left comes first. */
  begin(): void {
    const early = (this.#all ?? []).toSorted((a, b) => a.at - b.at);
    const left = this.#journal.take().toSorted((a, b) => a.at - b.at);
    this.#all = undefined;
    for (const observed of [...left, ...early]) this.#judge(observed);
  }

  /** Keeps it for a tab that may open: in memory alone, and not for long. */
  hold(tabId: number, observe: () => void): void {
    const waiting = this.#ofTabs.get(tabId) ?? [];
    if (waiting.length === 0) setTimeout(() => this.#letGo(tabId, waiting), HELD_FOR);
    if (waiting.length < WAITING) waiting.push(observe);
    this.#ofTabs.delete(tabId);
    this.#ofTabs.set(tabId, waiting);
    const [oldest] = this.#ofTabs.keys();
    if (this.#ofTabs.size > TABS && oldest !== undefined) this.#ofTabs.delete(oldest);
  }

  /** The tab is there. */
  opened(tabId: number): void {
    const waiting = this.#ofTabs.get(tabId) ?? [];
    this.#ofTabs.delete(tabId);
    for (const observe of waiting) observe();
  }

  closed(tabId: number): void {
    this.#ofTabs.delete(tabId);
  }

  #letGo(tabId: number, waiting: (() => void)[]): void {
    if (this.#ofTabs.get(tabId) === waiting) this.#ofTabs.delete(tabId);
  }
}
