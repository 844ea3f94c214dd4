import { isKeyLoginPath } from './beside-login-words.js';
import { asksForLogin, comesBack, isLoginPlace } from './login-signs.js';
import type { LoginInput } from '../watched-exchange.js';

/** What is known of where something was sent from, and to. */
export interface SentFrom {
  /** By a page for logging in. */
  asked: boolean;
  /** To where somebody tried before, or logged in. */
  tried: boolean;
}

/** True for what was sent to a place for logging in, or from one: bodies may be unseen. */
export function goesToLogin(input: LoginInput, { asked, tried }: SentFrom): boolean {
  const { exchange, pageSite, gave, isTokenRequest } = input;
  return (
    asked ||
    tried ||
    isLoginPlace(exchange.url, pageSite, gave.length > 0) ||
    asksForLogin(exchange) ||
    isKeyLoginPath(exchange.url) ||
    comesBack(exchange, gave) ||
    isTokenRequest
  );
}
