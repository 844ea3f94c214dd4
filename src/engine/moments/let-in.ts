import type { Exchange } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';
import { handsBack } from './login/handed-back.js';
import type { LoginPages } from './login/login-pages.js';
import { isSecondFactorPath } from './login/beside-login-words.js';
import { isLoginPath, isLoginThing } from './login/login-words.js';
import { SENDS } from '../methods.js';

// Whether an answer let its user in, or turned somebody away.

/**
 * Sent to log in, or told that the request lacks a login: by its status (RFC 9110 §15.5.2), or in
 * the body of an answer whose status says nothing (GraphQL over HTTP §6.4). That a call was
 * refused, also to somebody who is known, is `credentials/turned-down.ts`.
 */
export function isTurnedAway(exchange: Exchange, pages: LoginPages): boolean {
  const { url, response, redirectUrl } = exchange;
  if (mayBeLogin(exchange) || pages.isOne(url)) return false;
  const leads = pages.isOne(redirectUrl) && siteOf(redirectUrl ?? '') === siteOf(url);
  const isDenied = response?.status === 200 && response.body?.denied === true;
  return response?.status === 401 || isDenied || (leads && !handsBack(url, redirectUrl));
}

/**
 * To an address for logging in, or with a code to one for its second step, unless a script only
 * reads the thing that is made there: `GET /api/session` asks who is logged in.
 */
export function mayBeLogin({ url, method, type }: Exchange): boolean {
  if (SENDS.has(method) && isSecondFactorPath(url)) return true;
  const isRead = method === 'GET' && type === 'fetch' && isLoginThing(url);
  return isLoginPath(url) && !isRead;
}

/**
 * A page or data, and none that asks for a password or says that something failed. Whoever is
 * turned away is not told that nothing has changed (RFC 9110 §15.4.5).
 */
export function isSuccess(exchange: Exchange): boolean {
  const { type, response } = exchange;
  const status = response?.status ?? 0;
  if (status < 200 || (status >= 300 && status !== 304) || mayBeLogin(exchange)) return false;
  const { body, fromCache } = response ?? {};
  if (fromCache || body?.passwordField !== undefined || body?.refusal || body?.nobody) return false;
  return type === 'document' || type === 'fetch';
}

/** Shown the form of a login, also beside a way to log out (`asksForPassword` leaves that out). */
export function showsLoginForm({ type, response }: Exchange): boolean {
  return type === 'document' && response?.body?.passwordField !== undefined;
}
