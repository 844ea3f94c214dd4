import type { JarCookie, Millis } from '../model.js';
import {
  type CookieRequest,
  CURRENT_POLICY,
  isThirdParty,
  sameSiteSendReason,
  sameSiteSetReason,
  type SameSitePolicy,
} from './cookie-context.js';
import { domainMatches, pathMatches } from './cookie-match.js';
import {
  type ChromeSetReason,
  crossSite,
  overwritesSecure,
  type Rejection,
  thirdParty,
} from './cookie-rejection.js';
import { isSecureOrigin, readSetCookie, type SetCookie } from './set-cookie.js';
import { parseUrl } from '../normalize/addresses/site.js';

/**
 * Words of the DevTools protocol (`Network.CookieBlockedReason`) for a cookie that was not sent.
 */
export type ChromeSendReason =
  | Extract<ChromeSetReason, 'SecureOnly' | 'UserPreferences' | `${string}SameSite${string}`>
  | 'NotOnPath'
  | 'DomainMismatch';

export interface SetVerdict {
  cookie: SetCookie;
  stored: boolean;
  /** Every reason, as Chrome groups them; empty where it is stored. */
  rejections: Rejection[];
  /** The same in Chrome's words: a refusal about which Chrome says nothing has none. */
  chrome: ChromeSetReason[];
}

/** What was learned about a cookie's age: the two minutes in which browsers let POSTs carry it. */
export type AgedCookie = JarCookie & { createdAt?: Millis };

const LAX_ALLOWING_UNSAFE: Millis = 120_000;

/** Predicts whether a browser stores a Set-Cookie line, from the line, its request and the jar. */
export function setVerdict(
  line: string,
  request: CookieRequest,
  now: Millis,
  policy: SameSitePolicy = CURRENT_POLICY,
  jar: Iterable<JarCookie> = [],
): SetVerdict {
  return verdictOn(readSetCookie(line, request.url, now), request, policy, () => jar);
}

/** The same of a line that was read; the jar is asked for only where it matters. */
export function verdictOn(
  cookie: SetCookie,
  request: CookieRequest,
  policy: SameSitePolicy,
  jar: () => Iterable<JarCookie>,
): SetVerdict {
  const rejections = setRejections(cookie, request, policy, jar);
  return {
    cookie,
    stored: rejections.length === 0,
    rejections,
    chrome: rejections.flatMap(({ chrome }) => chrome ?? []),
  };
}

function setRejections(
  cookie: SetCookie,
  request: CookieRequest,
  policy: SameSitePolicy,
  jar: () => Iterable<JarCookie>,
): Rejection[] {
  const own = cookie.rejections.filter(
    ({ reason }) => policy.noneNeedsSecure || reason !== 'samesite-none-insecure',
  );
  if (own.some(({ reason }) => !AT_THE_STORE.has(reason))) return own;
  if (!policy.thirdPartyCookies && !cookie.attributes.partitioned && isThirdParty(request))
    return [thirdParty()];
  // Chromium names one thing wrong with SameSite, and None without Secure comes first.
  const noneInsecure = own.some(({ reason }) => reason === 'samesite-none-insecure');
  const sameSite = noneInsecure
    ? undefined
    : sameSiteSetReason(cookie.attributes.sameSite, request, policy);
  return [
    ...own,
    ...(sameSite ? [crossSite(sameSite)] : []),
    ...(leavesSecureAlone(cookie, request, jar) ? [] : [overwritesSecure()]),
  ];
}

/**
 * Reasons that Chromium finds when it stores; all others keep a line from becoming a cookie at all.
 */
const AT_THE_STORE: ReadonlySet<string> = new Set(['secure-over-http', 'samesite-none-insecure']);

/** RFC 6265bis §5.7, "leave secure cookies alone": plain http neither replaces nor shadows one. */
function leavesSecureAlone(
  { name, attributes }: SetCookie,
  request: CookieRequest,
  jar: () => Iterable<JarCookie>,
): boolean {
  if (isSecureOrigin(parseUrl(request.url))) return true;
  for (const other of jar()) {
    const touches =
      other.secure &&
      other.name === name &&
      (domainMatches(other.domain, attributes.domain) ||
        domainMatches(attributes.domain, other.domain)) &&
      pathMatches(attributes.path, other.path);
    if (touches) return false;
  }
  return true;
}

/** Predicts whether a browser sends a cookie with a request; no reason means that it does. */
export function sendReasons(
  cookie: AgedCookie,
  request: CookieRequest,
  now: Millis,
  policy: SameSitePolicy = CURRENT_POLICY,
): ChromeSendReason[] {
  const target = parseUrl(request.url);
  if (!target) return ['DomainMismatch'];
  const young = cookie.createdAt !== undefined && now - cookie.createdAt <= LAX_ALLOWING_UNSAFE;
  const noneInsecure = cookie.sameSite === 'none' && !cookie.secure && policy.noneNeedsSecure;
  const blocked = !policy.thirdPartyCookies && !cookie.partitioned && isThirdParty(request);
  const sameSite = sameSiteSendReason(cookie.sameSite ?? 'unset', young, request, policy) as
    | ChromeSendReason
    | undefined;
  const reasons: (ChromeSendReason | false | undefined)[] = [
    cookie.secure && !isSecureOrigin(target) && 'SecureOnly',
    !pathMatches(target.pathname, cookie.path) && 'NotOnPath',
    !coversHost(cookie, target.hostname) && 'DomainMismatch',
    sameSite,
    noneInsecure && 'SameSiteNoneInsecure',
    blocked && 'UserPreferences',
  ];
  return reasons.filter((reason) => reason !== undefined && reason !== false);
}

/** The host itself, or anything below the cookie's domain. */
export function coversHost(
  { domain, hostOnly }: Pick<JarCookie, 'domain' | 'hostOnly'>,
  host: string,
): boolean {
  return hostOnly ? host === domain : domainMatches(host, domain);
}
