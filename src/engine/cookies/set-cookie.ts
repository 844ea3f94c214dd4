import type { CookieAttributes, Millis } from '../model.js';
import { type Diagnosis, diagnosis } from '../text.js';
import { byteLength } from './byte-length.js';
import { type CookieDomain, resolveDomain } from './cookie-domain.js';
import { expiryOf, lifetimeDiagnoses } from './cookie-end.js';
import type { CookieLine, WrittenAttribute } from './cookie-attributes.js';
import { readCookieLine } from './cookie-line.js';
import { defaultPath } from './cookie-match.js';
import type { CookieMode } from './cookie-mode.js';
import { prefixRejection } from './cookie-prefix.js';
import {
  controlCharacter,
  noContent,
  noneInsecure,
  partitionedInsecure,
  refusedTab,
  type Rejection,
  secureOverHttp,
  tooLarge,
} from './cookie-rejection.js';
import { isLocal, parseUrl } from '../normalize/addresses/site.js';

export { defaultPath, domainMatches, pathMatches } from './cookie-match.js';
export { LONG_AGO } from './cookie-mode.js';

// RFC 6265bis §5.6 (parsing) and §5.7 (storage), with the layered-cookies draft where browsers
// follow it: nameless cookies, control characters, the four name prefixes.

/** A Set-Cookie line as a browser would store it, or why it would not. */
export interface SetCookie {
  name: string;
  value: string;
  attributes: CookieAttributes;
  /** Instant asked for by Max-Age (which wins) or Expires; absent for a session cookie. */
  expiresAt?: Millis;
  /** The first of `rejections`. */
  rejected?: Rejection;
  /** Every reason that the line and its URL alone give for not storing it. */
  rejections: Rejection[];
  /** What a browser would ignore or correct in it. */
  diagnoses: Diagnosis[];
  /** Its attributes as written. */
  written: readonly WrittenAttribute[];
}

/** Bytes of name and value together. */
export const MAX_PAIR = 4096;
// oxlint-disable-next-line no-control-regex -- the standard names these very characters
const CONTROL = /[\x00-\x08\x0a-\x1f\x7f]/;
// oxlint-disable-next-line no-control-regex -- where RFC 6265 lines ended before it refused them
const LINE_END = /[\x00\x0a\x0d]/;

/**
 * Reads one Set-Cookie line as received from `url` at `now`. Never throws; linear in its length.
 */
export function readSetCookie(
  line: string,
  url: string,
  now: Millis,
  mode: CookieMode = 'browser',
): SetCookie {
  const whole = mode === 'browser' ? line : upToLineEnd(line);
  const { parts, diagnoses } = readCookieLine(whole, mode);
  const target = parseUrl(url);
  const place = resolveDomain(parts.domain, (target?.hostname ?? '').toLowerCase(), mode);
  if (place.diagnosis) diagnoses.push(diagnosis(place.diagnosis));
  const expiresAt = expiryOf(parts, now);
  if (mode === 'browser') diagnoses.push(...lifetimeDiagnoses(parts, expiresAt, now));
  const attributes = toAttributes(parts, place, target?.pathname ?? '/', expiresAt);
  const rejections =
    mode === 'browser'
      ? browserRejections(whole, parts, attributes, place, isSecureOrigin(target))
      : plainRejections(parts, place);
  return {
    name: parts.name,
    value: parts.value,
    attributes,
    ...(expiresAt === undefined ? {} : { expiresAt }),
    ...(rejections[0] ? { rejected: rejections[0] } : {}),
    rejections,
    diagnoses,
    written: parts.written,
  };
}

/** https or wss, or this machine, which browsers trust with Secure cookies over http, too. */
export function isSecureOrigin(target: URL | undefined): boolean {
  return (
    target?.protocol === 'https:' || target?.protocol === 'wss:' || isLocal(target?.hostname ?? '')
  );
}

function upToLineEnd(line: string): string {
  const end = line.search(LINE_END);
  return end < 0 ? line : line.slice(0, end);
}

function toAttributes(
  parts: CookieLine,
  place: CookieDomain,
  requestPath: string,
  expiresAt: Millis | undefined,
): CookieAttributes {
  return {
    httpOnly: parts.httpOnly,
    secure: parts.secure,
    sameSite: parts.sameSite,
    domain: place.domain,
    path: parts.path?.startsWith('/') ? parts.path : defaultPath(requestPath),
    hostOnly: place.hostOnly,
    partitioned: parts.partitioned,
    persistent: expiresAt !== undefined,
  };
}

/** RFC 6265 §5.2 and §5.3: no name, or a domain that is not the host's. */
function plainRejections({ name }: CookieLine, { rejection }: CookieDomain): Rejection[] {
  if (name === '') return [noContent()];
  return rejection ? [rejection] : [];
}

/** In the order and with the grouping of Chromium: what makes no cookie is not tried further. */
function browserRejections(
  line: string,
  parts: CookieLine,
  attributes: CookieAttributes,
  place: CookieDomain,
  secureOrigin: boolean,
): Rejection[] {
  const unreadable = syntaxRejection(line, parts);
  if (unreadable) return [unreadable];
  const { name, value, domain, path } = parts;
  const invalid = [
    place.rejection,
    prefixRejection({
      name,
      value,
      attributes,
      secureOrigin,
      ...(domain === undefined ? {} : { domain }),
      ...(path === undefined ? {} : { path }),
    }),
    attributes.partitioned && !(attributes.secure && secureOrigin)
      ? partitionedInsecure()
      : undefined,
  ].filter((rejection) => rejection !== undefined);
  if (invalid.length > 0) return invalid;
  return [
    attributes.secure && !secureOrigin ? secureOverHttp() : undefined,
    attributes.sameSite === 'none' && !attributes.secure ? noneInsecure() : undefined,
  ].filter((rejection) => rejection !== undefined);
}

function syntaxRejection(
  line: string,
  { name, value, tabInside }: CookieLine,
): Rejection | undefined {
  if (CONTROL.test(line)) return controlCharacter();
  if (name === '' && value === '') return noContent();
  if (byteLength(name, MAX_PAIR) + byteLength(value, MAX_PAIR) > MAX_PAIR) return tooLarge();
  return tabInside ? refusedTab() : undefined;
}
