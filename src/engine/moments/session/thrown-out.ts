import type { Exchange } from '../../model.js';
import { handsBack } from '../login/handed-back.js';
import { regex } from '../../regex.js';
import { partsOf } from '../address-words.js';
import type { LoginPages } from '../login/login-pages.js';
import { mayBeLogin } from '../let-in.js';

/** IIS: the time for logging in is over. */
const LOGIN_TIMEOUT = 440;

/** One that offers to log out as well is mostly shown to somebody who is logged in. */
export function asksForPassword({ type, response }: Exchange): boolean {
  const body = response?.body;
  return type === 'document' && body?.passwordField !== undefined && !body.wayOut;
}

export function mayAskForPassword({ type, response }: Exchange): boolean {
  const body = response?.body;
  return body === undefined || (type === 'document' && body.passwordField !== undefined);
}

/** A page that was seen, and is for nobody who is known. */
export function showsNoWayOut({ type, response }: Exchange): boolean {
  const isShown = type === 'document' && response?.status === 200;
  return isShown && response.body?.kind === 'html' && !response.body.wayOut;
}

/**
 * A script is told that nobody is logged in, by an answer whose status says nothing, or may be for
 * whoever lacks a right (RFC 9110 §15.5.4); or a page says that a session is over.
 */
export function isDenied({ method, type, response }: Exchange): boolean {
  // One address may be for calls of many kinds, which want other rights.
  if (method !== 'GET' || (type !== 'fetch' && type !== 'document')) return false;
  const { status, body } = response ?? {};
  if (body?.nobody) return status === 200 || status === 403;
  return type === 'fetch' && status === 200 && body?.denied === true;
}

/** A page that is there to say so: `/session-expired`, `/sessionTimeout.do`, `/timed-out`. */
const OVER = regex('i')`
  ^(?:(?:your|user|error|auth)[-_]?)?(?:session|login|sesion|sitzung|sessao|sessione)[-_]?
  (?:(?:has|is|was)[-_]?)?(?:expir(?:ed?|y|ation)|time[-_]?d?[-_]?out|ended|over|lost|
  abgelaufen|expirada|caducada|scaduta)(?:\.\w{1,5})?$
  |^(?:expired[-_]?session|timed[-_]?out)(?:\.\w{1,5})?$
  |^(?:session[-_]?)?kicked(?:[-_]?(?:out|off))?(?:\.\w{1,5})?$
  |^(?:concurrent|duplicate|multiple)[-_]?(?:log-?in|session)s?(?:\.\w{1,5})?$
  |^forced?[-_]?log-?(?:out|off)(?:\.\w{1,5})?$`;

/** Led to a page that says that a session is over. */
export function isLedToEnd({ type, redirectUrl }: Exchange): boolean {
  if (type !== 'document' || redirectUrl === undefined) return false;
  return OVER.test(partsOf(redirectUrl).at(-1) ?? '');
}

/**
 * Refused though it relied on its cookies, or sent to a page for logging in. Whoever is refused
 * beside a way to log out is known, and lacks a right.
 */
export function isThrownOut(exchange: Exchange, pages: LoginPages): boolean {
  const { url, request, response, redirectUrl } = exchange;
  if (mayBeLogin(exchange) || pages.isOne(url)) return false;
  if (response?.status === 401 || response?.status === LOGIN_TIMEOUT)
    return !response.body?.wayOut && !request.headers.some(({ name }) => name === 'authorization');
  return pages.isOne(redirectUrl) && !handsBack(url, redirectUrl);
}
