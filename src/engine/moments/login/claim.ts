import type { Exchange, ExchangeRef, Millis } from '../../model.js';
import { pageAddress, siteOf } from '../../normalize/addresses/site.js';

/** How long somebody takes to type a password. */
const TYPED_WITHIN: Millis = 15 * 60_000;
/** How long a box stays open that says that it did not work. */
const LED_WITHIN: Millis = 60_000;

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

/** What of a request claims to be a login. */
export interface Claimant {
  ref: ExchangeRef;
  at: Millis;
  set: string[];
  gave: boolean;
  passwordField?: string;
  page?: string;
  signedIn: boolean;
  accepted: boolean | undefined;
  isBare?: true;
  isOfAccount: boolean;
}

/** Whereto something was sent, and by the script of which page. */
export interface Place {
  url: string;
  at: Millis;
  page?: string;
  /** It makes or changes an account. */
  isOfAccount: boolean;
}

/** Whoever is asked for a password on the same page was not let in by what came before it. */
export function isBareBefore(claim: Claim | null, { url, at, page, isOfAccount }: Place): boolean {
  if (!claim?.isBare || claim.left || isOfAccount || page !== claim.page) return false;
  return siteOf(url) === siteOf(claim.login.url) && at - claim.at <= TYPED_WITHIN;
}

/**
 * The same address again, by somebody who got nowhere there. Many servers set a cookie again with
 * every page, and give nothing by it; but whoever left the form, or comes back long after, was let
 * in by what he got.
 */
export function isTriedAgain({ login, at, gave, left }: Claim, url: string, now: Millis): boolean {
  if (pageAddress(login.url) !== pageAddress(url)) return false;
  return !gave || !(left || now - at > TYPED_WITHIN);
}

/**
 * A form that is sent right after a script logged in, for the browser to offer to keep the
 * password: Discourse's hidden one, and others.
 */
export function isForKeeper(claim: Claim | null, { type, url, startedAt }: Exchange): boolean {
  if (claim?.page === undefined || !claim.gave || type !== 'document') return false;
  return siteOf(url) === siteOf(claim.login.url) && startedAt - claim.at <= LED_WITHIN;
}

/** A page to which the answer of the login itself led, without a status for it (RFC 9110 §15.4). */
export function isLedBy(
  claim: Claim,
  { method, type, url, startedAt, request }: Exchange,
): boolean {
  if (method !== 'GET' || type !== 'document' || startedAt - claim.at > LED_WITHIN) return false;
  const from = request.headers.find(({ name }) => name === 'referer')?.value;
  const isFromLogin = from !== undefined && pageAddress(from) === pageAddress(claim.login.url);
  return isFromLogin && siteOf(url) === siteOf(claim.login.url);
}
