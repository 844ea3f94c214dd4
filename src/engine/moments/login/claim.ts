import type { ExchangeRef, Millis } from '../../model.js';
import { siteOf } from '../../normalize/addresses/site.js';

/** How long somebody takes to type a password. */
const TYPED_WITHIN: Millis = 15 * 60_000;

/** The last login, as long as its own answers may show that it was none. */
export interface Claim {
  login: ExchangeRef;
  at: Millis;
  field?: string;
  /** What its answers set, and whether any of that was new. */
  set: string[];
  gave: boolean;
  /** Exchanges that answer it: its own, and the page to which it sent. */
  answers: string[];
  /** Address that is polled for the answer (Engine.IO), until then. */
  poll?: string;
  until: Millis;
  /** Another page was opened since. */
  left: boolean;
  /** Nothing but what it gave told of it. */
  isGuess?: true;
  /** It was seen to say nothing that only a user knows. */
  isBare?: true;
  /** Page whose script sent it. */
  page?: string;
}

/** Whereto something was sent, and by the script of which page. */
export interface Place {
  url: string;
  at: Millis;
  page?: string;
  /** It makes or changes an account. */
  isOfAccount?: boolean;
}

/** Whoever is asked for a password on the same page was not let in by what came before it. */
export function isBareBefore(claim: Claim | null, { url, at, page, isOfAccount }: Place): boolean {
  if (!claim?.isBare || claim.left || isOfAccount || page !== claim.page) return false;
  return siteOf(url) === siteOf(claim.login.url) && at - claim.at <= TYPED_WITHIN;
}
