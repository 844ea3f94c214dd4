import type { Body, Exchange } from '../../model.js';
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
 * whoever lacks a right (RFC 9110 §15.5.4), or that is empty where it asks who somebody is; or a
 * page says that a session is over.
 */
export function isDenied({ method, type, url, response }: Exchange): boolean {
  if (type !== 'fetch' && type !== 'document') return false;
  const { status, body } = response ?? {};
  // One address may be for calls of many kinds, which want other rights; and all of GraphQL's are
  // of somebody or of nobody.
  if (method !== 'GET') return isGraphql(url) && status === 200 && body?.nobody === true;
  if (body?.nobody) return status === 200 || status === 403;
  if (type !== 'fetch' || status !== 200) return false;
  return body?.denied === true || (isSelf(url) && isEmptyOf(body));
}

/** Where a script asks who somebody is. */
const SELF = /^(?:me|self|whoami|(?:current|auth)[-_]?user|user|session|userinfo)$/i;

function isSelf(url: string): boolean {
  return SELF.test(partsOf(url).at(-1) ?? '');
}

function isGraphql(url: string): boolean {
  return partsOf(url).some((part) => /^graphql$/i.test(part));
}

/** `{}` */
const EMPTY = 2;

/** `null`, `{}`, `{"user":null}`. */
function isEmptyOf(body: Body | undefined): boolean {
  if (body?.kind === 'json' && body.bytes === EMPTY) return true;
  return body?.namesNobody === true;
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
