import { isAuthTicket } from '../tokens/auth-ticket.js';
import { decodeBase64, decodeBase64Text } from '../../base64.js';
import { isMac } from './mac.js';
import {
  isDigestBeforeJson,
  isMojolicious,
  isSymfonyRememberMe,
  isTimedMac,
} from './signed-forms.js';
import { isDjango, isItsDangerous } from './signed-python.js';
import { isUnixTime } from '../ids/unix-time.js';
import { parseJson } from '../../normalize/bodies/json-strings.js';

/** One framework's way to sign or encrypt what it gives to the client. */
interface SignedShape {
  issuer: string;
  fits: (value: string) => boolean;
}

const BASE64URL = /^[A-Za-z0-9_-]+$/;
const HEX = /^[0-9a-f]+$/i;

const SHAPES: readonly SignedShape[] = [
  // github.com/fernet/spec: version, 64-bit time, IV, AES-CBC blocks, HMAC.
  { issuer: 'Fernet', fits: isFernet },
  // hapi's iron 'Fe26.2': eight parts between asterisks; iron-session adds `~` and its own version.
  { issuer: 'iron-session', fits: (value) => /~\d$/.test(value) && isIron(value) },
  { issuer: 'hapi iron', fits: isIron },
  // Data Protection's magic header 09 F0 C9 F0, then a 128-bit key id.
  {
    issuer: 'ASP.NET Core',
    fits: (value) =>
      value.startsWith('CfDJ8') &&
      value.length >= 64 &&
      BASE64URL.test(value.replace(/={1,2}$/, '')),
  },
  // Encrypter: base64 of JSON with iv, value, mac (and tag for GCM).
  { issuer: 'Laravel', fits: isLaravel },
  // Base64 of JSON that holds its own signature (Zabbix and others).
  { issuer: 'HMAC', fits: isSignedJson },
  // cookie-signature: `s:` value `.` HMAC-SHA256 in base64 without padding.
  { issuer: 'Express', fits: isExpress },
  // Better Auth (better-call) and others: value `.` HMAC-SHA256 in base64 with its padding.
  {
    issuer: 'HMAC-SHA256',
    fits: (value) => /^[A-Za-z0-9_-]{16,128}\.[A-Za-z0-9+/]{43}=$/.test(value),
  },
  // @fastify/secure-session: libsodium secretbox in base64, `;`, its 24-byte nonce.
  {
    issuer: 'Fastify secure session',
    fits: (value) => /^[A-Za-z0-9+/]{24,}={0,2};[A-Za-z0-9+/]{32}$/.test(value),
  },
  // Before Rails, which parts by the same two dashes.
  { issuer: 'Mojolicious', fits: isMojolicious },
  // MessageVerifier: base64 `--` hexadecimal digest; MessageEncryptor (GCM): data, IV and tag.
  { issuer: 'Rails', fits: isRails },
  // Plug.Crypto: the algorithm's name in base64url, then as in a JWS or JWE.
  { issuer: 'Phoenix', fits: isPhoenix },
  // django.core.signing: value `:` base62 time `:` signature; a leading dot says zlib.
  { issuer: 'Django', fits: isDjango },
  // itsdangerous: payload `.` time `.` signature; a leading dot says zlib.
  { issuer: 'Flask', fits: isItsDangerous },
  // tornado.web.create_signed_value, version 2: fields with their lengths.
  {
    issuer: 'Tornado',
    fits: (value) =>
      /^2\|1:0\|10:\d{10}\|\d{1,3}:[^|]{1,256}\|\d{1,5}:[A-Za-z0-9+/_=-]*\|[0-9a-f]{64}$/.test(
        value,
      ),
  },
  // wp_generate_auth_cookie: user, expiry, session token, HMAC-SHA256.
  {
    issuer: 'WordPress',
    fits: (value) => /^[^|]{1,64}\|\d{10}\|[A-Za-z0-9]{43}\|[0-9a-f]{64}$/.test(value),
  },
  // securecookie: base64 of time, `|`, base64 data, `|`, MAC.
  { issuer: 'Gorilla', fits: isGorilla },
  // oauth2-proxy: value, time, MAC.
  {
    issuer: 'oauth2-proxy',
    fits: (value) => /^[A-Za-z0-9_-]{4,}={0,2}\|\d{10}\|[A-Za-z0-9_-]{27,44}={0,2}$/.test(value),
  },
  // TokenBasedRememberMeServices: base64 of user, expiry in milliseconds, (algorithm,) digest.
  { issuer: 'Spring Security', fits: isSpringRememberMe },
  // Play before 2.6: HMAC-SHA1, `-`, form-encoded data.
  { issuer: 'Play', fits: (value) => /^[0-9a-f]{40}-[^=&\s]{1,128}=/.test(value) },
  // mod_auth_tkt, Pyramid, repoze.who: digest, time in hexadecimal, user, `!`, what is the user's.
  { issuer: 'AuthTkt', fits: isAuthTicket },
  // bottle.cookie_encode: `!` MAC `?` base64 data.
  {
    issuer: 'Bottle',
    fits: (value) => /^![A-Za-z0-9+/]{22,86}={0,2}\?[A-Za-z0-9+/]+={0,2}$/.test(value),
  },
  // encode_cookie of Flask-Login: the user's id, and an HMAC-SHA512.
  { issuer: 'Flask-Login', fits: (value) => /^[^|]{1,128}\|[0-9a-f]{128}$/.test(value) },
  { issuer: 'Symfony', fits: isSymfonyRememberMe },
  { issuer: 'Pyramid', fits: isDigestBeforeJson },
  // What many write by hand, and Symfony before 5.3.
  { issuer: 'HMAC', fits: isTimedMac },
];

/** Framework that signed or encrypted a value, by the structure that it gives to it. */
export function signerOf(value: string): string | undefined {
  return value.length < 20 ? undefined : SHAPES.find(({ fits }) => fits(value))?.issuer;
}

function isFernet(value: string): boolean {
  const bytes = value.startsWith('gAAAA') ? decodeBase64(value) : undefined;
  if (!bytes || bytes.length < 73 || (bytes.length - 57) % 16 !== 0) return false;
  const seconds = bytes.subarray(1, 9).reduce((sum, byte) => sum * 256 + byte, 0);
  return isUnixTime(seconds);
}

function isIron(value: string): boolean {
  if (!value.startsWith('Fe26.')) return false;
  const [, , salt = '', iv = '', sealed = '', expires = '', macSalt = '', mac = '', ...rest] = value
    .replace(/~\d$/, '')
    .split('*', 10);
  return (
    rest.length === 0 &&
    HEX.test(salt) &&
    HEX.test(macSalt) &&
    BASE64URL.test(iv) &&
    BASE64URL.test(sealed) &&
    /^\d*$/.test(expires) &&
    isMac(mac)
  );
}

function isLaravel(value: string): boolean {
  const json = value.startsWith('eyJ') ? decodeBase64Text(value) : undefined;
  const sealed = json === undefined ? undefined : parseJson(json);
  if (typeof sealed !== 'object' || sealed === null) return false;
  return ['iv', 'value', 'mac'].every(
    (key) => typeof (sealed as Record<string, unknown>)[key] === 'string',
  );
}

/** What a member is called that signs those beside it, and a digest of 16 to 64 bytes. */
const SIGNATURE = /^(?:sign|sig|mac|hmac|signature|digest|hash|checksum)$/i;
const DIGEST = /^(?:(?:[0-9a-f]{2}){16,64}|[A-Za-z0-9+/_-]{27,88}={0,2})$/i;

function isSignedJson(value: string): boolean {
  const json =
    /^(?:ey|ew)/.test(value) && !value.includes('.') ? decodeBase64Text(value) : undefined;
  const held = json === undefined ? undefined : parseJson(json);
  if (typeof held !== 'object' || held === null || Array.isArray(held)) return false;
  const members = Object.entries(held);
  const signs = ([name, member]: [string, unknown]) =>
    SIGNATURE.test(name) && typeof member === 'string' && DIGEST.test(member);
  return members.length > 1 && members.some(signs);
}

function isExpress(value: string): boolean {
  const dot = value.lastIndexOf('.');
  return value.startsWith('s:') && dot > 2 && /^[A-Za-z0-9+/]{43}$/.test(value.slice(dot + 1));
}

function isRails(value: string): boolean {
  const parts = value.split('--', 4);
  if (!parts.every((part) => /^[A-Za-z0-9+/_-]+={0,2}$/.test(part))) return false;
  const [data = '', second = '', tag = ''] = parts;
  if (parts.length === 2)
    return (
      /^(?:[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128})$/.test(second) &&
      decodeBase64(data) !== undefined
    );
  return (
    parts.length === 3 && decodeBase64(second)?.length === 12 && decodeBase64(tag)?.length === 16
  );
}

function isPhoenix(value: string): boolean {
  const parts = value.split('.', 6);
  const algorithm = /^(?:SFM|QTE|QTI)/.test(value) ? decodeBase64Text(parts[0]!) : undefined;
  if (!algorithm || !parts.every((part) => BASE64URL.test(part))) return false;
  if (/^HS(?:256|384|512)$/.test(algorithm)) return parts.length === 3 && isMac(parts[2]!);
  return /^A(?:128|192|256)GCM$/.test(algorithm) && parts.length === 5;
}

function isGorilla(value: string): boolean {
  const bytes = value.startsWith('M') ? decodeBase64(value) : undefined;
  if (!bytes || bytes.length < 40) return false;
  const text = String.fromCharCode(...bytes.subarray(0, 11));
  const bar = bytes.indexOf(0x7c, 11);
  return (
    /^\d{10}\|$/.test(text) &&
    isUnixTime(Number(text.slice(0, 10))) &&
    [20, 32, 64].includes(bytes.length - bar - 1)
  );
}

function isSpringRememberMe(value: string): boolean {
  // One name of a user, 13 digits and an MD5 are 48 bytes at least.
  const text = value.length >= 64 && value.length < 512 ? decodeBase64Text(value) : undefined;
  return (
    text !== undefined &&
    /^[^:]{1,128}:\d{13}:(?:(?:MD5|SHA256):)?(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(text)
  );
}
