import { randomBytes, randomUUID } from 'node:crypto';
import { decodeJwt, jwtVerify, SignJWT, UnsecuredJWT } from 'jose';
import { DEMO_USER } from '../demo-user.js';

/** What `POST /api/token` answers. */
export interface TokenSet {
  access_token: string;
  refresh_token: string;
  id_token: string;
  token_type: 'Bearer';
  expires_in: number;
}

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;
// The secret is strong: a weak one is not among the seeded weaknesses.
const secret = randomBytes(32);

/** Mints the three tokens of one session. */
export async function mintTokens(issuer: string): Promise<TokenSet> {
  const iat = Math.floor(Date.now() / 1000);
  const common = { iss: issuer, sub: DEMO_USER.name, iat };
  const access = { ...common, aud: `${issuer}/api`, scope: 'profile orders', exp: iat + YEAR };
  // Seeded: no `exp`, so this one is good for ever.
  const refresh = { ...common, aud: issuer, typ: 'Refresh', scope: 'profile orders' };
  const id = { ...common, aud: 'web', typ: 'ID', name: DEMO_USER.fullName, exp: iat + HOUR };
  return {
    access_token: await sign({ ...access, jti: randomUUID() }, 'at+jwt'),
    refresh_token: await sign({ ...refresh, jti: randomUUID() }, 'JWT'),
    id_token: await sign(id, 'JWT'),
    token_type: 'Bearer',
    expires_in: YEAR,
  };
}

/** True for a token that this shop signed and that has not ended. */
export async function isOurs(token: string): Promise<boolean> {
  return jwtVerify(token, secret, { algorithms: ['HS256'] }).then(
    () => true,
    () => false,
  );
}

/** Seeded: an access token of an older system, unsigned, that ended in 2024. */
export function legacyToken(issuer: string): string {
  const issued = Date.UTC(2024, 0, 1) / 1000;
  return new UnsecuredJWT({ scope: 'loyalty:read' })
    .setIssuer(issuer)
    .setSubject(DEMO_USER.name)
    .setAudience(`${issuer}/legacy`)
    .setIssuedAt(issued)
    .setExpirationTime(issued + HOUR)
    .encode();
}

/** Whose legacy token it is. Seeded: asks neither who made it nor when it ended. */
export function legacySubject(token: string): string | undefined {
  try {
    return decodeJwt(token).sub;
  } catch {
    return undefined;
  }
}

function sign(claims: Record<string, unknown>, typ: string): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ }).sign(secret);
}
