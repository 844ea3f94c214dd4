import type { Credential, Severity } from '../../model.js';
import { compareSeverity } from '../../severity.js';
import { type Text, text } from '../../text.js';
import { tellList, tellName } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { type SensitiveKind, sensitiveClaims } from './sensitive-claims.js';

/** What each kind is called in evidence. */
const SAID: Readonly<Record<SensitiveKind, Text>> = {
  password: text(
    'evidence_jwt_claim_password',
    'A password, or the hash of one, stands in the claims {claims}.',
  ),
  secret: text(
    'evidence_jwt_claim_secret',
    'A key or a token that opens something else stands in the claims {claims}.',
  ),
  'national-id': text(
    'evidence_jwt_claim_national_id',
    'The number of an official document stands in the claims {claims}.',
  ),
  payment: text('evidence_jwt_claim_payment', 'A means of payment stands in the claims {claims}.'),
  'special-category': text(
    'evidence_jwt_claim_special_category',
    'Health, belief or the like stands in the claims {claims}.',
  ),
  address: text(
    'evidence_jwt_claim_address',
    'A full postal address stands in the claims {claims}.',
  ),
};

const SHOWN = 5;

export const jwtSensitiveClaims: CredentialRule = {
  id: 'jwt-sensitive-claims',
  subject: 'credential',
  applies: { formats: ['jwt'] },
  severity: worst,
  grading:
    'High for passwords and their hashes, for keys and tokens that open something else, and for ' +
    'the code of a card; medium for numbers of official documents, means of payment, health and ' +
    'belief; low for a full postal address. Name, e-mail and roles of the user are no finding.',
  title: 'A JWT tells secrets to everyone who holds it',
  why:
    'A signed token is not encrypted: its claims are base64 that anybody reads who finds it in a ' +
    'log, in a storage, in browser tools. It is sent with every request, so what stands in it is ' +
    'copied to every place that requests pass.',
  fix:
    'Put the user’s id into the token and nothing that the API can look up by it:\n\n' +
    '    const claims = { sub: user.id, scope };\n' +
    "    const token = await new SignJWT(claims).setProtectedHeader({ alg: 'ES256' })\n" +
    '      .setIssuedAt().setExpirationTime(lifetime).sign(key);\n\n' +
    'What was told counts as known: change passwords and keys that stood in tokens.',
  breaks:
    'Clients and services that read these claims. Search them for the names of the evidence, and ' +
    'let them ask the API for it (OpenID Connect has the UserInfo endpoint for that).',
  references: [
    'CWE-522',
    'CWE-312',
    'OWASP ASVS 5.0 V14.2.6',
    'OWASP WSTG-SESS-10',
    'RFC 7519 §12',
    'OpenID Connect Core §5.4',
    'OWASP ASVS 5.0 V14.3.3',
  ],
  strength: 'The JWTs tell no more of the user than who it is.',
  check({ jwt }) {
    if (!jwt) return 'does-not-apply';
    const found = sensitiveClaims(jwt.claims);
    return [...new Set(found.map(({ kind }) => kind))].map((kind) => {
      const pointers = found.filter((one) => one.kind === kind).map(({ pointer }) => pointer);
      const names = pointers.map((pointer) => tellName(pointer.slice(1), 80));
      return { text: { ...SAID[kind], values: { claims: tellList(names, SHOWN) } } };
    });
  },
};

function worst({ jwt }: Credential): Severity {
  const [first = 'info'] = sensitiveClaims(jwt?.claims ?? {})
    .map(({ severity }) => severity)
    .sort(compareSeverity);
  return first;
}
