import type { Direction, Header } from '../model.js';
import { isKeptPair } from '../normalize/passwords/basic-password.js';
import { isMasked } from '../normalize/sources/masked-value.js';
import { parseJson, stringsOf } from '../normalize/bodies/json-strings.js';
import { isPasswordField, PASSWORD_MARK } from '../normalize/passwords/password-field.js';
import { type Candidate, candidatesIn, tokensIn } from './candidate.js';
import { looksRandom } from '../values/ids/entropy.js';
import { fieldName } from '../values/names/field-name.js';
import { isProof } from '../values/format.js';
import { isNoSecret } from './no-secret.js';
import { isConnectionHeader } from './transport-id.js';
import { candidatesInSubprotocols, SUBPROTOCOLS } from './in-subprotocols.js';
import { candidatesInUrl } from './in-url.js';
import {
  AUTHORIZATION,
  isProofScheme,
  OWN_AUTHORIZATION,
} from '../values/names/authorization-names.js';
import { remembered } from '../memo.js';
import {
  messageSignature,
  signedAs,
  signedRequest,
  type SignedRequest,
} from '../values/signatures/signed-request.js';
import { quotedStrings } from '../values/structured-field.js';
import { regex } from '../regex.js';

/** Headers whose value is a URL, or which have a reader of their own (cookies). */
const ELSEWHERE: ReadonlySet<string> = new Set(['cookie', 'set-cookie', 'referer']);
/** Proofs of what is seen elsewhere, of servers alone, or of a handshake. */
const PROOF_SCHEMES: ReadonlySet<string> = new Set([
  'mutual',
  'vapid',
  'sapisidhash',
  'scram-sha-1',
  'scram-sha-256',
]);
/** What is sent so in a header of the page's own; a pair is `Basic` where its password is kept. */
const SCHEME_FIRST = /^\s*(?:[\w-]+[ \t]+[\w.-]+\s?=(?!=*$)|(?:bearer|token|jwt)[ \t])/i;
/** A signature that names no key, another one with each request: nobody is known by it. */
const SIGNATURE_ALONE = /^(?:sign|signed|sig)$/;
type Place = Pick<Candidate, 'carrier' | 'locator' | 'direction'>;
/** Members of JSON in a header that are looked at. */
const MAX_MEMBERS = 32;
/** Device Bound Session Credentials, under their names of today and of the first origin trial. */
const BOUND_SESSION = /^(?:sec-)?(?:secure-)?session-(?:registration|challenge|id)$/;

/** Candidates in an exchange's headers; `Location` counts as a URL received. */
export function candidatesInHeaders(headers: readonly Header[], direction: Direction): Candidate[] {
  return headers.flatMap((header) =>
    direction === 'sent' && header.value === PASSWORD_MARK && isPasswordField(header.name)
      ? [inPasswordHeader(header.name, headers)]
      : IN_HEADER[direction](header),
  );
}

/** The same header comes again and again. */
const IN_HEADER: Readonly<Record<Direction, (header: Header) => readonly Candidate[]>> = {
  sent: remembered((header) => candidatesInHeader(header, 'sent')),
  received: remembered((header) => candidatesInHeader(header, 'received')),
  stored: remembered((header) => candidatesInHeader(header, 'stored')),
};

function candidatesInHeader({ name, value }: Header, direction: Direction): readonly Candidate[] {
  if (AUTHORIZATION.test(name) || isKeptPair(value) || isOwnAuthorization(name, value))
    return inAuthorization(name, value, direction);
  if (name === 'location') return candidatesInUrl(value, direction);
  if (name === SUBPROTOCOLS) return candidatesInSubprotocols(value, direction);
  const signed = name === 'signature-input' ? messageSignature(value) : undefined;
  if (signed) return [signing({ carrier: 'header', locator: name, direction }, signed)];
  if (BOUND_SESSION.test(name) && value.includes('"'))
    return inBoundSession(name, value, direction);
  // RFC 9113 §8.3: no header; the address is read as one.
  if (ELSEWHERE.has(name) || name.startsWith(':') || isConnectionHeader(name)) return [];
  const place = { carrier: 'header', locator: name, direction } as const;
  return inJson(place, value) ?? candidatesIn(place, name, value);
}

/**
 * A page's own `X-…-Authorization` in the words of HTTP authentication: a scheme, and its
 * parameters or a token.
 */
function isOwnAuthorization(name: string, value: string): boolean {
  return OWN_AUTHORIZATION.test(name) && SCHEME_FIRST.test(value);
}

/** A script that has more than one thing to say sends JSON; what is in it has names of its own. */
function inJson(place: Place, value: string): Candidate[] | undefined {
  const json = /^\s*[{[]/.test(value) ? parseJson(value) : undefined;
  if (json === undefined) return undefined;
  return stringsOf(json)
    .slice(0, MAX_MEMBERS)
    .flatMap((one) => candidatesIn(place, fieldName(one.pointer), one.value));
}

/**
 * A header of the application's own for a password: which one it was is not kept, only that it went
 * there.
 */
function inPasswordHeader(locator: string, headers: readonly Header[]): Candidate {
  const host = headers.find(({ name }) => name === 'host' || name === ':authority')?.value ?? '';
  const value = `${locator} for ${host}`;
  return { carrier: 'header', locator, direction: 'sent', value, scheme: 'password' };
}

/** RFC 9110 §11.6.2: `scheme SP token68-or-params`. Some servers send the bare token. */
function inAuthorization(locator: string, header: string, direction: Direction): Candidate[] {
  const place = { carrier: 'header', locator, direction } as const;
  const [, word = '', rest] = /^\s*([^\s=",]+)(?:[ \t]+([^]*))?$/.exec(header) ?? [];
  const scheme = rest ? word.toLowerCase() : '';
  const value = (rest || header).trim();
  if (isProofScheme(word))
    return [{ ...place, value: answered(word, value), scheme: word.toLowerCase() }];
  if (PROOF_SCHEMES.has(scheme) || isMasked(value)) return [];
  const signed = signedRequest(scheme, value);
  if (signed) return [signing(place, signed)];
  if (SIGNATURE_ALONE.test(scheme)) return [];
  const tokens = scheme === 'basic' ? [] : tokensIn(value);
  if (tokens.length > 0)
    return tokens
      .filter((token) => !isProof(token))
      .map((token) => ({ ...place, value: token, scheme }));
  const named = parametersOf(value);
  const secret = named ? secretAmong(named) : value.replace(/^"([^"]*)"$/, '$1');
  return secret.length >= 4 && !isNoSecret(secret) ? [{ ...place, value: secret, scheme }] : [];
}

/** The key that signed stands for what it signed: each request has another signature. */
function signing(place: Place, signed: SignedRequest): Candidate {
  return { ...place, value: signedAs(signed), scheme: signed.scheme };
}

/** What stands for all proofs that one user gives to one realm: none of it is secret. */
function answered(scheme: string, proof: string): string {
  const told = (name: string) =>
    new RegExp(`(?:^|[\\s,])${name}="([^"]{0,100})"`, 'i').exec(proof)?.[1] ?? '';
  return `${scheme.toLowerCase()} ${told('username')}@${told('realm')}`;
}

/**
 * RFC 9110 §11.2, `auth-param`, be it quoted or not: `Token token="…", client="…"`; undefined for a
 * token68.
 */
function parametersOf(value: string): (readonly [name: string, value: string])[] | undefined {
  const found = [...value.matchAll(/(?:^|[\s,;])([\w.-]{1,64})\s?=\s?(?:"([^"]*)"|([^",;\s=]+))/g)];
  if (found.length === 0) return undefined;
  return found.map(([, name = '', quoted, bare = '']) => [name.toLowerCase(), quoted ?? bare]);
}

/** Parameters that say by their name that they are the secret, the plainest first. */
const SECRETS: readonly RegExp[] = [
  /^(?:access[-_]?)?token$|^(?:api[-_]?)?key$|^jwt$|^bearer$|^assertion$/,
  /token$|^(?:auth|credentials?|ticket|session|sid|secret)$|(?:session|ticket)[-_]?(?:id|key)?$/,
];
/**
 * … and those that tell of who asks what stands in no need of a secret: device, program, user,
 * proof.
 */
const NO_SECRET = regex()`
  ^(?:realm|client|device|version|app|platform|user|name|id|nonce|ts|time|signature|sig|mac|hash
  |ext)|(?:id|name|nonce|version|time|timestamp|signature|digest)$`;

/**
 * The parameter that is the secret; none where all of them tell only what program it is, and where.
 */
function secretAmong(parameters: readonly (readonly [name: string, value: string])[]): string {
  for (const names of SECRETS) {
    const found = parameters.find(([name, value]) => names.test(name) && value !== '');
    if (found) return found[1];
  }
  const others = parameters.filter(([name, value]) => !NO_SECRET.test(name) && looksRandom(value));
  return others[0]?.[1] ?? '';
}

/**
 * The strings and string parameters of a structured field (RFC 8941 §3.3.3): challenge, session id,
 * authorisation code.
 */
function inBoundSession(header: string, value: string, direction: Direction): Candidate[] {
  return quotedStrings(value)
    .filter(({ key, string }) => key !== 'path' && string.length >= 8)
    .map(({ key, string }) => ({
      carrier: 'header',
      locator: key === '' ? header : `${header};${key}`,
      direction,
      value: string,
    }));
}
