import { text } from '../../text.js';
import type { CredentialRule } from '../rule.js';
import { tellName, tellValue } from '../../values/telling/redact.js';
import { AUTHORITY_GRADING, byAuthority } from './forgeable.js';
import { isRequestObject, saysNone } from './jwt-parts.js';

export const jwtAlgNone: CredentialRule = {
  id: 'jwt-alg-none',
  subject: 'credential',
  severity: byAuthority,
  grading: AUTHORITY_GRADING,
  title: 'A JWT says that it is not signed',
  why:
    'With "alg": "none" there is no signature, so whoever holds the token can change its claims: ' +
    'another user id, an administrator role, a later expiry. A server that issues such tokens ' +
    'most likely accepts forged ones. Some libraries that refuse "none" have let "None" ' +
    'or "nOnE" pass.',
  fix:
    'Sign the token, and accept only the algorithm that you sign with:\n\n' +
    "    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256' })\n" +
    '      .setIssuedAt().setExpirationTime(lifetime).sign(privateKey);\n' +
    "    await jwtVerify(token, publicKey, { algorithms: ['ES256'], issuer, audience });\n\n" +
    'The lifetime is that of its role: minutes for an access token, hours for a JWT that is the ' +
    'session, days for a refresh token.',
  breaks:
    'Unsigned tokens that are still in use are refused, so their users log in again. All ' +
    'services that verify the token need the public key before the switch.',
  references: [
    'CWE-347',
    'OWASP ASVS 5.0 V9.1.1',
    'OWASP ASVS 5.0 V9.1.2',
    'RFC 8725 §3.2',
    'RFC 7519 §6',
    'RFC 9068 §2.1',
    'OWASP WSTG-SESS-10',
  ],
  strength: 'Every JWT names an algorithm that it is signed with.',
  check(credential) {
    const { jwt, name } = credential;
    if (!jwt || isRequestObject(credential)) return 'does-not-apply';
    if (!saysNone(jwt)) return [];
    return [
      {
        text: text(
          'evidence_jwt_alg_none',
          'The header of the JWT in {name} says "alg": "{alg}".',
          { name: tellName(name), alg: tellValue(jwt.header['alg']) },
        ),
      },
    ];
  },
};
