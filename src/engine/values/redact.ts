import { looksRandom } from './entropy.js';
import { formatOf, percentDecode } from './format.js';
import { parametersOf } from '../normalize/url-parameters.js';
import { parseUrl } from '../normalize/site.js';

// Everything that leaves the engine passes here. When in doubt, a value is masked: a report with
// one harmless id hidden is fine, a report with one secret in it is not.

const MAX_DEPTH = 3;
const SECRET_NAME =
  /token|secret|pass|pwd|credential|session|sess|sid\b|auth|api[-_]?key|jwt|signature|\bsig\b|ticket|saml|assertion|\bcode\b|state|nonce|otp|csrf|xsrf|verifier|challenge/i;
/** Response and request headers that hold no secret and whose long values people want to read. */
const HARMLESS_HEADER =
  /^(?:accept|content-|cache-control|date|etag|if-|last-modified|vary|server|host|origin|connection|user-agent|sec-fetch|sec-ch|strict-transport|access-control|x-frame|x-content|x-powered|clear-site-data|www-authenticate|referrer-policy|permissions-policy|cross-origin|upgrade|age|expires|pragma)/;

/** `A1B2…(32)`: at most four characters, at most a quarter of the value, and its length. */
export function preview(value: string): string {
  const shown = Math.min(4, Math.floor(value.length / 4));
  return `${value.slice(0, shown)}…(${value.length})`;
}

/**
 * A URL with credential-like parameters and path segments replaced by previews, without user info;
 * the same for URLs within its parameters, as deep as they are worth following.
 */
export function redactUrl(url: string, depth = 0): string {
  const parsed = parseUrl(url);
  if (!parsed) return preview(url);
  parsed.username = '';
  parsed.password = '';
  let path = parsed.pathname.split('/').map(redactSegment).join('/');
  let tail = parsed.search + parsed.hash;
  for (const [name, value] of parametersOf(parsed)) {
    const shown = shownOf(name, value, depth);
    if (shown === value) continue;
    tail = replaceValue(tail, value, shown);
    path = replaceValue(path, value, shown);
  }
  if (parsed.hash && !parsed.hash.includes('='))
    tail = tail.replace(parsed.hash, redactSegment(parsed.hash));
  return `${parsed.protocol}//${parsed.host}${path}${tail}`;
}

/** A header's value as it may be shown: cookie values and everything secret as previews. */
export function maskHeader(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower === 'cookie')
    return value
      .split(';')
      .map((pair) => maskPair(pair))
      .join(';');
  if (lower === 'set-cookie') {
    const [pair, ...attributes] = value.split(';');
    return [maskPair(pair ?? ''), ...attributes].join(';');
  }
  if (lower.endsWith('authorization')) {
    const space = value.indexOf(' ');
    return space < 0
      ? preview(value)
      : `${value.slice(0, space)} ${preview(value.slice(space + 1))}`;
  }
  if (lower === 'location' || lower === 'referer' || lower === 'origin') return redactUrl(value);
  if (HARMLESS_HEADER.test(lower)) return value;
  return isSecret(lower, value) ? preview(value) : maskText(value);
}

/** A text with every run that looks random replaced by its preview. */
export function maskText(source: string): string {
  return source.replace(/[A-Za-z0-9+/_=.~%-]{16,}/g, (run) =>
    isSecret('', run) ? preview(run) : run,
  );
}

/** True for a value that may be a secret: by its parameter's name, its format or its randomness. */
export function isSecret(name: string, value: string): boolean {
  if (value.length < 4) return false;
  if (SECRET_NAME.test(name)) return true;
  const plain = percentDecode(value);
  return (
    looksRandom(plain) ||
    (value.length >= 16 && !['opaque', 'uuid'].includes(formatOf(plain).format))
  );
}

function maskPair(pair: string): string {
  const equals = pair.indexOf('=');
  if (equals < 0) return preview(pair);
  return `${pair.slice(0, equals)}=${preview(pair.slice(equals + 1).trim())}`;
}

function redactSegment(segment: string): string {
  return segment.length >= 20 && isSecret('', segment) && formatOf(segment).format !== 'uuid'
    ? preview(segment)
    : segment;
}

/** What may be shown of a parameter: a preview of a secret, an address without its own secrets. */
function shownOf(name: string, value: string, depth: number): string {
  if (isSecret(name, value)) return preview(value);
  if (!/^https?:\/\//i.test(value)) return value;
  const told = depth < MAX_DEPTH ? redactUrl(value, depth + 1) : preview(value);
  // As it stood, where nothing had to be masked.
  return told === parseUrl(value)?.href ? value : told;
}

/** Percent-encoded, but for the marks of a preview, which are to be read. */
function encodePlain(shown: string): string {
  return encodeURIComponent(shown)
    .replaceAll('%E2%80%A6', '…')
    .replaceAll('%28', '(')
    .replaceAll('%29', ')');
}

/** The value as it stands in the URL may be percent-encoded in several ways. */
function replaceValue(source: string, value: string, shown: string): string {
  let masked = source;
  for (const form of new Set([
    value,
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll('%20', '+'),
  ])) {
    if (form !== '')
      masked = masked.replaceAll(`=${form}`, `=${form === value ? shown : encodePlain(shown)}`);
  }
  return masked;
}
