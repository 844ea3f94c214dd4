import { deflateSync } from 'node:zlib';
import { anySession } from './any-user.js';
import { b64, b64u } from './base64.js';
import { BASE62, type Seeded } from './seeded.js';

const seconds = (random: Seeded) => 1_600_000_000 + random.below(200_000_000);

function base62Of(value: number): string {
  return value === 0 ? '' : base62Of(Math.floor(value / 62)) + BASE62[value % 62];
}

function timeBytes(random: Seeded): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(seconds(random));
  return bytes;
}

/** Values as each framework signs or encrypts them, by the issuer that is to be recognised. */
export const SIGNED_BUILDERS: Readonly<Record<string, (random: Seeded) => string>> = {
  Fernet: fernet,
  'Fastify secure session': (r) => `${b64(r.bytes(24 + r.below(200)))};${b64(r.bytes(24))}`,
  HMAC: (r) =>
    r.pick([
      () => b64(JSON.stringify({ sid: r.base62(20), sign: r.bytes(32).toString('hex') })),
      () => `42:${seconds(r)}:${r.bytes(32).toString('hex')}`,
      () => `ada|${seconds(r)}000|${r.bytes(20).toString('hex')}`,
      () => `ada@shop.test|editor|${seconds(r)}|${b64u(r.bytes(32))}`,
      () => b64(`App\\User:YWRh:${seconds(r)}:${r.bytes(32).toString('hex')}`),
    ])(),
  Mojolicious: (r) => {
    const held = JSON.stringify({ user: r.base62(8 + r.below(9)), expires: Number(seconds(r)) });
    const padded = b64(held + r.pick(['', 'Z'.repeat(40 + r.below(9))])).replaceAll('=', '-');
    return `${padded}--${r.bytes(32).toString('hex')}`;
  },
  'Flask-Login': (r) => `${1 + r.below(9999)}|${r.bytes(64).toString('hex')}`,
  Symfony: (r) =>
    r.pick([
      () => `App.Entity.User:YWRhQHNob3AudGVzdA~~:${seconds(r)}:${b64u(r.bytes(32))}~`,
      () => `Core.User:YWRh:${seconds(r)}:${b64u(r.bytes(32))}~${b64u(r.bytes(32))}~`,
    ])(),
  Pyramid: (r) => {
    const held = JSON.stringify([Number(seconds(r)), Number(seconds(r)) + 0.5, { user: 'ada' }]);
    return b64u(Buffer.concat([r.bytes(r.pick([20, 32, 64])), Buffer.from(held)]));
  },
  'HMAC-SHA256': (r) => `${r.base62(32)}.${b64(r.bytes(32))}`,
  'iron-session': (r) => `${iron(r)}~2`,
  'hapi iron': iron,
  'ASP.NET Core': (r) =>
    b64u(Buffer.concat([Buffer.from('09f0c9f0', 'hex'), r.bytes(16 + 16 + 32 + r.below(200))])),
  Laravel: (r) =>
    b64(
      JSON.stringify({
        iv: b64(r.bytes(16)),
        value: b64(r.bytes(64)),
        mac: r.bytes(32).toString('hex'),
        tag: '',
      }),
    ),
  Express: (r) => `s:${r.base62(32)}.${b64(r.bytes(32)).replace(/=+$/, '')}`,
  Rails: (r) =>
    r.pick([
      () => `${b64(anySession(r))}--${r.bytes(20).toString('hex')}`,
      () => `${b64(anySession(r))}--${r.bytes(32).toString('hex')}`,
      () => `${b64(r.bytes(90))}--${b64(r.bytes(12))}--${b64(r.bytes(16))}`,
    ])(),
  Phoenix: (r) =>
    r.pick([
      () => `${b64u('HS256')}.${b64u(r.bytes(60))}.${b64u(r.bytes(32))}`,
      () => ['A128GCM', r.bytes(32), r.bytes(12), r.bytes(60), r.bytes(16)].map(b64u).join('.'),
    ])(),
  Django: (r) =>
    r.pick([
      () => `${b64u(anySession(r))}:${base62Of(seconds(r))}:${b64u(r.bytes(32))}`,
      () => `.${b64u(deflateSync(anySession(r)))}:${base62Of(seconds(r))}:${b64u(r.bytes(32))}`,
      () => `${r.base62(10)}:${base62Of(seconds(r))}:${b64u(r.bytes(20))}`,
    ])(),
  Flask: (r) =>
    r.pick([
      () => `${b64u(anySession(r))}.${b64u(timeBytes(r))}.${b64u(r.bytes(20))}`,
      () => `.${b64u(deflateSync(anySession(r)))}.${b64u(timeBytes(r))}.${b64u(r.bytes(20))}`,
      () => `${b64u(anySession(r))}.${b64u(r.bytes(64))}`,
    ])(),
  Tornado: (r) => {
    const value = b64(r.base62(12));
    return `2|1:0|10:${seconds(r)}|4:user|${value.length}:${value}|${r.bytes(32).toString('hex')}`;
  },
  WordPress: (r) => `admin|${seconds(r)}|${r.base62(43)}|${r.bytes(32).toString('hex')}`,
  Gorilla: (r) =>
    b64u(Buffer.concat([Buffer.from(`${seconds(r)}|${b64u(r.bytes(40))}|`), r.bytes(32)])),
  'oauth2-proxy': (r) => `${b64u(r.bytes(60))}|${seconds(r)}|${b64u(r.bytes(32))}`,
  'Spring Security': (r) => b64(`ada:${seconds(r)}000:${r.bytes(16).toString('hex')}`),
  Play: (r) => `${r.bytes(20).toString('hex')}-user=ada&csrfToken=${r.base62(20)}`,
  AuthTkt: (r) => {
    const digest = r.pick([16, 32, 64]);
    const head = r.bytes(digest).toString('hex') + seconds(r).toString(16);
    return r.pick([
      () => `${head}ada!`,
      () => `${head}ada!editors,staff!ada@shop.test`,
      () => `${head}YWRh!userid_type:b64str`,
      () => b64(`${head}ada!1790000000:10.0.0.7`),
      () => b64(`${head}7!editors!`),
    ])();
  },
  Bottle: (r) => `!${b64(r.bytes(32))}?${b64(anySession(r))}`,
};

function iron(random: Seeded): string {
  const salt = () => random.bytes(32).toString('hex');
  return `Fe26.2*1*${salt()}*${b64u(random.bytes(16))}*${b64u(random.bytes(64))}*${random.pick(['', `${seconds(random)}000`])}*${salt()}*${b64u(random.bytes(32))}`;
}

export function fernet(random: Seeded): string {
  const time = Buffer.alloc(8);
  time.writeUInt32BE(1_600_000_000 + random.below(200_000_000), 4);
  return Buffer.concat([
    Buffer.from([0x80]),
    time,
    random.bytes(16 + 16 * (1 + random.below(8)) + 32),
  ])
    .toString('base64url')
    .padEnd(4, '=');
}
