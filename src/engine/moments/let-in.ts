import type { Exchange } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';
import { handsBack } from './login/handed-back.js';
import type { LoginPages } from './login/login-pages.js';
import { isLoginPath } from './login/login-words.js';

// Whether an answer let its user in, or turned somebody away.

/** Sent to log in, or told that the request lacks a login (RFC 9110 §15.5.2). */
export function isTurnedAway({ url, response, redirectUrl }: Exchange, pages: LoginPages): boolean {
  if (isLoginPath(url) || pages.isOne(url)) return false;
  const leads = pages.isOne(redirectUrl) && siteOf(redirectUrl ?? '') === siteOf(url);
  return response?.status === 401 || (leads && !handsBack(url, redirectUrl));
}

/**
 * A page or data, and none that asks for a password or says that something failed. Whoever is
 * turned away is not told that nothing has changed (RFC 9110 §15.4.5).
 */
export function isSuccess({ type, url, response }: Exchange): boolean {
  const status = response?.status ?? 0;
  if (status < 200 || (status >= 300 && status !== 304) || isLoginPath(url)) return false;
  const { body, fromCache } = response ?? {};
  if (fromCache || body?.passwordField !== undefined || body?.refusal) return false;
  return type === 'document' || type === 'fetch';
}

/** Shown the form of a login: what is to spare that did not. */
export function isAsked({ type, response }: Exchange): boolean {
  return type === 'document' && response?.body?.passwordField !== undefined;
}
