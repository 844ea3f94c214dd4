import { createHmac } from 'node:crypto';
import { anyName } from './any-user.js';
import { b64u } from './base64.js';
import type { Seeded } from './seeded.js';

// Builders of JWS, JWT and JWE, so that no test holds a pasted one.

type Json = Record<string, unknown>;

/** A JWS in compact serialisation of these texts, signed with HMAC-SHA256. */
export function jwsOf(header: string, payload: string, key = 'a key for tests only'): string {
  const signed = `${b64u(header)}.${b64u(payload)}`;
  return `${signed}.${createHmac('sha256', key).update(signed).digest('base64url')}`;
}

/** An ordinary JWT of this header and these claims. */
export function jwtOf(claims: Json, header: Json = { alg: 'HS256', typ: 'JWT' }): string {
  return jwsOf(JSON.stringify(header), JSON.stringify(claims));
}

/** Of the length of HMAC-SHA256, and true of nothing. */
export const SIGNATURE = b64u(Buffer.alloc(32, 7));

const SIGNATURE_BYTES: Readonly<Record<string, number>> = {
  HS256: 32,
  HS512: 64,
  RS256: 256,
  ES256: 64,
  EdDSA: 64,
  PS512: 256,
};

/** A JWT as some issuer in the world would write it: any algorithm, layout, script. */
export function anyJwt(random: Seeded): string {
  const alg = random.pick(Object.keys(SIGNATURE_BYTES));
  const header = {
    ...(random.below(2) ? { typ: random.pick(['JWT', 'at+jwt', 'jwt']) } : {}),
    alg,
    ...(random.below(2) ? { kid: random.base62(8) } : {}),
  };
  const iat = 1_600_000_000 + random.below(200_000_000);
  const claims = {
    sub: random.base62(1 + random.below(20)),
    name: anyName(random),
    iat,
    exp: iat + random.below(100_000),
    ...(random.below(3)
      ? {}
      : { roles: ['admin', anyName(random)], nested: { deep: [1, null, { a: '' }] } }),
  };
  const layout = random.pick([0, 0, 0, 2, '\t']);
  const print = (value: Json) =>
    random.pick(['', '', '', ' ', '\n', '\r\n']) + JSON.stringify(value, null, layout);
  return `${b64u(print(header))}.${b64u(print(claims))}.${b64u(random.bytes(SIGNATURE_BYTES[alg]!))}`;
}

/** A JWE in compact serialisation; with `dir` its second segment is empty. */
export function anyJwe(random: Seeded): string {
  const [alg, keyBytes] = random.pick([
    ['dir', 0],
    ['RSA-OAEP', 256],
    ['A128KW', 24],
    ['ECDH-ES', 0],
  ] as const);
  const header = {
    alg,
    enc: random.pick(['A256GCM', 'A128CBC-HS256']),
    ...(random.below(2) ? { cty: 'JWT' } : {}),
  };
  const [iv, tag] = header.enc === 'A256GCM' ? [12, 16] : [16, 16];
  return [
    JSON.stringify(header),
    random.bytes(keyBytes),
    random.bytes(iv),
    random.bytes(1 + random.below(400)),
    random.bytes(tag),
  ]
    .map(b64u)
    .join('.');
}
