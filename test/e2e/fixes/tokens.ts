import { createHmac, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { b64u } from '../../support/base64.js';
import { jwsOf } from '../../support/jose.js';

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** A JWT as it should be made, of these claims and whatever the header has besides. */
export function es256(claims: object | string, header: object = {}): string {
  const said = typeof claims === 'string' ? claims : JSON.stringify(claims);
  const parts =
    `${b64u(JSON.stringify({ alg: 'ES256', typ: 'JWT', kid: 'k1', ...header }))}.` + b64u(said);
  const signature = sign('sha256', Buffer.from(parts), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${parts}.${signature.toString('base64url')}`;
}

export function hs256(claims: object, secret: string): string {
  return jwsOf(JSON.stringify({ alg: 'HS256', typ: 'JWT' }), JSON.stringify(claims), secret);
}

/** Nobody signed it. */
export function unsigned(claims: object, alg = 'none'): string {
  return `${b64u(JSON.stringify({ alg, typ: 'JWT' }))}.${b64u(JSON.stringify(claims))}.`;
}

/** Claims of a session that begins now and lasts so many seconds. */
export function claimsFor(seconds: number, more: object = {}): object {
  const now = Math.floor(Date.now() / 1000);
  return {
    sub: 'ada',
    jti: randomBytes(12).toString('hex'),
    iat: now,
    exp: now + seconds,
    ...more,
  };
}

/** As express-session and cookie-parser write it: `s:id.signature`, encoded. */
export function signedByExpress(secret: string): string {
  const id = randomBytes(24).toString('base64url');
  const signature = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
  return encodeURIComponent(`s:${id}.${signature}`);
}
