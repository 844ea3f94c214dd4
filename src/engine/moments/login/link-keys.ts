import type { Exchange, Millis } from '../../model.js';
import { withLatest } from '../latest.js';
import { hashOf } from '../../values/hash.js';
import { isForOtherAct, keysIn } from './keys-of-links.js';

/** How long a page lies open until its script hands in the key. */
const WITHIN: Millis = 15 * 60_000;
const KEPT = 8;

interface LinkKey {
  hash: string;
  at: Millis;
}

export type SavedLinkKeys = readonly LinkKey[];

/**
 * Keys of links that a page was opened with, as letters have them and other applications send them
 * along: its script hands one in, wherever that goes, and is given something for it.
 */
export class LinkKeys {
  #keys: SavedLinkKeys;

  constructor(saved: SavedLinkKeys = []) {
    this.#keys = saved;
  }

  save(): SavedLinkKeys {
    return this.#keys;
  }

  /** Notes the keys of a page's address. */
  exchange({ url, type, method, response, startedAt: at }: Exchange): void {
    if (type !== 'document' || method !== 'GET' || (response?.status ?? 0) !== 200) return;
    if (isForOtherAct(url)) return;
    for (const key of keysIn(url)) {
      const one = { hash: hashOf(key), at };
      this.#keys = withLatest(this.#keys, one, KEPT, ({ hash }) => hash === one.hash);
    }
  }

  /** True for a script that hands one in. */
  isBroughtBy({ type, startedAt, request }: Exchange): boolean {
    const keys = this.#keys.filter(({ at }) => startedAt - at <= WITHIN);
    if (type !== 'fetch' || keys.length === 0 || request.body?.newPassword) return false;
    const sent = new Set(request.body?.fields.map(({ value }) => hashOf(value)));
    return keys.some(({ hash }) => sent.has(hash));
  }
}
