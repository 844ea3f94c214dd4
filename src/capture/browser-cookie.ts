import type { Cookies } from 'webextension-polyfill';
import type { JarCookie, SameSite } from '../engine/model.js';

const SAME_SITE: ReadonlyMap<string, SameSite> = new Map<string, SameSite>([
  ['strict', 'strict'],
  ['lax', 'lax'],
  ['no_restriction', 'none'],
  ['unspecified', 'unset'],
]);

/** A cookie as the cookies API of the browser gives it, as the engine knows cookies. */
export function jarCookie(cookie: Cookies.Cookie): JarCookie {
  const { name, value, hostOnly, path, secure, httpOnly, expirationDate, partitionKey } = cookie;
  const topLevelSite = partitionKey?.topLevelSite;
  return {
    name,
    value,
    domain: cookie.domain.replace(/^\./, ''),
    path,
    hostOnly,
    secure,
    httpOnly,
    sameSite: SAME_SITE.get(cookie.sameSite) ?? 'unset',
    partitioned: Boolean(topLevelSite),
    persistent: !cookie.session,
    ...(expirationDate !== undefined && { expiresAt: Math.round(expirationDate * 1000) }),
    ...(topLevelSite && { partitionKey: topLevelSite }),
  };
}

/** The same cookies give the same text, whatever order the browser lists them in. */
export function jarText(cookies: readonly JarCookie[]): string {
  return JSON.stringify(cookies.map((cookie) => JSON.stringify(cookie)).toSorted());
}
