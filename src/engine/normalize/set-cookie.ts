import type { CookieAttributes, CookieRejection, Millis, SameSite } from '../model.js';
import { type Text, text } from '../text.js';
import { parseCookieDate } from './cookie-date.js';
import { isLocal, parseUrl } from './site.js';
import { getPublicSuffix } from 'tldts';

// RFC 6265bis §5.6 (parsing) and §5.7 (storage), with the layered-cookies draft where browsers
// follow it: nameless cookies, control characters, the four name prefixes.

/** A Set-Cookie line as a browser would store it, or why it would not. */
export interface SetCookie {
  name: string;
  value: string;
  attributes: CookieAttributes;
  /** Instant asked for by Max-Age (which wins) or Expires; absent for a session cookie. */
  expiresAt?: Millis;
  rejected?: { reason: CookieRejection; text: Text };
  /** What a browser would ignore or correct in it. */
  diagnoses: Text[];
}

interface RawAttributes {
  expires?: Millis;
  maxAge?: number;
  domain?: string;
  path?: string;
  secure: boolean;
  httpOnly: boolean;
  partitioned: boolean;
  sameSite: SameSite;
}

const MAX_PAIR = 4096;
const MAX_ATTRIBUTE = 1024;
/** Before every clock: what a Max-Age of zero or less means. */
export const LONG_AGO: Millis = -62_135_596_800_000;
// oxlint-disable-next-line no-control-regex -- the standard names these very characters
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;

/**
 * Reads one Set-Cookie line as received from `url` at `now`. Never throws; linear in its length.
 */
export function readSetCookie(line: string, url: string, now: Millis): SetCookie {
  const diagnoses: Text[] = [];
  const end = line.indexOf(';');
  const { name, value } = splitPair(end < 0 ? line : line.slice(0, end));
  const raw = readAttributes(end < 0 ? '' : line.slice(end + 1), diagnoses);
  const target = parseUrl(url);
  const host = (target?.hostname ?? '').toLowerCase();
  const attributes = toAttributes(raw, host, target?.pathname ?? '/', name, diagnoses);
  const rejected = rejection(line, name, value, attributes, raw, target);
  const expiresAt = raw.maxAge === undefined ? raw.expires : expiryOf(raw.maxAge, now);
  return {
    name,
    value,
    attributes: { ...attributes, persistent: expiresAt !== undefined },
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(rejected ? { rejected } : {}),
    diagnoses,
  };
}

function splitPair(pair: string): { name: string; value: string } {
  const equals = pair.indexOf('=');
  if (equals < 0) return { name: '', value: trim(pair) };
  return { name: trim(pair.slice(0, equals)), value: trim(pair.slice(equals + 1)) };
}

/** Space and tab only (WSP): `String.trim` would also eat U+00A0 and others. */
function trim(part: string): string {
  let from = 0;
  let to = part.length;
  while (from < to && (part[from] === ' ' || part[from] === '\t')) from++;
  while (to > from && (part[to - 1] === ' ' || part[to - 1] === '\t')) to--;
  return part.slice(from, to);
}

function readAttributes(rest: string, diagnoses: Text[]): RawAttributes {
  const raw: RawAttributes = { secure: false, httpOnly: false, partitioned: false, sameSite: 'unset' };
  for (const part of rest.split(';')) {
    const { name, value } = splitAttribute(part);
    if (value.length > MAX_ATTRIBUTE) {
      diagnoses.push(text('diagnosis_attribute_too_long', 'an attribute of {length} characters is ignored (limit 1,024)', { length: value.length }));
    } else readAttribute(name.toLowerCase(), value, raw, diagnoses);
  }
  return raw;
}

function splitAttribute(part: string): { name: string; value: string } {
  const equals = part.indexOf('=');
  if (equals < 0) return { name: trim(part), value: '' };
  return { name: trim(part.slice(0, equals)), value: trim(part.slice(equals + 1)) };
}

function readAttribute(name: string, value: string, raw: RawAttributes, diagnoses: Text[]): void {
  switch (name) {
    case 'expires':
      raw.expires = parseCookieDate(value) ?? raw.expires;
      if (parseCookieDate(value) === undefined) {
        diagnoses.push(text('diagnosis_date_invalid', 'Expires is not a cookie date and is ignored'));
      }
      break;
    case 'max-age':
      if (/^-?\d+$/.test(value)) raw.maxAge = Number(value);
      else diagnoses.push(text('diagnosis_max_age_invalid', 'Max-Age is not a whole number and is ignored'));
      break;
    case 'domain':
      raw.domain = value.replace(/^\./, '').toLowerCase();
      break;
    case 'path':
      raw.path = value;
      break;
    case 'secure':
      raw.secure = true;
      break;
    case 'httponly':
      raw.httpOnly = true;
      break;
    case 'partitioned':
      raw.partitioned = true;
      break;
    case 'samesite':
      raw.sameSite = readSameSite(value, diagnoses);
      break;
    default:
      break;
  }
}

function readSameSite(value: string, diagnoses: Text[]): SameSite {
  const mode = value.toLowerCase();
  if (mode === 'strict' || mode === 'lax' || mode === 'none') return mode;
  diagnoses.push(text('diagnosis_samesite_unknown', 'SameSite has an unknown value and counts as unset'));
  return 'unset';
}

function toAttributes(
  raw: RawAttributes,
  host: string,
  requestPath: string,
  name: string,
  diagnoses: Text[],
): CookieAttributes {
  let domain = raw.domain ?? '';
  // A public suffix as Domain is fine where it is the host itself, which then is host-only (§5.7).
  if (domain !== '' && domain === host && isPublicSuffix(domain)) domain = '';
  if (raw.path !== undefined && !raw.path.startsWith('/')) {
    diagnoses.push(text('diagnosis_path_invalid', 'Path does not start with a slash; the default path counts'));
  }
  if (name === '') {
    diagnoses.push(text('diagnosis_nameless', 'the cookie has no name'));
  }
  return {
    httpOnly: raw.httpOnly,
    secure: raw.secure,
    sameSite: raw.sameSite,
    domain: domain === '' ? host : domain,
    path: raw.path?.startsWith('/') ? raw.path : defaultPath(requestPath),
    hostOnly: domain === '',
    partitioned: raw.partitioned,
    persistent: false,
  };
}

/** §5.1.4: the request's path up to, but not including, its last slash. */
export function defaultPath(requestPath: string): string {
  const slash = requestPath.lastIndexOf('/');
  return slash <= 0 ? '/' : requestPath.slice(0, slash);
}

/** §5.1.3: `host` is `domain` or ends with `.domain`; never for an IP address. */
export function domainMatches(host: string, domain: string): boolean {
  if (host === domain) return true;
  return host.endsWith(`.${domain}`) && !/^[\d.]+$/.test(host) && !host.startsWith('[');
}

/** §5.1.4: `path` covers `requestPath`. */
export function pathMatches(requestPath: string, path: string): boolean {
  if (requestPath === path) return true;
  return requestPath.startsWith(path) && (path.endsWith('/') || requestPath[path.length] === '/');
}

function isPublicSuffix(domain: string): boolean {
  return getPublicSuffix(domain, { allowPrivateDomains: true }) === domain;
}

function expiryOf(maxAge: number, now: Millis): Millis {
  return maxAge <= 0 ? LONG_AGO : now + maxAge * 1000;
}

function rejection(
  line: string,
  name: string,
  value: string,
  attributes: CookieAttributes,
  raw: RawAttributes,
  target: URL | undefined,
): SetCookie['rejected'] {
  const refuse = (reason: CookieRejection, why: Text) => ({ reason, text: why });
  if (CONTROL.test(line)) return refuse('syntax', text('rejected_control', 'it contains a control character'));
  if (name === '' && value === '') return refuse('syntax', text('rejected_empty', 'it has neither name nor value'));
  if (name.length + value.length > MAX_PAIR) {
    return refuse('too-large', text('rejected_too_large', 'name and value exceed 4,096 bytes'));
  }
  const host = (target?.hostname ?? '').toLowerCase();
  if (!attributes.hostOnly && !domainMatches(host, attributes.domain)) {
    return refuse('domain-mismatch', text('rejected_domain', 'Domain={domain} does not cover {host}', { domain: attributes.domain, host }));
  }
  if (!attributes.hostOnly && isPublicSuffix(attributes.domain)) {
    return refuse('public-suffix', text('rejected_public_suffix', 'Domain={domain} is a public suffix', { domain: attributes.domain }));
  }
  const secureOrigin = target?.protocol === 'https:' || target?.protocol === 'wss:' || isLocal(host);
  if (attributes.secure && !secureOrigin) {
    return refuse('secure-over-http', text('rejected_secure_http', 'Secure cannot be set over plain http'));
  }
  if (attributes.sameSite === 'none' && !attributes.secure) {
    return refuse('samesite-none-insecure', text('rejected_none_insecure', 'SameSite=None needs Secure'));
  }
  return prefixRejection(name || value, attributes, raw);
}

/** §4.1.3 and layered cookies: compared without regard to case, and on the value of a nameless cookie. */
function prefixRejection(name: string, a: CookieAttributes, raw: RawAttributes): SetCookie['rejected'] {
  const lower = name.toLowerCase();
  const hostLike = a.secure && a.hostOnly && raw.path === '/' && raw.domain === undefined;
  const missing = (prefix: string, needs: string): SetCookie['rejected'] => ({
    reason: 'prefix',
    text: text('rejected_prefix', '{prefix} needs {needs}', { prefix, needs }),
  });
  if (lower.startsWith('__host-http-') && !(hostLike && a.httpOnly)) {
    return missing('__Host-Http-', 'Secure, HttpOnly, Path=/ and no Domain');
  }
  if (lower.startsWith('__host-') && !hostLike) return missing('__Host-', 'Secure, Path=/ and no Domain');
  if (lower.startsWith('__http-') && !(a.secure && a.httpOnly)) return missing('__Http-', 'Secure and HttpOnly');
  if (lower.startsWith('__secure-') && !a.secure) return missing('__Secure-', 'Secure');
  return undefined;
}
