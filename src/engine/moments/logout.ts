import type { Exchange } from '../model.js';
import { parseUrl } from '../normalize/site.js';
import type { AuthMessage } from '../flows/auth-message.js';
import { isLeavingPath, isLoginPath, isLogoutPath, isLogoutWord, isSessionThing } from './words.js';

/** Parameters that name what is asked for. */
const ASKS = /^(?:_?action|intent|op|do|cmd|wa|mode|task|page|route|act)$/i;
const NO = /^(?:0|false|no|off)$/i;
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
    isLogoutPath(url) ||
    (method === 'DELETE' && isSessionThing(url)) ||
    [...new URLSearchParams(address.search)].some(
      ([name, value]) =>
        (ASKS.test(name) && isLogoutWord(value)) || (isLogoutWord(name) && !NO.test(value)),
    ) ||
    (request.body?.action ?? '').split(' ').some((word) => isLogoutWord(word)) ||
    messages.some(({ kind }) => kind === 'end-session-request')
  );
}

/** True for a page whose answer may end a session by itself, rather than turn somebody out who has none. */
export function leavesByItself({ type, url, response, redirectUrl }: Exchange): boolean {
  const status = response?.status ?? 0;
  if (type !== 'document' || status < 200 || status >= 400) return false;
  return !isLoginPath(redirectUrl) || isLeavingPath(url);
}

/** `Clear-Site-Data`: what it clears is told by what was there. */
export function clearsSite({ response }: Exchange): boolean {
  return (
    response?.headers.some(
      ({ name, value }) => name === 'clear-site-data' && /"(?:cookies|storage|\*)"/.test(value),
    ) ?? false
  );
}
