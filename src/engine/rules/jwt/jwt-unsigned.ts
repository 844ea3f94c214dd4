import type { Known } from '../../known.js';
import { text } from '../../text.js';
import { tellName, tellValue } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { AUTHORITY_GRADING, byAuthority } from './forgeable.js';
import { isRequestObject, saysNone } from './jwt-parts.js';

export const jwtUnsigned: CredentialRule = {
  id: 'jwt-unsigned',
  subject: 'credential',
  applies: { formats: ['jwt'] },
  severity: byAuthority,
  grading: AUTHORITY_GRADING,
  title: 'A JWT has lost its signature',
  why:
    'Its header names an algorithm, but the third part, where the signature belongs, is empty. ' +
    'Anybody can write such a token with claims of their own. A server that takes it decodes ' +
    'tokens without verifying them.',
  fix:
    'Sign every token that leaves the server, and verify instead of decoding:\n\n' +
    "    await jwtVerify(token, key, { algorithms: ['ES256'], issuer, audience });\n\n" +
    'Look for a function named decode on the way of the token: it reads the claims, ' +
    'whoever wrote them.',
  breaks:
    'Tokens without a signature are refused, so their users log in again. If a proxy or a tool ' +
    'for recordings cut the signature off, the token is sound: compare it with the one in the ' +
    'browser first.',
  references: [
    'CWE-347',
    'CWE-345',
    'OWASP ASVS 5.0 V9.1.1',
    'OWASP WSTG-SESS-10',
    'RFC 8725 §3.3',
    'RFC 7515 §5.2',
    'RFC 9068 §2.1',
  ],
  yieldsTo: ['jwt-alg-none'],
  check(credential, known) {
    const { jwt, name } = credential;
    if (!jwt || saysNone(jwt) || isRequestObject(credential)) return 'does-not-apply';
    if (!jwt.unsigned) return [];
    if (isCutEverywhere(known)) return 'unknown';
    return [
      {
        text: text(
          'evidence_jwt_unsigned',
          'The JWT in {name} says "alg": "{alg}", and has no signature.',
          { name: tellName(name), alg: tellValue(jwt.header['alg']) },
        ),
      },
    ];
  },
};

/** Several tokens, and not one with a signature: tools that clean recordings cut them off. */
function isCutEverywhere({ credentials }: Known): boolean {
  const tokens = credentials.flatMap(({ jwt }) => (jwt && !saysNone(jwt) ? [jwt] : []));
  return tokens.length > 1 && tokens.every(({ unsigned }) => unsigned);
}
