import type { Credential, Exchange, ExchangeRef, Millis } from '../../model.js';
import { parseUrl, pathOf } from '../../normalize/addresses/site.js';
import type { AuthMessage } from '../../flows/auth-message.js';
import {
  isLeavingPath,
  isLogoutPath,
  isLogoutQuestion,
  isLogoutWord,
  isSessionThing,
} from './logout-words.js';
import { deletesSent } from './deleted-cookies.js';
import { isRevokingPath, isRevokingWord } from './revoking-words.js';
import { isLoginPath } from '../login/login-words.js';
import { actsOf, namedActs } from '../named-acts.js';

/** Bytes of a body that may name a session: `{}` names none. */
const NAMES_ONE = 5;
const STATIC = /\.(?:js|mjs|css|map|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf)$/i;

/**
 * True for a request that ends a session: it, or its answer, says so, and the server did not refuse
 * it.
 */
export function isLogout(exchange: Exchange, messages: readonly AuthMessage[] = []): boolean {
  const { url, method, response } = exchange;
  const status = response?.status ?? 0;
  const address = parseUrl(url);
  const socket = exchange.type === 'websocket' && status === 101;
  if (
    !address ||
    (status < 200 && !socket) ||
    status >= 400 ||
    method === 'OPTIONS' ||
    method === 'HEAD'
  )
    return false;
  if (STATIC.test(address.pathname)) return false;
  return (
    isLogoutPath(url) ||
    isRevokingPath(url, method) ||
    revokesOwn(exchange) ||
    (method === 'DELETE' && isSessionThing(url)) ||
    namedActs(exchange).some((word) => isLogoutWord(word) || isRevokingWord(word)) ||
    (exchange.messages ?? []).some(
      ({ direction, body }) => direction === 'sent' && actsOf(body).some(isLogoutWord),
    ) ||
    messages.some(({ kind }) => kind === 'end-session-request')
  );
}

/** `/sessions/revoke` that names none: the session of who asks. */
function revokesOwn({ url, method, request }: Exchange): boolean {
  const isBare = request.isEmpty === true || (request.body?.bytes ?? NAMES_ONE) < NAMES_ONE;
  return method === 'POST' && isBare && /\/sessions?\/revoke\/?$/i.test(pathOf(url));
}

/** True for a page that only asks whether to log out: by its address, or by a form that does it. */
export function asksBefore(exchange: Exchange): boolean {
  const { url, method, response, redirectUrl } = exchange;
  if (method !== 'GET' || response?.status !== 200 || redirectUrl !== undefined) return false;
  if (isLogoutQuestion(url)) return true;
  const { waysOut = [], loggedOut, passwordField } = response.body ?? {};
  const isDone = loggedOut === true || passwordField !== undefined || deletesSent(exchange);
  return !isDone && waysOut.some(({ form }) => form);
}

/**
 * True for a page whose answer may end a session by itself, rather than turn somebody out who has
 * none.
 */
export function leavesByItself({ type, url, response, redirectUrl }: Exchange): boolean {
  const status = response?.status ?? 0;
  if (type !== 'document' || status < 200 || status >= 400) return false;
  return !isLoginPath(redirectUrl) || isLeavingPath(url);
}

/** No session is given for so little: what stays that long is gone with the next page. */
const MOMENT: Millis = 5_000;

/** True for a cookie that this answer deletes, or lets go within moments. */
export function isTakenBy(ref: ExchangeRef, credential: Credential | undefined): boolean {
  if (!credential) return false;
  return credential.cookie?.clearedBy?.id === ref.id || isCut(credential, ref);
}

/** It was there, and ends at once (`Max-Age=1`). */
function isCut({ cookie, expires, expiresAt, valueCount }: Credential, ref: ExchangeRef): boolean {
  if (cookie?.setBy?.id !== ref.id || valueCount < 2 || expires !== 'at') return false;
  return (expiresAt ?? Infinity) - (cookie.setAt ?? 0) <= MOMENT;
}

/** `Clear-Site-Data`: what it clears is told by what was there. */
export function clearsSite({ response }: Exchange): boolean {
  return (
    response?.headers.some(
      ({ name, value }) => name === 'clear-site-data' && /"(?:cookies|storage|\*)"/.test(value),
    ) ?? false
  );
}
