import type { ExchangeRef, Millis } from '../model.js';
import type { PasswordUses } from './password-use.js';
import type { ResponseFacts } from './response-facts.js';

/**
 * An exchange that carried or changed credentials, had a password or turned somebody away, with
 * those of the same kind after it.
 */
export interface LoggedExchange extends PasswordUses {
  ref: ExchangeRef;
  at: Millis;
  pageSite?: string;
  /** Ids of the credentials that travelled with it. */
  carried: string[];
  /** Ids of those that its response issued, changed or cleared. */
  set: string[];
  /** How many exchanges are folded into this entry. */
  count: number;
  /** Some of them asked for something else than `ref`. */
  mixed?: boolean;
  /** A page without a form for a password, at an address that showed one before. */
  withoutForm?: true;
  /** What its headers said; absent where they were not at hand. */
  facts?: ResponseFacts;
}
