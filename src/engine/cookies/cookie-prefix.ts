import type { CookieAttributes } from '../model.js';
import { isIpAddress } from './cookie-match.js';
import { type Need, prefixInValue, prefixUnmet, type Rejection } from './cookie-rejection.js';

// RFC 6265bis §4.1.3 and layered cookies: what a name promises must be so, whatever its case.

/** What the beginning of a name promises, beside https and Secure. */
export interface Prefix {
  prefix: string;
  /** The host alone has it, and all of it: no Domain, and Path=/. */
  host: boolean;
  httpOnly: boolean;
}

// The longer one first: `__Host-Http-` also starts with `__Host-`.
const PREFIXES: readonly Prefix[] = [
  { prefix: '__Host-Http-', host: true, httpOnly: true },
  { prefix: '__Host-', host: true, httpOnly: false },
  { prefix: '__Http-', host: false, httpOnly: true },
  { prefix: '__Secure-', host: false, httpOnly: false },
];

/** What of a cookie its prefix is held against. */
export interface Prefixed {
  name: string;
  value: string;
  attributes: CookieAttributes;
  /** `Domain` and `Path` as written. */
  domain?: string;
  path?: string;
  /** It came over https or from this machine. */
  secureOrigin: boolean;
}

/** Why a browser refuses a cookie for its prefix. */
export function prefixRejection(cookie: Prefixed): Rejection | undefined {
  const { name, value } = cookie;
  const found = prefixOf(name || value);
  if (!found) return undefined;
  // Without a name, `=__Host-a=b` would be sent as if it had been checked.
  if (name === '') return prefixInValue(found.prefix);
  const unmet = unmetOf(found, cookie);
  return unmet.length === 0 ? undefined : prefixUnmet(found.prefix, unmet);
}

/** What the prefix asks for, and this cookie does not have. */
function unmetOf({ host, httpOnly }: Prefix, cookie: Prefixed): Need[] {
  const { attributes, secureOrigin, path } = cookie;
  const has: [Need, boolean][] = [
    ['https', secureOrigin],
    ['Secure', attributes.secure],
    ['HttpOnly', !httpOnly || attributes.httpOnly],
    ['Path=/', !host || path === '/'],
    ['no Domain', !host || !namesDomain(cookie)],
  ];
  return has.filter(([, isMet]) => !isMet).map(([need]) => need);
}

/** The prefix of a cookie's name. */
export function prefixOf(name: string): Prefix | undefined {
  const start = name.slice(0, 12).toLowerCase();
  return PREFIXES.find(({ prefix }) => start.startsWith(prefix.toLowerCase()));
}

/** An empty `Domain` is none, and one that is written as the IP address names only the host. */
function namesDomain({ domain, attributes }: Prefixed): boolean {
  return (
    domain !== undefined &&
    domain !== '' &&
    !(domain === attributes.domain && isIpAddress(attributes.domain))
  );
}
