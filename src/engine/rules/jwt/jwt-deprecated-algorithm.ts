import type { Credential, DecodedJwt, Severity } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { type Text, text } from '../../text.js';
import { decodeJweHeader } from '../../values/tokens/jwt.js';
import { tellName, tellValue } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { compactOf } from './jwt-parts.js';

interface Outdated {
  readonly member: 'alg' | 'enc';
  readonly word: RegExp;
  readonly severity: Severity;
  readonly said: Text;
}

/** What the IANA registry of JOSE algorithms prohibits, and what RFC 8725 §3.2 advises against. */
const OUTDATED: readonly Outdated[] = [
  {
    member: 'alg',
    word: /^(?:RS1|HS1|ES1|PS1)$/i,
    severity: 'medium',
    said: text(
      'evidence_jwt_alg_sha1',
      'The JWT in {name} is signed with {alg}, over SHA-1: two texts with one hash can ' +
        'be made for it.',
    ),
  },
  {
    member: 'enc',
    word: /^A(?:128|192|256)(?:CBC|CTR)$/i,
    severity: 'medium',
    said: text(
      'evidence_jwt_enc_unauthenticated',
      'The JWE in {name} is encrypted with {alg}, which notices no change of what it holds.',
    ),
  },
  {
    member: 'alg',
    word: /^RSA1_5$/i,
    severity: 'low',
    said: text(
      'evidence_jwt_alg_rsa1_5',
      'The key of the JWE in {name} is encrypted with {alg}: a server that tells why it cannot ' +
        'decrypt gives the key away bit by bit.',
    ),
  },
];

export const jwtDeprecatedAlgorithm: CredentialRule = {
  id: 'jwt-deprecated-algorithm',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES, formats: ['jwt', 'jwe'] },
  severity: (credential) => outdatedOf(credential)?.severity ?? 'low',
  grading:
    'Medium for signatures over SHA-1 and for encryption that notices no change (plain CBC or ' +
    'CTR); low for RSA1_5, which needs a server that tells its errors apart.',
  title: 'A JWT uses an algorithm that is no longer to be used',
  why:
    'The algorithm in its header is one that the standards have withdrawn or advise against, ' +
    'because tokens made with it can be forged, changed or read with known attacks.',
  fix:
    'Sign with ES256 or EdDSA; encrypt with ECDH-ES or RSA-OAEP-256, and A256GCM:\n\n' +
    "    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid })\n" +
    "    new EncryptJWT(claims).setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })\n\n" +
    'In what verifies or decrypts, list the algorithms that you use, and no others.',
  breaks:
    'Services that know the old algorithm only. Let them take both until the last old token has ' +
    'ended; a new kind of key needs a kid of its own.',
  references: [
    'CWE-327',
    'OWASP ASVS 5.0 V9.1.2',
    'OWASP ASVS 5.0 V11.4.3',
    'RFC 8725 §3.2',
    'RFC 7518 §4.2',
  ],
  check(credential) {
    const header = headerOf(credential);
    if (!header) return 'does-not-apply';
    const outdated = outdatedOf(credential);
    if (!outdated) return [];
    const { said, member } = outdated;
    const values = { name: tellName(credential.name), alg: tellValue(header[member]) };
    return [{ text: { ...said, values } }];
  },
};

function headerOf(credential: Credential): DecodedJwt['header'] | undefined {
  return credential.jwt?.header ?? decodeJweHeader(compactOf(credential));
}

function outdatedOf(credential: Credential): Outdated | undefined {
  const header = headerOf(credential);
  return OUTDATED.find(({ member, word }) => {
    const said = header?.[member];
    return typeof said === 'string' && word.test(said);
  });
}
