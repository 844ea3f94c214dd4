import { regex } from '../../regex.js';

/** What a browser writes (Fetch, “forbidden request-header”), or what it alone is known by. */
const BY_BROWSERS = regex('i')`
  ^(?::.*|host|origin|referer|connection|user-agent|cache-control|pragma|accept.*|content-.*|if-.*
  |sec-.*|range|dnt|te|trailer|upgrade.*|via|expect|purpose|priority|x-client-data|x-devtools-.*
  |proxy-(?!authorization$).*|keep-alive|transfer-encoding|date)$`;

/**
 * True for a header by which browsers and servers speak of addresses, programs, forms of content
 * and times. What a browser adds for its user (`Cookie`, `Authorization`, `Proxy-Authorization`) is
 * none: a secret may stand there.
 */
export function isWrittenByBrowser(name: string): boolean {
  return BY_BROWSERS.test(name);
}
