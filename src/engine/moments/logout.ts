import type { Exchange } from '../model.js';
import { parseUrl } from '../normalize/site.js';
import type { AuthMessage } from '../flows/auth-message.js';
import { isLoginPath } from './login-signs.js';

const LOGOUT_PATH =
  /(?:^|[/_.-])(?:(?:log|sign)[-_]?out|(?:log|sign)[-_]?off(?=$|[/.;])|end[-_]?session)(?:$|[/_.;-])|\/session\/end\/?$|\/(?:auth|oauth2?|oidc|connect|token|session)\/revoke(?:ation)?\/?$/i;
/** Parameters that name what is asked for. */
const ASKS = /^(?:_?action|intent|op|do|cmd|wa|mode|task|page|route|act)$/i;
const NO = /^(?:0|false|no|off)$/i;
const LOGOUT_WORD = /^(?:user\.?)?_?(?:log|sign)[-_]?(?:out|off)(?:[-_]?user)?$/i;
/** What is deleted at a logout where the address names a thing: `DELETE /api/session`. */
const SESSION_PATH =
  /\/(?:sessions?|auth|authentication|login|tokens?)(?:\/(?:current|me|self|mine|this))?\/?$/i;
/** Other words for it, which say so only together with a cleared session. */
const LEAVING = /\/(?:exit|leave|bye|quit|disconnect|end|destroy|close)\/?$/i;
const STATIC = /\.(?:js|mjs|css|map|svg|png|jpe?g|gif|webp|avif|ico|woff2?|ttf)$/i;

/** True for a request that ends a session: it, or its answer, says so, and the server did not refuse it. */
export function isLogout(exchange: Exchange, messages: readonly AuthMessage[] = []): boolean {
  const { url, method, request, response } = exchange;
  const status = response?.status ?? 0;
  const address = parseUrl(url);
  if (!address || status < 200 || status >= 400 || method === 'OPTIONS' || method === 'HEAD')
    return false;
  if (STATIC.test(address.pathname)) return false;
  return (
    LOGOUT_PATH.test(address.pathname) ||
    (method === 'DELETE' && SESSION_PATH.test(address.pathname)) ||
    [...new URLSearchParams(address.search)].some(
      ([name, value]) =>
        (ASKS.test(name) && LOGOUT_WORD.test(value)) || (LOGOUT_WORD.test(name) && !NO.test(value)),
    ) ||
    (request.body?.action ?? '').split(' ').some((word) => LOGOUT_WORD.test(word)) ||
    messages.some(({ kind }) => kind === 'end-session-request')
  );
}

/** True for a page whose answer may end a session by itself, rather than turn somebody out who has none. */
export function leavesByItself({ type, url, response, redirectUrl }: Exchange): boolean {
  const status = response?.status ?? 0;
  if (type !== 'document' || status < 200 || status >= 400) return false;
  return !isLoginPath(redirectUrl) || LEAVING.test(parseUrl(url)?.pathname ?? '');
}

/** `Clear-Site-Data`: what it clears is told by what was there. */
export function clearsSite({ response }: Exchange): boolean {
  return (
    response?.headers.some(
      ({ name, value }) => name === 'clear-site-data' && /"(?:cookies|storage|\*)"/.test(value),
    ) ?? false
  );
}
