import type { ExchangeRef } from '../../model.js';
import { placeOf } from '../address-words.js';
import type { SessionUse } from './session-use.js';

const KEPT = 16;

/** A loss that was told at an address which never answered well. */
interface DoubtfulLoss {
  credentialId: string;
  value: number;
  place: string;
  loss: ExchangeRef;
}

export type SavedDoubtful = DoubtfulLoss[];

/**
 * Losses of sessions that an address told at which the session was never accepted before: it may
 * only want a right that the user has not, for which many servers answer 401 (RFC 9110 §15.5.4 has
 * 403 for it) or send to the login.
 */
export class DoubtfulLosses {
  #list: DoubtfulLoss[];

  constructor(saved: SavedDoubtful = []) {
    this.#list = saved;
  }

  save(): SavedDoubtful {
    return this.#list;
  }

  /** `isKnown`: the address answered well to a session before. */
  note({ exchange, ref, session, value }: SessionUse, isKnown: boolean): void {
    if (isKnown) return;
    const loss = { credentialId: session.id, value, place: placeOf(exchange.url), loss: ref };
    this.#list = [...this.#list, loss].slice(-KEPT);
  }

  /**
   * The session was accepted; returns losses that were none, since it is live at another place: one
   * that offers to log out, or whose data it got before (`isKnown`). Pages are shown to anybody.
   */
  refutedBy({ exchange, session, value }: SessionUse, isKnown: boolean): ExchangeRef[] {
    const { url, type, response } = exchange;
    if (!response?.body?.wayOut && !(isKnown && type === 'fetch')) return [];
    const place = placeOf(url);
    const own = this.#list.filter((one) => one.credentialId === session.id);
    if (own.length === 0) return [];
    this.#list = this.#list.filter((one) => !own.includes(one));
    return own.filter((one) => one.value === value && one.place !== place).map(({ loss }) => loss);
  }
}
