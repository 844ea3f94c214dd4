import { randomBytes } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

const SECRET = randomBytes(32);

/** What a token endpoint gives a guest: no one's account, and no way to renew it. */
export async function guestToken(anonymousId: string): Promise<object> {
  const scope = `view_published_products:voyages anonymous_id:${anonymousId}`;
  const token = new SignJWT({ anonymous_id: anonymousId, scope })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('https://graph.voyages.test')
    .setAudience('voyages')
    .setIssuedAt()
    .setExpirationTime('2h');
  return {
    access_token: await token.sign(SECRET),
    token_type: 'Bearer',
    expires_in: 7200,
    scope,
  };
}

export async function isGuest(authorization = ''): Promise<boolean> {
  const verified = jwtVerify(authorization.replace('Bearer ', ''), SECRET);
  return verified.then(
    () => true,
    () => false,
  );
}
