import { randomUUID } from 'node:crypto';
import { generateKeyPair, jwtVerify, SignJWT } from 'jose';

export const ACCESS_SECONDS = 300;
const ALGORITHM = 'ES256';

/** Makes and checks access tokens (RFC 9068) of one issuer. */
export interface AccessTokens {
  mint(subject: string): Promise<string>;
  /** Subject of a token that is whole, ours, for our API and not ended. */
  subjectOf(token: string): Promise<string | undefined>;
}

/** The key pair is made here and never leaves. */
export async function accessTokens(issuer: string): Promise<AccessTokens> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM);
  const audience = `${issuer}/api`;
  const expected = { issuer, audience, typ: 'at+jwt', algorithms: [ALGORITHM] };
  return {
    mint: (subject) =>
      new SignJWT({ scope: 'profile orders', client_id: 'web' })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(subject)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${ACCESS_SECONDS}s`)
        .sign(privateKey),
    subjectOf: (token) =>
      jwtVerify(token, publicKey, expected).then(
        ({ payload }) => payload.sub,
        () => undefined,
      ),
  };
}
