import type { Credential, Severity } from '../../model.js';
import { text } from '../../text.js';
import { logsIn } from '../../role-table.js';
import type { CredentialRule } from '../rule.js';
import { tellName, tellValue } from '../../values/redact.js';

export const jwtAlgNone: CredentialRule = {
  id: 'jwt-alg-none',
  subject: 'credential',
  severity: byAuthority,
  grading:
    'Critical where the token logs somebody in or is an API key; high for an ID token and wherever the role is ' +
    'unclear; low for preferences, consent, tracking and load balancing.',
  title: 'A JWT says that it is not signed',
  why:
    'With "alg": "none" there is no signature, so whoever holds the token can change its claims: another user ' +
    'id, an administrator role, a later expiry. A server that issues such tokens most likely accepts forged ' +
    'ones. Some libraries that refuse "none" have let "None" or "nOnE" pass.',
  fix:
    'Sign the token, and accept only the algorithm that you sign with:\n\n' +
    "    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256' })\n" +
    "      .setIssuedAt().setExpirationTime('5m').sign(privateKey);\n" +
    "    await jwtVerify(token, publicKey, { algorithms: ['ES256'], issuer, audience });",
  breaks:
    'Unsigned tokens that are still in use are refused, so their users log in again. All ' +
    'services that verify the token need the public key before the switch.',
  references: [
    'CWE-347',
    'OWASP ASVS 5.0 V9.1.1',
    'OWASP ASVS 5.0 V9.1.2',
    'RFC 8725 §3.2',
    'RFC 7519 §6',
  ],
  strength: 'Every JWT names an algorithm that it is signed with.',
  check({ jwt, name }) {
    if (!jwt) return 'does-not-apply';
    const alg = jwt.header['alg'];
    if (typeof alg !== 'string' || alg.toLowerCase() !== 'none') return [];
    return [
      {
        text: text(
          'evidence_jwt_alg_none',
          'The header of the JWT in {name} says "alg": "{alg}".',
          { name: tellName(name), alg: tellValue(alg) },
        ),
      },
    ];
  },
};

function byAuthority(credential: Credential): Severity {
  switch (credential.role) {
    // OpenID Connect Core §2 allows it for an ID token that came straight from the token endpoint.
    case 'id-token':
      return 'high';
    case 'api-key':
      return 'critical';
    case 'preference':
    case 'consent':
    case 'tracking':
    case 'load-balancer':
      return 'low';
    default:
      return logsIn(credential) ? 'critical' : 'high';
  }
}
