import type { Exchange } from '../model.js';
import { parseUrl } from '../normalize/site.js';

const LOGOUT_PATH = /(?:^|[/_.-])(?:log|sign)[-_]?(?:out|off)(?:$|[/_.;-])|end[-_]?session|\/session\/end\b|\/revoke\b/i;

/** True for a request that ends a session: its path says so, and the server did not refuse it. */
export function isLogout(exchange: Exchange): boolean {
  const status = exchange.response?.status ?? 0;
  if (status < 200 || status >= 400) return false;
  return LOGOUT_PATH.test(parseUrl(exchange.url)?.pathname ?? '');
}
