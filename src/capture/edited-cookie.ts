import type { Cookies } from 'webextension-polyfill';
import type { SameSite } from '../engine/model.js';
import type { EditedCookie } from '../messaging/stored-entry.js';
import { jarCookie } from './browser-cookie.js';

const SAME_SITE: Readonly<Record<SameSite, Cookies.SameSiteStatus>> = {
  strict: 'strict',
  lax: 'lax',
  none: 'no_restriction',
  unset: 'unspecified' as Cookies.SameSiteStatus,
};

/** What tells a cookie from all others of a jar (RFC 6265bis §5.7): there is room for one. */
export function slotOf(
  cookie: Pick<Cookies.Cookie, 'name' | 'domain' | 'hostOnly' | 'path'> & {
    partitionKey?: { topLevelSite?: string } | undefined;
  },
): string {
  const { name, domain, hostOnly, path, partitionKey } = cookie;
  const host = domain.replace(/^\./, '');
  return JSON.stringify([name, host, hostOnly, path, partitionKey?.topLevelSite ?? '']);
}

/** A cookie of the browser, as a person edits it. */
export function editedCookie(cookie: Cookies.Cookie): EditedCookie {
  const { name, value, domain, hostOnly, path, ...more } = jarCookie(cookie);
  return {
    name,
    value,
    domain,
    hostOnly,
    path,
    expiresAt: cookie.session ? null : (more.expiresAt ?? null),
    httpOnly: more.httpOnly ?? false,
    secure: more.secure ?? false,
    sameSite: more.sameSite ?? 'unset',
    partition: more.partitionKey ?? null,
  };
}

/** As a person wants it, in the browser's words; what was not touched stays to the last digit. */
export function cookieOf(
  wanted: EditedCookie,
  before: Cookies.Cookie | undefined,
  storeId: string,
): Cookies.Cookie {
  const was = before && editedCookie(before);
  const { name, value, hostOnly, path, expiresAt, httpOnly, secure, sameSite, partition } = wanted;
  const host = wanted.domain.replace(/^\./, '');
  const end = expiresAt === was?.expiresAt ? before?.expirationDate : (expiresAt ?? 0) / 1000;
  const partitionKey = partition === was?.partition ? before?.partitionKey : named(partition);
  return {
    name,
    value,
    domain: hostOnly ? host : `.${host}`,
    hostOnly,
    path,
    httpOnly,
    secure,
    sameSite: sameSite === was?.sameSite && before ? before.sameSite : SAME_SITE[sameSite],
    session: expiresAt === null,
    ...(expiresAt !== null && end !== undefined && { expirationDate: end }),
    storeId: before?.storeId ?? storeId,
    firstPartyDomain: before?.firstPartyDomain ?? '',
    ...(partitionKey && { partitionKey }),
  };
}

function named(partition: string | null): { topLevelSite: string } | undefined {
  return partition === null || partition === '' ? undefined : { topLevelSite: partition };
}

/** How the browser is asked to store exactly this cookie. */
export function detailsOf(
  cookie: Cookies.Cookie,
  fromSecurePage: boolean,
): Cookies.SetDetailsType & { url: string; storeId: string; name: string } {
  const { name, value, domain, hostOnly, path, secure, httpOnly, sameSite, storeId } = cookie;
  const { session, expirationDate, partitionKey, firstPartyDomain } = cookie;
  const scheme = secure || fromSecurePage ? 'https' : 'http';
  return {
    url: `${scheme}://${domain.replace(/^\./, '')}${path}`,
    name,
    value,
    path,
    secure,
    httpOnly,
    sameSite,
    ...(!hostOnly && { domain }),
    ...(!session && expirationDate !== undefined && { expirationDate }),
    ...(partitionKey && { partitionKey }),
    // Firefox alone knows it.
    ...(firstPartyDomain && { firstPartyDomain }),
    storeId,
  };
}
