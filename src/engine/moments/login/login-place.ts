import { pathOf } from '../../normalize/addresses/site.js';
import { isKeyLoginPath } from './beside-login-words.js';
import { asksForLogin, comesBack, isLoginPlace } from './login-signs.js';
import { isLedBack } from './given-to-anybody.js';
import { isBesideLogin, isLoginThing, isRenewalPath } from './login-words.js';
import type { LoginInput, Watched } from '../watched-exchange.js';

/** What stands in the path of a session where it is of users alone. */
const OF_USERS = /auth|user|account|member|customer|identit|admin|log-?in|sign-?in/i;

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
    (isTokenRequest && !isRenewalPath(exchange.url))
  );
}

/**
 * True where a session is asked for by nobody in particular, as for what is watched, said or bought
 * in it: nothing was sent that is of a person, beside cookies of this visit, nor did a login
 * elsewhere send the browser here.
 */
function beginsVisit({ exchange, saysSomebody }: LoginInput): boolean {
  const { url, request } = exchange;
  if (!isLoginThing(url) || OF_USERS.test(pathOf(url)) || saysSomebody) return false;
  if (request.headers.some(({ name }) => name === 'authorization')) return false;
  const isBare = request.isEmpty === true || request.body?.impersonal === true;
  return isBare && !isLedBack(exchange);
}

/** True for what goes there, was taken, and may log in; `again`: somebody tried there before. */
export function mayLogInThere(
  input: LoginInput,
  { accepted }: Watched,
  from: SentFrom,
  again: boolean,
): boolean {
  const { exchange, gave, signedIn, forGuests } = input;
  if ((signedIn && !again) || forGuests || accepted !== true || beginsVisit(input)) return false;
  return !(exchange.request.body?.newPassword && gave.length === 0) && goesToLogin(input, from);
}
