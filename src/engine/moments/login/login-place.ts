import { isKeyLoginPath } from './beside-login-words.js';
import { asksForLogin, comesBack, isLoginPlace } from './login-signs.js';
import { isBesideLogin } from './login-words.js';
import type { LoginInput, Watched } from '../watched-exchange.js';

/** What is known of where something was sent from, and to. */
export interface SentFrom {
  /** By a page for logging in. */
  asked: boolean;
  /** To where somebody tried before, or logged in. */
  tried: boolean;
}

/** True for what was sent to a place for logging in, or from one: bodies may be unseen. */
function goesToLogin(input: LoginInput, { asked, tried }: SentFrom): boolean {
  const { exchange, pageSite, gave, isTokenRequest } = input;
  // Its script asks for a salt, a captcha, a ticket, before anything else.
  const isBefore = exchange.type === 'fetch' && isBesideLogin(exchange.url);
  return (
    (asked && !isBefore) ||
    tried ||
    isLoginPlace(exchange.url, pageSite, gave.length > 0) ||
    asksForLogin(exchange) ||
    isKeyLoginPath(exchange.url) ||
    comesBack(exchange, gave) ||
    isTokenRequest
  );
}

/** True for what goes there, was taken, and may log in; `again`: somebody tried there before. */
export function mayLogInThere(
  input: LoginInput,
  { accepted }: Watched,
  from: SentFrom,
  again: boolean,
): boolean {
  const { exchange, gave, signedIn, forGuests } = input;
  if ((signedIn && !again) || forGuests || accepted !== true) return false;
  return !(exchange.request.body?.newPassword && gave.length === 0) && goesToLogin(input, from);
}
