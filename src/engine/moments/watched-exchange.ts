import type { Exchange, ExchangeRef, Millis } from '../model.js';
import {
  isPasswordField,
  isPinField,
  PASSWORD_MARK,
} from '../normalize/passwords/password-field.js';
import { pageAddress, parseUrl } from '../normalize/addresses/site.js';
import { isAccepted, leadsOn } from './login/login-signs.js';
import type { LoginPages } from './login/login-pages.js';
import { pageOf } from './login/asking-pages.js';
import { isForKeeper } from './login/claim.js';
import type { ClaimedLogin } from './login/claimed-login.js';
import { isAccountPath, isGuestPath, isSecondFactorPath } from './login/beside-login-words.js';
import { saysNothing } from './login/says-nothing.js';
import { isLoginAct, isLoginPath } from './login/login-words.js';
import { isAccountAct, isAccountPlace, isAccountWord } from './login/account-words.js';
import { isConfirmationPath } from './login/confirmation-words.js';
import { isForConnection } from './login/connection-words.js';
import { isForAnybody } from './login/new-session.js';
import { namedActs } from './named-acts.js';
import type { FromPage } from './shown-pages.js';
import { FRONT_PAGE } from './address-words.js';

const WHO: ReadonlySet<string> = new Set(['cookie', 'authorization']);

/** A finished exchange as the watch remembers it: enough to be recognised as a login later. */
export interface Watched {
  ref: ExchangeRef;
  at: Millis;
  /** Ids of the credentials its response set or issued. */
  set: string[];
  passwordField?: string;
  /** With a password it is a login; undefined while that depends on a page that was not seen. */
  accepted: boolean | undefined;
  /** It gave something that may tell a user from others. */
  gave: boolean;
  /** Nobody who had logged in was logged out before it. */
  signedIn: boolean;
  /** Page whose script made it. */
  page?: string;
  /** It was seen to say nothing that only a user knows. */
  isBare?: true;
  /** It makes or changes an account. */
  isOfAccount: boolean;
  redirectUrl?: string;
}

/** A finished exchange, as logins look at it. */
export interface LoginInput {
  exchange: Exchange;
  /**
   * Ids of the credentials its response set or issued; and of those that are new, or have a new
   * value.
   */
  set: string[];
  gave: string[];
  /** Somebody logged in at its site before, and did not log out. */
  signedIn: boolean;
  /** Site of the page on whose behalf it was made. */
  pageSite: string;
  /** It asks an authorization server for tokens, by its address at least. */
  isTokenRequest: boolean;
  /** It gets a token for whoever asks. */
  forGuests: boolean;
  /** It took back all that the login gave which led there. */
  undone: boolean;
  /** It was sent what a login gave, and its answer left that as it was. */
  staysIn: boolean;
  /** So it does, or what it gave are other values of what it was sent. */
  goesOn: boolean;
  /**
   * Ids of what the login gave and this answer took, giving another in its place: its next step.
   */
  took: string[];
  /** It was sent a cookie that was there before anything was seen, and may be a session. */
  cameAlong: boolean;
  /** It was sent something that may say who asks, and is not of this visit. */
  saysSomebody: boolean;
  /** Ids of the tokens that it carried, and of those by which scripts say in a header who asks. */
  tokens: readonly string[];
  saysWho: readonly string[];
  /** Its answer gave another session, and nothing else says what was sent. */
  otherSession: boolean;
}

/** In an address, where it does not belong: of a call, or of a form that was led on or greeted. */
export function givesPassword(exchange: Exchange): boolean {
  const { url, type, response, redirectUrl } = exchange;
  if (!isLoginAct(url) || !hasPassword(url)) return false;
  if (type === 'fetch') return true;
  return (leadsOn(exchange) && !hasPassword(redirectUrl)) || response?.body?.wayOut === true;
}

/** A secret beside a name is what others call a password: Asterisk's manager. */
function hasPassword(url: string | undefined): boolean {
  const named = [...new URLSearchParams(parseUrl(url ?? '')?.search)];
  const isNamed = named.some(([name]) => /^user_?(?:name)?$/i.test(name));
  return named.some(([name, value]) => {
    return value !== '' && (isPasswordField(name) || (isNamed && name === 'secret'));
  });
}

/** `from`: what the page that it was sent from said; unknown if unseen. */
export function watch(
  { exchange, set, gave, signedIn, staysIn, goesOn, cameAlong }: LoginInput,
  from: FromPage | undefined,
  pages: LoginPages,
  claimed: ClaimedLogin,
): Watched {
  const { id, method, url, response, redirectUrl, startedAt: at } = exchange;
  // Passwords are also given to make an account, or to change or confirm one.
  const isNamedAccount = isAccountAct(url) || namedActs(exchange).some(isAccountWord);
  const isForLogin = (isLoginPath(url) || pages.isOne(url)) && !isNamedAccount;
  // A page that offers to log out comes in the place of one that asked, and did not.
  const isGreeted = from?.asks === true && response?.body?.wayOut === true;
  const isBacked = gave.length > 0 || isForLogin || isGreeted;
  // Who came with something may be known already; who has nothing, and is given none, is nobody.
  const isDoubtful = !isBacked && from?.asks !== true && (cameAlong || leavesNobody(exchange));
  const password = isDoubtful ? {} : passwordFieldOf(exchange, isBacked);
  const isAccount = isNamedAccount || isForAccount(exchange);
  const place = { url, at, isOfAccount: isAccount && !isForLogin, ...pageOf(exchange) };
  const isIn = signedIn && !claimed.isDoubtedBy(place, password.passwordField);
  // Who changes the password gets another session, who confirms it something beside the session.
  const isStep = gave.length > 0 && isSecondFactorPath(url);
  const isOwn = isIn && !isStep && (gave.length === 0 || isAccount || staysIn);
  const shown = gave.length > 0 ? undefined : from;
  const isAgain = isConfirmation(url, shown) || isForKeeper(claimed.save(), exchange);
  const isConfirmed = isIn && goesOn && isAgain;
  const isOfNobody = gave.length === 0 && (isAccount || isForConnection(url));
  // Whoever came along with something, and sends a plain page's form, is asked for no login by it.
  const isPlain = gave.length === 0 && cameAlong && (from?.asks === false || returns(exchange));
  const isOfKnown = exchange.request.body?.newPassword === 'changed' || isPlain;
  // Who made an account, or has another password now, is to log in with it.
  const isToLogIn = isAccount && pages.isOne(redirectUrl);
  const elsewhere = isConfirmed || (!isForLogin && (isOwn || isOfNobody || isOfKnown || isToLogIn));
  return {
    ref: { id, method, url, status: response?.status ?? 0 },
    at,
    set,
    gave: gave.length > 0,
    signedIn,
    ...pageOf(exchange),
    accepted: elsewhere ? false : isAccepted(exchange, gave.length > 0),
    ...password,
    ...(saysNothing(exchange.request.body) && !isSecondFactorPath(url) && { isBare: true }),
    isOfAccount: place.isOfAccount,
    ...(redirectUrl ? { redirectUrl } : {}),
  };
}

/** It makes or changes an account, by its address or by a new password. */
function isForAccount({ url, request }: Exchange): boolean {
  const { newPassword } = request.body ?? {};
  return isAccountPath(url) || isAccountPlace(url) || newPassword !== undefined;
}

/** Who is in gives the password once more, whatever the address is called. */
function isConfirmation(url: string, from: FromPage | undefined): boolean {
  return from?.greets === true || isConfirmationPath(url);
}

/** Neither it nor its answer holds anything by which the server could know whom it let in. */
function leavesNobody(exchange: Exchange): boolean {
  return exchange.response?.status === 204 && bringsNothing(exchange);
}

/** True for a request without a header by which browsers and scripts say who asks. */
export function bringsNothing({ request }: Exchange): boolean {
  return !request.headers.some(({ name }) => WHO.has(name));
}

/**
 * A field for a password was left empty where whoever comes is a guest: a device may have none, an
 * order proves nobody by it.
 */
function isOfGuest({ url, request: { body } }: Exchange): boolean {
  if (body?.asGuest) return true;
  const isEmpty = body?.passwordField !== undefined && !isPinField(body.passwordField);
  return isEmpty && !isLoginPath(url) && (isGuestPath(url) || isForAnybody(url));
}

/** What is saved is shown again at its own address; many log in at the front page. */
function returns({ url, redirectUrl }: Exchange): boolean {
  const path = parseUrl(url)?.pathname ?? '';
  if (redirectUrl === undefined || FRONT_PAGE.test(path)) return false;
  return pageAddress(redirectUrl) === pageAddress(url);
}

/** `isBacked`: something else than its name says that what was sent logs in. */
function passwordFieldOf(exchange: Exchange, isBacked: boolean): { passwordField?: string } {
  const { passwordField, weakPassword } = exchange.request.body ?? {};
  const isNone = weakPassword && (!isBacked || isOfGuest(exchange));
  const field = isNone ? undefined : passwordField;
  const given = field ?? (givesPassword(exchange) ? PASSWORD_MARK : undefined);
  return given === undefined ? {} : { passwordField: given };
}
