import type { ExchangeScene } from '../credentials/scene.js';
import { foreignScriptOf } from '../normalize/sources/script-origin.js';
import type { Exchange, ExchangeBodies } from '../model.js';
import type { CookieRequest } from '../cookies/cookie-context.js';
import { siteOf } from '../normalize/addresses/site.js';
import type { LoggedExchange } from '../trail/exchange-log.js';
import type { KnownExchange } from '../trail/links.js';
import { passwordUseOf } from '../trail/password-use.js';

// Where and when an exchange happened, as the steps of the pipeline look at it.

/** Site of the page on whose behalf an exchange was made; a document is a page of its own. */
function pageSiteOf({ type, url, topUrl, initiator }: Exchange): string | undefined {
  const page = type === 'document' ? url : (topUrl ?? initiator);
  return page === undefined ? undefined : siteOf(page);
}

/** An exchange's place and moment, as its request sees them. */
export function contextOf(exchange: Exchange): ExchangeScene {
  const { id, method, url, response, startedAt } = exchange;
  const ref = { id, method, url, ...(response ? { status: response.status } : {}) };
  const pageSite = pageSiteOf(exchange);
  const script = foreignScriptOf(exchange);
  return {
    url,
    at: startedAt,
    ref,
    request: cookieRequestOf(exchange),
    ...(pageSite ? { pageSite } : {}),
    ...(script ? { script } : {}),
  };
}

function cookieRequestOf({ url, method, type, topUrl, initiator }: Exchange): CookieRequest {
  if (type === 'document')
    return { url, method, navigation: 'top', ...(initiator ? { initiator } : {}) };
  return {
    url,
    method,
    ...(type === 'frame' ? { navigation: 'frame' as const } : {}),
    ...(topUrl ? { topUrl } : {}),
    ...(initiator ? { initiator, documentUrl: initiator } : {}),
  };
}

/** What is remembered of an exchange, for what is told of it later. */
export function knownOf(
  { ref, at, pageSite }: ExchangeScene,
  carried: string[],
  set: string[],
): KnownExchange {
  return { ref, at, carried, set, ...(pageSite ? { pageSite } : {}) };
}

/** The same for the log, which counts as set what is new. */
export function entryOf(
  known: KnownExchange,
  set: string[],
  exchange: Exchange,
): Omit<LoggedExchange, 'count' | 'facts'> {
  return { ...known, set, ...passwordUseOf(exchange) };
}

/** What is known of an exchange once its bodies are told. */
export function asExchange(
  { ref: { id, url, method, status }, at, pageSite }: KnownExchange,
  { request, response }: ExchangeBodies,
): Exchange {
  return {
    id,
    url,
    method,
    type: 'other',
    startedAt: at,
    ...(pageSite ? { topUrl: pageSite } : {}),
    request: { headers: [], ...(request ? { body: request } : {}) },
    response: { status: status ?? 0, headers: [], ...(response ? { body: response } : {}) },
  };
}
