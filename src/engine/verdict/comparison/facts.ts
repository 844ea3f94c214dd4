import { hasLived } from '../../credentials/lived-attributes.js';
import type { Credential } from '../../model.js';
import { decodeBase64Text } from '../../values/base64.js';
import { percentDecode } from '../../values/format.js';
import { formatFacts } from '../../values/formats.js';
import { findJwts } from '../../values/jwt.js';
import { parseJson } from '../../normalize/json-strings.js';

/** What the comparison is filled in from: the credentials of one site, by the part they play. */
export interface Facts {
  /** The cookie or URL parameter with the session's id. */
  session: Credential | undefined;
  /** The access token, else the ID token. */
  token: Credential | undefined;
  refresh: Credential | undefined;
  csrf: Credential | undefined;
  /** The cookie that ties the user to one server. */
  affinity: Credential | undefined;
  /** The cookie that stands for the user. */
  cookie: Credential | undefined;
  /** Cookies that the browser kept while they lived. */
  cookies: readonly Credential[];
}

/** Sorts a site's credentials into parts; the one seen most often plays each part. */
export function factsOf(credentials: readonly Credential[]): Facts {
  // What a logout cleared is still how the site recognised its user.
  const given = credentials.filter(hasLived);
  const byUse = given.toSorted((a, b) => usesOf(b) - usesOf(a));
  const cookies = byUse.filter((c) => c.kind === 'cookie');
  const session = byUse.find((c) => c.role === 'session' && !isSelfContained(c));
  const token =
    byUse.find((c) => c.role === 'access-token') ??
    byUse.find((c) => c.role === 'session' && isSelfContained(c)) ??
    byUse.find((c) => c.role === 'id-token');
  return {
    session,
    token,
    refresh: byUse.find((c) => c.role === 'refresh-token'),
    csrf: byUse.find((c) => c.role === 'csrf'),
    affinity: byUse.find((c) => c.role === 'load-balancer'),
    cookie:
      [session, token].find((c) => c?.carrier === 'cookie') ??
      byUse.find(
        (c) => c.carrier === 'cookie' && (c.role === 'refresh-token' || c.role === 'remember-me'),
      ),
    cookies,
  };
}

/** No store gives out ids this long; what is longer holds something, sealed. */
const LONGEST_ID = 128;

/** The value itself holds the state: a JWT, a PASETO, JSON, or an encrypted or signed payload. */
export function isSelfContained({ format, value }: Credential): boolean {
  if (formatFacts(format).selfContained) return true;
  if (findJwts(value).length > 0) return true;
  // Express signs an id, and nothing but the id.
  if (/^s(?::|%3A)/i.test(value)) return value.length > LONGEST_ID;
  if (format === 'signed') return !isSignedId(value);
  const plain = percentDecode(value);
  return (
    parseJson(decodeBase64Text(plain) ?? plain) !== undefined ||
    (/^[A-Za-z0-9+/=_;.:%~*-]+$/.test(value) && value.length > LONGEST_ID)
  );
}

/** An id with a signature, after a dot or in a cookie of its own, is still an id. */
function isSignedId(value: string): boolean {
  const [id = '', signature = '', ...more] = percentDecode(value).split('.');
  return more.length === 0 && id.length <= 64 && signature.length <= 88 && !decodesToData(id);
}

function decodesToData(part: string): boolean {
  return parseJson(decodeBase64Text(part) ?? '') !== undefined;
}

function usesOf({ sightings }: Credential): number {
  return sightings.reduce(
    (sum, { count, direction }) => sum + (direction === 'sent' ? count : 0),
    0,
  );
}
