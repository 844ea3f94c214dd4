import { othersFirst } from '../../capture/others-first.js';
import { SLICE } from './slices.js';

/** Between what is observed and reading it: what comes together is read together. */
const AFTER = 50;

/** Reads records of tabs that somebody looks at in small slices, before they are asked for. */
export class ReadingOn {
  readonly #readOn: (tabId: number, mayGoOn: () => boolean) => boolean;
  readonly #due = new Set<number>();

  constructor(readOn: (tabId: number, mayGoOn: () => boolean) => boolean) {
    this.#readOn = readOn;
  }

  /** Something was observed of a tab. */
  changed(tabId: number): void {
    if (this.#due.has(tabId)) return;
    this.#due.add(tabId);
    setTimeout(() => this.#slice(tabId), AFTER);
  }

  #slice(tabId: number): void {
    const end = performance.now() + SLICE;
    if (this.#readOn(tabId, () => performance.now() < end)) this.#due.delete(tabId);
    else void othersFirst().then(() => this.#slice(tabId));
  }
}
