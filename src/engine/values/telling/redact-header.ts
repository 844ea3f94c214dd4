import { withoutPairHash } from '../../normalize/passwords/basic-password.js';
import { isPasswordField, PASSWORD_MARK } from '../../normalize/passwords/password-field.js';
import { isSecret, maskKept, maskName, preview } from './mask.js';
import { maskText, redactUrl } from './redact-url.js';
import { wordTable } from '../../word-table.js';

/**
 * Headers whose values mean nothing elsewhere: moments, marks of a version, keys of one handshake.
 */
const VERBATIM: ReadonlySet<string> = wordTable(`
  date etag expires if-match if-modified-since if-none-match if-range if-unmodified-since
  last-modified sec-websocket-accept sec-websocket-key
`);
/** Headers whose value is a host, which may not have a user in front of it (RFC 9110 §4.2.4). */
const HOSTS: ReadonlySet<string> = wordTable(':authority host');
/**
 * Headers that are judged by their words and not by their own name. By name alone: no beginning of
 * a name makes one harmless.
 */
const SHOWN: ReadonlySet<string> = wordTable(`
  :method :scheme :status :protocol accept accept-charset accept-datetime
  accept-encoding accept-language accept-patch accept-post accept-ranges age allow
  alt-svc alt-used access-control-allow-credentials access-control-allow-headers
  access-control-allow-methods access-control-allow-origin
  access-control-allow-private-network access-control-expose-headers
  access-control-max-age access-control-request-headers access-control-request-method
  access-control-request-private-network cache-control cache-status cdn-cache-control
  clear-site-data connection content-encoding content-language content-length
  content-range content-type critical-ch cross-origin-embedder-policy
  cross-origin-embedder-policy-report-only cross-origin-opener-policy
  cross-origin-opener-policy-report-only cross-origin-resource-policy deprecation
  device-memory dnt downlink dpr early-data ect expect feature-policy host keep-alive
  max-forwards origin-agent-cluster permissions-policy pragma priority proxy-connection
  range referrer-policy retry-after rtt save-data sec-ch-prefers-color-scheme
  sec-ch-prefers-reduced-motion sec-ch-ua sec-ch-ua-arch sec-ch-ua-bitness
  sec-ch-ua-full-version sec-ch-ua-full-version-list sec-ch-ua-mobile sec-ch-ua-model
  sec-ch-ua-platform sec-ch-ua-platform-version sec-ch-ua-wow64 sec-fetch-dest
  sec-fetch-mode sec-fetch-site sec-fetch-storage-access sec-fetch-user sec-gpc
  sec-purpose sec-websocket-extensions sec-websocket-version server server-timing
  strict-transport-security sunset supports-loading-mode te timing-allow-origin trailer
  transfer-encoding upgrade upgrade-insecure-requests user-agent vary via viewport-width
  warning width x-content-type-options x-dns-prefetch-control x-download-options
  x-frame-options x-permitted-cross-domain-policies x-powered-by x-robots-tag
  x-ua-compatible x-xss-protection
`);
/** Headers whose value is one address. */
const ADDRESSES: ReadonlySet<string> = wordTable(`
  :path content-location destination location origin referer sourcemap
  service-worker-allowed x-forwarded-uri x-original-uri x-original-url x-pingback
  x-rewrite-url x-sourcemap x-url
`);
/** RFC 6265 §4.1, RFC 6265bis, CHIPS, and Chromium's `Priority`. */
const COOKIE_ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  expires: /^[\w ,:+-]{0,40}$/,
  'max-age': /^-?\d{0,20}$/,
  domain: /^[\w.-]{0,255}$/,
  path: /^\//,
  samesite: /^[a-z]{0,10}$/i,
  priority: /^[a-z]{0,10}$/i,
  secure: /^$/,
  httponly: /^$/,
  partitioned: /^$/,
};
/** Schemes as they are registered (RFC 9110 §16.4.1), and those that everybody uses. */
const SCHEMES: ReadonlySet<string> = wordTable(`
  basic bearer concealed digest dpop gnap hoba mutual negotiate oauth privatetoken
  scram-sha-1 scram-sha-256 vapid ntlm hawk jwt token apikey api-key key aws4-hmac-sha256
  mac signature webpush
`);

/** A header's value as it may be shown: cookie values and everything secret as previews. */
export function maskHeader(name: string, value: string): string {
  const lower = name.toLowerCase();
  if (lower === 'cookie') return mapParts(value, maskPair);
  if (lower === 'set-cookie') return value.split('\n').map(maskSetCookie).join('\n');
  if (lower.endsWith('authorization')) return maskAuthorization(withoutPairHash(name, value));
  if (ADDRESSES.has(lower)) return redactUrl(value);
  if (VERBATIM.has(lower)) return value;
  if (HOSTS.has(lower)) return redactUrl(`//${value}`).slice(2);
  const judged = SHOWN.has(lower) || isChallenge(lower) ? '' : lower;
  return isSecret(judged, value) ? preview(value) : maskText(value);
}

/** Only what a server asks with: its parameters are judged by value (RFC 9110 §11.6.1). */
function isChallenge(name: string): boolean {
  return /^(?:www|proxy)-authenticate$/.test(name);
}

/** As browsers do: a semicolon ends the value, in quotes or not (RFC 6265 §5.2). */
function maskSetCookie(line: string): string {
  let first = true;
  return mapParts(line, (part) => {
    if (!first) return maskAttribute(part);
    first = false;
    return maskPair(part);
  });
}

function maskAttribute(part: string): string {
  const [, space = '', name = '', equals = '', value = ''] =
    /^(\s*)([^=]*)(=?)([^]*)$/.exec(part) ?? [];
  const key = name.trim().toLowerCase();
  if (key === '' && value.trim() === '') return part;
  const known = Object.hasOwn(COOKIE_ATTRIBUTES, key) ? COOKIE_ATTRIBUTES[key] : undefined;
  if (!known) return space + preview(part.trim());
  const told = key === 'path' || isSecret('', value.trim()) ? redactUrl(value) : value;
  return `${space}${name}${equals}${known.test(value.trim()) ? told : preview(value.trim())}`;
}

function maskAuthorization(value: string): string {
  if (value.endsWith(' …')) return value;
  const space = value.indexOf(' ');
  return space > 0 && SCHEMES.has(value.slice(0, space).toLowerCase())
    ? `${value.slice(0, space)} ${preview(value.slice(space + 1))}`
    : preview(value);
}

function maskPair(pair: string): string {
  const equals = pair.indexOf('=');
  if (equals < 0) return pair.trim() === '' ? pair : preview(pair);
  const [name, value] = [pair.slice(0, equals), pair.slice(equals + 1).trim()];
  const told = isPasswordField(name.trim()) ? PASSWORD_MARK : maskKept(name.trim(), value);
  return `${maskName(name)}=${told}`;
}

function mapParts(line: string, mask: (part: string) => string): string {
  return line.split(';').map(mask).join(';');
}
