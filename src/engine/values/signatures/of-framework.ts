import { parseJson } from '../../normalize/bodies/json-strings.js';
import { decodeBase64, decodeBase64Text, latin1 } from '../../base64.js';
import { signerOf } from './signed.js';
import { bytesOf, type KeyFrom, PLAIN, type Signature, signature } from './signature.js';

type Reader = (value: string, name: string) => Signature | undefined;

/**
 * By the issuer that `signed.ts` recognises. Those whose key is no secret of one server are not
 * here.
 */
const READERS: Readonly<Record<string, Reader>> = {
  // cookie-signature: HMAC-SHA256 of the value behind `s:`.
  Express: (value) => base64Behind('.', 'Express', value.slice(2)),
  'HMAC-SHA256': (value) => base64Behind('.', 'HMAC-SHA256', value),
  Flask: (value) => base64Behind('.', 'Flask', value, ITS_DANGEROUS),
  Django: (value, name) => base64Behind(':', 'Django', value, djangoKeys(name)),
  Rails: (value) => hexBehind('--', 'Rails', value, railsKeys(value)),
  Laravel: laravel,
  'hapi iron': (value) => iron('hapi iron', value),
  'iron-session': (value) => iron('iron-session', value.replace(/~\d$/, '')),
  Tornado: tornado,
  Gorilla: gorilla,
  Bottle: bottle,
  Play: play,
  // encode_cookie of its remember-me.
  'Flask-Login': (value) => hexBehind('|', 'Flask-Login', value),
  Mojolicious: (value, name) => hexBehind('--', 'Mojolicious', value, PLAIN, name),
};

/** What a framework signed with a secret, and how; `name`: of the cookie. */
export function frameworkSignature(value: string, name: string): Signature | undefined {
  const issuer = signerOf(value);
  if (issuer === undefined || !Object.hasOwn(READERS, issuer)) return undefined;
  return READERS[issuer]?.(value, name);
}

/** The signature of a value that does not say by its shape alone that it is signed. */
export function plainSignature(value: string): Signature | undefined {
  return unmarked(value);
}

/** Keygrip (cookie-session, Koa): `name.sig` is an HMAC of `name=value`. */
export function keygripSignature(name: string, value: string, sig: string): Signature | undefined {
  return signature('Keygrip', `${name}=${value}`, decodeBase64(sig));
}

/**
 * itsdangerous `Signer.derive_key`: Flask's session, then the salts that others leave as they are.
 * What React Router signs looks the same, and takes the secret as it is.
 */
const ITS_DANGEROUS: readonly KeyFrom[] = [
  { kind: 'hmac', text: 'cookie-session' },
  ...['itsdangerous', 'itsdangerous.Signer', 'wtf-csrf-token'].map((salt): KeyFrom => ({
    kind: 'digest',
    before: `${salt}signer`,
  })),
  ...PLAIN,
];

/**
 * `salted_hmac` of django.utils.crypto, with the salts of django.core.signing and of what uses it.
 */
function djangoKeys(name: string): KeyFrom[] {
  const own = [
    'django.contrib.sessions.backends.signed_cookies',
    'django.core.signing',
    'django.core.signing.TimestampSigner',
    'django.core.signing.Signer',
  ].map((salt) => `${salt}signer`);
  // `get_cookie_signer` puts a word of its own in front of the secret.
  const cookies = ['django.contrib.messages', name].map(
    (salt) => `${salt}signerdjango.http.cookies`,
  );
  return [...own, ...cookies].map((before) => ({ kind: 'digest', before }));
}

/**
 * Rack's own cookies take the secret as it is; Rails derives a key (ActiveSupport::KeyGenerator,
 * with SHA-256 since 7.0), another one for what it has encrypted (AES-CBC, before 5.2).
 */
function railsKeys(value: string): KeyFrom[] {
  const data = decodeBase64Text(value.split('--', 1)[0] ?? '') ?? '';
  const isEncrypted = /^[A-Za-z0-9+/]+={0,2}--[A-Za-z0-9+/]+={0,2}$/.test(data);
  const salt = isEncrypted ? 'signed encrypted cookie' : 'signed cookie';
  const derived = (['SHA-1', 'SHA-256'] as const).map((hash): KeyFrom => ({
    kind: 'pbkdf2',
    hash,
    salt,
    iterations: 1000,
    bytes: 64,
  }));
  return [...PLAIN, ...derived];
}

function base64Behind(
  mark: string,
  scheme: string,
  value: string,
  keys = PLAIN,
): Signature | undefined {
  const at = value.lastIndexOf(mark);
  return signature(scheme, value.slice(0, at), decodeBase64(value.slice(at + 1)), keys);
}

function hexBehind(
  mark: string,
  scheme: string,
  value: string,
  keys = PLAIN,
  name?: string,
): Signature | undefined {
  const at = value.lastIndexOf(mark);
  const signed = (name === undefined ? '' : `${name}=`) + value.slice(0, at);
  return signature(scheme, signed, bytesOf(value.slice(at + mark.length)), keys);
}

/** Illuminate\Encryption\Encrypter: HMAC-SHA256 of IV and value; with AES-GCM there is none. */
function laravel(value: string): Signature | undefined {
  const {
    iv,
    value: sealed,
    mac,
  } = parseJson(decodeBase64Text(value) ?? '') as Record<string, unknown>;
  if (typeof mac !== 'string') return undefined;
  return signature('Laravel', `${iv}${sealed}`, bytesOf(mac), [{ kind: 'base64-secret' }]);
}

/** hapi's iron: PBKDF2 with one round, and a salt that stands in the value. */
function iron(scheme: string, value: string): Signature | undefined {
  const parts = value.split('*');
  const [salt = '', mac = ''] = parts.slice(-2);
  return signature(scheme, parts.slice(0, -2).join('*'), decodeBase64(mac), [
    { kind: 'pbkdf2', hash: 'SHA-1', salt, iterations: 1, bytes: 32 },
  ]);
}

/** `_create_signature_v2`: everything in front of it, with the last bar. */
function tornado(value: string): Signature | undefined {
  return signature('Tornado', value.slice(0, -64), bytesOf(value.slice(-64)));
}

/** securecookie: name, time and value between bars; the value in the cookie has no name. */
function gorilla(value: string, name: string): Signature | undefined {
  const bytes = decodeBase64(value);
  const end = bytes?.indexOf(0x7c, 11) ?? -1;
  if (!bytes || end < 0) return undefined;
  const text = `${name}|${latin1(bytes.subarray(0, end))}`;
  return signature('Gorilla', text, bytes.subarray(end + 1));
}

/** Since 0.13; what it signed with MD5 before is left alone. */
function bottle(value: string): Signature | undefined {
  const [mac = '', text = ''] = value.slice(1).split('?', 2);
  return signature('Bottle', text, decodeBase64(mac));
}

function play(value: string): Signature | undefined {
  return signature('Play', value.slice(41), bytesOf(value.slice(0, 40)));
}

/** @fastify/cookie and React Router sign as Express does, and say nothing in front. */
function unmarked(value: string): Signature | undefined {
  return /^[\w+/-]{16,4096}={0,2}\.[A-Za-z0-9+/]{43}$/.test(value)
    ? base64Behind('.', 'HMAC-SHA256', value)
    : undefined;
}
