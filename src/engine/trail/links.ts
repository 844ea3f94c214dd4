import type { ExchangeRef, Millis } from '../model.js';
import { LIMITS } from '../settings.js';

/**
 * Which credentials travelled with an exchange, and which its response set, issued or cleared
 * (ids).
 */
export interface ExchangeLinks {
  carried: string[];
  set: string[];
}

/** What is remembered of an exchange once it was read. */
export interface KnownExchange extends ExchangeLinks {
  ref: ExchangeRef;
  at: Millis;
  pageSite?: string;
}

/** The latest exchanges with the credentials in them. */
export class Links {
  #byId = new Map<string, KnownExchange>();

  get(exchangeId: string): KnownExchange | undefined {
    return this.#byId.get(exchangeId);
  }

  add(known: KnownExchange): void {
    this.#byId.set(known.ref.id, known);
    if (this.#byId.size > LIMITS.links) this.#byId.delete(this.#byId.keys().next().value!);
  }

  save(): [string, KnownExchange][] {
    return [...this.#byId];
  }

  restore(saved: readonly [string, KnownExchange][]): void {
    this.#byId = new Map(saved);
  }
}
