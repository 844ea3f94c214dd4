import type { DecodedJwt } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellName } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';

/** Header parameters of RFC 7515 §4.1 and RFC 7516 §4.1, which crit must not name. */
const STANDARD: ReadonlySet<unknown> = new Set(
  'alg enc zip jku jwk kid x5u x5c x5t x5t#S256 typ cty crit'.split(' '),
);

export const jwtCritInvalid: CredentialRule = {
  id: 'jwt-crit-invalid',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES, formats: ['jwt'] },
  severity: 'low',
  title: 'A JWT with an invalid crit is in use',
  why:
    'By crit a token lists what a verifier has to understand or else refuse it. This list is one ' +
    'that every verifier has to refuse. If the token works, its verifier does not look at crit, ' +
    'and passes tokens whose restrictions it does not know.',
  fix:
    'Name in crit what stands in the header and is an extension, or leave crit out, which is ' +
    'right nearly always:\n\n' +
    "    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid })\n\n" +
    'Verify with a library that refuses tokens whose crit it does not know.',
  breaks:
    'A stricter library refuses the tokens that were issued so far: change the issuer first, and ' +
    'wait until the last of them has ended.',
  references: ['CWE-347', 'OWASP ASVS 5.0 V9.1.1', 'RFC 7515 §4.1.11', 'RFC 8725 §3.3'],
  check({ jwt, name, sightings }) {
    const isUsed = sightings.some(({ direction }) => direction === 'sent');
    if (!jwt || jwt.header['crit'] === undefined || !isUsed) return 'does-not-apply';
    if (isValid(jwt)) return [];
    const said = text(
      'evidence_jwt_crit_invalid',
      'The crit of the JWT in {name} is empty or no list, or names what is standard or not ' +
        'in its header.',
      { name: tellName(name) },
    );
    return [{ text: said }];
  },
};

/** RFC 7515 §4.1.11. */
function isValid({ header }: DecodedJwt): boolean {
  const { crit } = header;
  return (
    Array.isArray(crit) &&
    crit.length > 0 &&
    new Set(crit).size === crit.length &&
    crit.every((one) => typeof one === 'string' && !STANDARD.has(one) && Object.hasOwn(header, one))
  );
}
