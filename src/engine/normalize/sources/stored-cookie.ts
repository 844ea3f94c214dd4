import type { JarCookie } from '../../model.js';
import { asObject, asText, type Json } from '../bodies/json-value.js';
import { readNumericDate } from '../bodies/numeric-date.js';

// A cookie of the jar as tools write it: Playwright, Puppeteer and Selenium, and extensions that
// export what the browser's own `cookies` API gives (Cookie-Editor, EditThisCookie).

/** True for a list of such cookies. */
export function isCookieList(value: unknown): value is Json[] {
  const { name, value: held, domain } = asObject(Array.isArray(value) && value[0]) ?? {};
  return [name, held, domain].every((member) => typeof member === 'string');
}

export function readStoredCookie(cookie: Json): JarCookie {
  const domain = asText(cookie.domain).toLowerCase();
  const partitionKey = partitionOf(cookie.partitionKey);
  return {
    name: asText(cookie.name),
    value: asText(cookie.value),
    domain: domain.replace(/^\./, ''),
    hostOnly: typeof cookie.hostOnly === 'boolean' ? cookie.hostOnly : !domain.startsWith('.'),
    path: asText(cookie.path) || '/',
    ...(typeof cookie.httpOnly === 'boolean' && { httpOnly: cookie.httpOnly }),
    ...(typeof cookie.secure === 'boolean' && { secure: cookie.secure }),
    ...sameSiteOf(cookie.sameSite),
    partitioned: partitionKey !== '',
    ...endOf(cookie),
    ...(partitionKey === '' ? {} : { partitionKey }),
  };
}

/** The end as the tool calls it. */
export function writtenEnd({ expires, expirationDate, expiry }: Json): unknown {
  return expires ?? expirationDate ?? expiry;
}

/** Seconds, or a date; −1 or `session` for a session cookie. */
function endOf(cookie: Json): Pick<JarCookie, 'persistent' | 'expiresAt'> {
  if (cookie.session === true) return { persistent: false };
  const end = writtenEnd(cookie);
  if (typeof end === 'number' && end <= 0) return { persistent: false };
  const at = readNumericDate(end)?.at ?? (typeof end === 'number' ? end * 1000 : dateOf(end));
  return at === undefined ? {} : { persistent: true, expiresAt: at };
}

function dateOf(end: unknown): number | undefined {
  const at = Date.parse(asText(end));
  return Number.isFinite(at) ? at : undefined;
}

/** Browsers' own API calls `None` `no_restriction`, and `unspecified` what has no SameSite. */
function sameSiteOf(value: unknown): Pick<JarCookie, 'sameSite'> {
  if (typeof value !== 'string') return {};
  const mode = value.toLowerCase();
  if (mode === 'no_restriction') return { sameSite: 'none' };
  return { sameSite: mode === 'strict' || mode === 'lax' || mode === 'none' ? mode : 'unset' };
}

/** A site, or an object with one (Chrome's `topLevelSite`, Puppeteer's `sourceOrigin`). */
function partitionOf(key: unknown): string {
  const { topLevelSite, sourceOrigin } = asObject(key) ?? {};
  return asText(key) || asText(topLevelSite) || asText(sourceOrigin);
}
