import type { Exchange } from '../model.js';
import { isLetIn } from '../credentials/turned-down.js';
import { setLatest } from './latest.js';

const KEPT = 16;
/** Whoever asks twice for the same may have come back to it; a script that waits asks again. */
const ASKED_BEFORE = 2;

export type SavedPolls = readonly (readonly [url: string, count: number])[];

/**
 * What scripts ask for again and again, and are given nothing by, until something happened that
 * they wait for: another device has scanned a code, a letter's link was followed.
 */
export class Polls {
  #asked: Map<string, number>;

  constructor(saved: SavedPolls = []) {
    this.#asked = new Map(saved);
  }

  save(): SavedPolls {
    return [...this.#asked];
  }

  /** Notes what is asked for; true where it was waited for, by its answers till now. */
  isOne(exchange: Exchange, gave: boolean): boolean {
    const { url, method, type } = exchange;
    if (method !== 'GET' || type !== 'fetch' || !isLetIn(exchange)) return false;
    const count = this.#asked.get(url) ?? 0;
    if (gave) this.#asked.delete(url);
    else setLatest(this.#asked, url, count + 1, KEPT);
    return count >= ASKED_BEFORE;
  }
}
