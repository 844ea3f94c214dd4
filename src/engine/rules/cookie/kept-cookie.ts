import type { Told } from '../../text.js';
import type { CookieAttributes, Credential } from '../../model.js';
import { tellHost, tellName } from '../../values/redact.js';

/**
 * Attributes of a cookie that the browser keeps. Undefined where they are unknown (only the Cookie
 * header was seen), and where nothing is kept: refused, expired on arrival, or deleted since.
 */
export function keptAttributes(credential: Credential): Partial<CookieAttributes> | undefined {
  const { carrier, attributes, cookie } = credential;
  if (carrier !== 'cookie' || cookie?.rejected || cookie?.expiredOnArrival) return undefined;
  const deleted = cookie?.clearedAt !== undefined && cookie.clearedAt >= (cookie.setAt ?? 0);
  return deleted ? undefined : attributes;
}

/** Values that evidence about a cookie needs in its sentence. */
export function cookieNamed({ name, host }: Credential): { name: Told; host: Told } {
  return { name: tellName(name), host: tellHost(host) };
}
