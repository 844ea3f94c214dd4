import type { Exchange } from '../../model.js';
import { givesPassword } from '../watched-exchange.js';
import { isAccepted, leadsToFailure } from './login-signs.js';
import { letsNobodyIn } from './lets-nobody-in.js';
import { isLoginAct } from './login-words.js';
import { SENDS } from '../../methods.js';

/**
 * True for what was sent where its answer says that it failed: what that takes away, the id of a
 * captcha or of a visit, it takes from whoever tried.
 */
export function isFailedAttempt(exchange: Exchange): boolean {
  const { method, response, redirectUrl } = exchange;
  if (!SENDS.has(method) && !givesPassword(exchange)) return false;
  if (response?.body?.refusal || leadsToFailure(redirectUrl)) return true;
  return isAttempt(exchange) && leavesOutside(exchange);
}

/** A password, or anything that was sent to log in. */
function isAttempt(exchange: Exchange): boolean {
  const { url, request } = exchange;
  const hasPassword = request.body?.passwordField !== undefined || givesPassword(exchange);
  return hasPassword || isLoginAct(url);
}

/** It leads back to the form, shows it again, or asks for more. */
function leavesOutside(exchange: Exchange): boolean {
  return isAccepted(exchange, true) === false || letsNobodyIn(exchange.response?.body, false);
}
