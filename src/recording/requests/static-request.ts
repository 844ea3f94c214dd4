import { candidatesInUrl } from '../../engine/places/in-url.js';
import type { RequestDetails } from './request-event.js';

type Answer = Pick<RequestDetails, 'url' | 'responseHeaders' | 'redirectUrl'>;

/**
 * True for a picture, script, style, font or sound that must be recorded like any other request: it
 * sets a cookie, or something that may be a credential stands in its address.
 */
export function isEventful({ url, responseHeaders = [], redirectUrl }: Answer): boolean {
  const setsCookie = responseHeaders.some(({ name }) => name.toLowerCase() === 'set-cookie');
  return (
    setsCookie || hasCandidate(url) || (redirectUrl !== undefined && hasCandidate(redirectUrl))
  );
}

function hasCandidate(url: string): boolean {
  return /[?#;]|\/ey/.test(url) && candidatesInUrl(url, 'sent').length > 0;
}
