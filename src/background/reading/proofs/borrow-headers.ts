import browser, { type WebRequest } from 'webextension-polyfill';
import { EXTRA } from '../../../capture/which-browser.js';
import { originOf } from '../../../engine/normalize/addresses/site.js';
import type { Borrowing, Lent } from '../../../recording/requests/lent.js';

/** A page that asks for news does so within a minute; else somebody uses it. */
const PATIENCE = 60_000;

/**
 * Waits for the page's own next request to a server that carries all of these headers, and takes
 * their values: in memory alone, for whoever waits. Nothing is kept here.
 */
export function borrowHeaders(tabId: number, origin: string, names: readonly string[]): Borrowing {
  const { onSendHeaders } = browser.webRequest;
  let finish: (lent?: Lent) => void = () => undefined;
  const lent = new Promise<Lent | undefined>((resolve) => (finish = resolve));
  const sent = ({ url, requestHeaders }: WebRequest.OnSendHeadersDetailsType): void => {
    const found = originOf(url) === origin && lentBy(origin, names, requestHeaders);
    if (found) finish(found);
  };
  const late = setTimeout(() => finish(), PATIENCE);
  onSendHeaders.addListener(sent, filterOf(tabId), ['requestHeaders', ...EXTRA]);
  return {
    lent: lent.finally(() => {
      clearTimeout(late);
      onSendHeaders.removeListener(sent);
    }),
    giveUp: () => finish(),
  };
}

function filterOf(tabId: number): WebRequest.RequestFilter {
  return { urls: ['http://*/*', 'https://*/*'], types: ['xmlhttprequest'], tabId };
}

/** Undefined where one of them is missing. */
function lentBy(
  origin: string,
  names: readonly string[],
  told: WebRequest.HttpHeaders = [],
): Lent | undefined {
  const headers = new Map(
    told.flatMap(({ name, value }): [string, string][] =>
      value !== undefined && names.includes(name.toLowerCase())
        ? [[name.toLowerCase(), value]]
        : [],
    ),
  );
  return headers.size === names.length ? { origin, headers } : undefined;
}
