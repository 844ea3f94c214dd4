import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { createRequire } from 'node:module';
import { b64, b64u } from './base64.js';

// Values as each framework signs them with a secret, by its own algorithm.

const require = createRequire(import.meta.url);
const cookieSignature = require('cookie-signature') as {
  sign(value: string, secret: string): string;
};
const Keygrip = require('keygrip') as new (keys: string[]) => { sign(data: string): string };

/** JSON that stands for a session. */
const SESSION = JSON.stringify({ user_id: 42, role: 'customer' });
/** 2026-01-01, as itsdangerous and Django write it. */
const SECONDS = Date.UTC(2026, 0, 1) / 1000;
const TIME = Buffer.from(SECONDS.toString(16).padStart(8, '0'), 'hex').toString('base64url');
const DJANGO_TIME = base62(SECONDS);

type Digest = 'sha1' | 'sha256' | 'sha512';

const hmac = (hash: Digest, key: string | Buffer, text: string | Buffer): Buffer =>
  createHmac(hash, key).update(text).digest();

/** A signed value: what it stands in, and what signed it. */
export interface SignedValue {
  value: string;
  /** Of the cookie. */
  name?: string;
  /** That of `name.sig`. */
  sig?: string;
}

/** By what it shows: how the value is made from a secret. */
export const SIGNERS: Readonly<Record<string, (secret: string) => SignedValue>> = {
  'express-session': (secret) => ({
    value: `s:${cookieSignature.sign('kR7mW2xQ9vT4bN8z', secret)}`,
  }),
  'express-session, percent-encoded': (secret) => ({
    value: encodeURIComponent(`s:${cookieSignature.sign('kR7mW2xQ9vT4bN8z', secret)}`),
  }),
  '@fastify/cookie': (secret) => ({
    value: `kR7mW2xQ9vT4bN8zkR7mW2xQ9vT4bN8z.${b64(hmac('sha256', secret, 'kR7mW2xQ9vT4bN8zkR7mW2xQ9vT4bN8z')).replace(/=+$/, '')}`,
  }),
  'React Router': (secret) => ({ value: cookieSignature.sign(b64(SESSION), secret) }),
  'better-auth': (secret) => ({
    value: `kR7mW2xQ9vT4bN8zkR7mW2xQ9vT4bN8z.${b64(hmac('sha256', secret, 'kR7mW2xQ9vT4bN8zkR7mW2xQ9vT4bN8z'))}`,
  }),
  'cookie-session': (secret) => ({
    name: 'session',
    value: b64(SESSION),
    sig: new Keygrip([secret]).sign(`session=${b64(SESSION)}`),
  }),
  'Flask session': (secret) =>
    dangerous(`${b64u(SESSION)}.${TIME}`, hmac('sha1', secret, 'cookie-session')),
  'Starlette session': (secret) =>
    dangerous(`${b64(SESSION)}.${TIME}`, concatenated('sha1', 'itsdangerous.Signer', secret)),
  'itsdangerous serializer': (secret) =>
    dangerous(b64u(SESSION), concatenated('sha1', 'itsdangerous', secret)),
  'Flask-WTF': (secret) =>
    dangerous(`${b64u('"a1b2c3d4e5"')}.${TIME}`, concatenated('sha1', 'wtf-csrf-token', secret)),
  'Flask-Login': (secret) => ({ value: `42|${hmac('sha512', secret, '42').toString('hex')}` }),
  Mojolicious: (secret) => {
    const data = b64(`${SESSION}ZZZZ`).replaceAll('=', '-');
    const mac = hmac('sha256', secret, `mojolicious=${data}`).toString('hex');
    return { name: 'mojolicious', value: `${data}--${mac}` };
  },
  'Django session': (secret) =>
    django('sha256', `${b64u(SESSION)}:${DJANGO_TIME}`, SIGNED_COOKIES, secret),
  'Django session, SHA-1': (secret) =>
    django('sha1', `${b64u(SESSION)}:${DJANGO_TIME}`, SIGNED_COOKIES, secret),
  'Django dumps': (secret) =>
    django('sha256', `${b64u(SESSION)}:${DJANGO_TIME}`, 'django.core.signing', secret),
  'Django messages': (secret) =>
    django(
      'sha256',
      `${b64u(SESSION)}:${DJANGO_TIME}`,
      'django.contrib.messages',
      `django.http.cookies${secret}`,
    ),
  'Django set_signed_cookie': (secret) => ({
    name: 'remember',
    ...django('sha256', `ada:${DJANGO_TIME}`, 'remember', `django.http.cookies${secret}`),
  }),
  'Rack session': (secret) => rails(b64(SESSION), secret, 'sha1'),
  'Rails signed cookie': (secret) =>
    rails(b64(SESSION), pbkdf2Sync(secret, 'signed cookie', 1000, 64, 'sha1'), 'sha1'),
  'Rails 7 signed cookie': (secret) =>
    rails(b64(SESSION), pbkdf2Sync(secret, 'signed cookie', 1000, 64, 'sha256'), 'sha1'),
  'Rails 4 session': (secret) =>
    rails(
      b64(`${b64(Buffer.alloc(64, 7))}--${b64(Buffer.alloc(16, 9))}`),
      pbkdf2Sync(secret, 'signed encrypted cookie', 1000, 64, 'sha1'),
      'sha1',
    ),
  'Rails signed cookie with SHA-256': (secret) =>
    rails(b64(SESSION), pbkdf2Sync(secret, 'signed cookie', 1000, 64, 'sha256'), 'sha256'),
  'Laravel with a plain key': (secret) => laravel(Buffer.from(secret)),
  'iron-session': (secret) => ({ value: `${iron(secret)}~2` }),
  'hapi iron': (secret) => ({ value: iron(secret) }),
  Tornado: (secret) => {
    const data = b64('ada');
    const text = `2|1:0|10:${SECONDS}|4:user|${data.length}:${data}|`;
    return { name: 'user', value: text + hmac('sha256', secret, text).toString('hex') };
  },
  Gorilla: (secret) => {
    const text = `${SECONDS}|${b64u(Buffer.alloc(40, 5))}`;
    const mac = hmac('sha256', secret, `session-name|${text}`);
    const value = b64u(Buffer.concat([Buffer.from(`${text}|`), mac]));
    return { name: 'session-name', value };
  },
  Bottle: (secret) => ({
    value: `!${b64(hmac('sha256', secret, b64(SESSION)))}?${b64(SESSION)}`,
  }),
  Play: (secret) => ({
    value: `${hmac('sha1', secret, 'user=ada&id=4').toString('hex')}-user=ada&id=4`,
  }),
};

const SIGNED_COOKIES = 'django.contrib.sessions.backends.signed_cookies';

/** Illuminate's Encrypter under a key of so many bytes. */
export function laravel(key: Buffer): SignedValue {
  const [iv, value] = [b64(Buffer.alloc(16, 3)), b64(Buffer.alloc(64, 4))];
  const mac = hmac('sha256', key, iv + value).toString('hex');
  return { value: b64(JSON.stringify({ iv, value, mac, tag: '' })) };
}

/** itsdangerous `django-concat`. */
function concatenated(hash: Digest, salt: string, secret: string): Buffer {
  return createHash(hash).update(`${salt}signer${secret}`).digest();
}

function dangerous(text: string, key: Buffer): SignedValue {
  return { value: `${text}.${b64u(hmac('sha1', key, text))}` };
}

function django(hash: Digest, text: string, salt: string, secret: string): SignedValue {
  const key = createHash(hash).update(`${salt}signer${secret}`).digest();
  return { value: `${text}:${b64u(hmac(hash, key, text))}` };
}

function rails(data: string, key: string | Buffer, hash: Digest): SignedValue {
  return { value: `${data}--${hmac(hash, key, data).toString('hex')}` };
}

/** @hapi/iron: `Fe26.2` with PBKDF2 of one round. */
function iron(secret: string): string {
  const [salt, macSalt] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)].map((b) => b.toString('hex'));
  const text = `Fe26.2*1*${salt}*${b64u(Buffer.alloc(16, 3))}*${b64u(Buffer.alloc(64, 4))}*`;
  const key = pbkdf2Sync(secret, macSalt!, 1, 32, 'sha1');
  return `${text}*${macSalt}*${b64u(hmac('sha256', key, text))}`;
}

function base62(value: number): string {
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  return value === 0 ? '' : base62(Math.floor(value / 62)) + digits[value % 62];
}
