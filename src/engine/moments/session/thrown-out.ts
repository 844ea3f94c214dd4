import type { Exchange } from '../../model.js';
import { handsBack } from '../login/handed-back.js';
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
