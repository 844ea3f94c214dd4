import type { Exchange } from '../model.js';
import { isLetIn } from '../credentials/turned-down.js';
import { placeOf } from './address-words.js';
import { setLatest } from './latest.js';

const KEPT = 16;
/** Whoever asks twice for the same may have come back to it; a script that waits asks again. */
const ASKED_BEFORE = 2;

export type SavedPolls = readonly (readonly [place: string, count: number])[];

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

  /**
   * Notes what is asked for, with a time or a count in its address or not; true where it was waited
   * for, by its answers till now, which may say “not yet” as they say “no”.
   */
  isOne(exchange: Exchange, gave: boolean): boolean {
    const { url, method, type, response } = exchange;
    const isAnswered = response !== undefined && response.status < 400;
    if (method !== 'GET' || type !== 'fetch' || !isAnswered) return false;
    const place = placeOf(url);
    const count = this.#asked.get(place) ?? 0;
    if (gave) this.#asked.delete(place);
    else setLatest(this.#asked, place, count + 1, KEPT);
    return count >= ASKED_BEFORE && isLetIn(exchange);
  }
}
