import type { Credential, Severity } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { compareSeverity } from '../../severity.js';
import type { CredentialRule } from '../rule.js';
import { type KeyRemark, keyRemarks } from './key-parameters.js';

/**
 * Proofs of possession, whose header has to bring a key along: RFC 9449 §4.2, OpenID4VCI, SD-JWT.
 */
const PROOF = /^(?:application\/)?(?:dpop|openid4vci-proof|kb|oauth-client-attestation-pop)\+jwt$/i;

export const jwtKeyInHeader: CredentialRule = {
  id: 'jwt-key-in-header',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES, formats: ['jwt'] },
  severity: worst,
  grading:
    'High where a private key lies in it; medium for a public one, for the address of a key away ' +
    'from its issuer or over plain http, and for a kid with the marks of an injection; low for a ' +
    'certificate and for a kid that is a path or an address; info for an address at ' +
    'the issuer’s own.',
  title: 'A JWT says itself by which key it is to be verified',
  why:
    'The header is written by whoever made the token. A server that takes the key from there, or ' +
    'fetches it from the address given, accepts any token that an attacker signed with a key of ' +
    'his own; a kid that is used as a path or in a query opens files and tables.',
  fix:
    'Keep the keys, or the one address that has them, in the configuration, and take from the ' +
    'header a kid alone, to look it up among them:\n\n' +
    '    const keys = createRemoteJWKSet(' +
    "new URL('https://login.example.com/.well-known/jwks.json'));\n" +
    "    await jwtVerify(token, keys, { algorithms: ['ES256'], issuer, audience });\n\n" +
    'Then leave jku, x5u, jwk and x5c out, and let kid be a short random name.',
  breaks:
    'Services that find their keys by the header: give them the address first. When kid changes ' +
    'its form, publish the old and the new one side by side until the last old token has ended.',
  references: [
    'CWE-347',
    'CWE-918',
    'OWASP ASVS 5.0 V9.1.3',
    'OWASP WSTG-SESS-10',
    'RFC 8725 §3.10',
    'RFC 7515 §4.1.2',
  ],
  check(credential) {
    if (!credential.jwt || isProof(credential)) return 'does-not-apply';
    return remarksOf(credential).map(({ said }) => ({ text: said }));
  },
};

function isProof({ jwt }: Credential): boolean {
  const typ = jwt?.header['typ'];
  return typeof typ === 'string' && PROOF.test(typ);
}

function remarksOf({ jwt, site }: Credential): KeyRemark[] {
  return jwt ? keyRemarks(jwt, site) : [];
}

function worst(credential: Credential): Severity {
  const [first = 'info'] = remarksOf(credential)
    .map(({ severity }) => severity)
    .sort(compareSeverity);
  return first;
}
