import type { CookieAttributes, Credential } from '../../model.js';

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
export function cookieNamed({ name, host }: Credential): { name: string; host: string } {
  return { name, host };
}
