import type { Credential } from '../../model.js';
import { text } from '../../text.js';
import { tellList, tellName, tellWord } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';
import { claimsProfile } from './jwt-profile.js';

/** RFC 9068 §2.2; without exp or aud a token is the affair of rules of their own. */
const REQUIRED = ['iss', 'sub', 'client_id', 'iat', 'jti'] as const;

export const jwtProfileIncomplete: CredentialRule = {
  id: 'jwt-profile-incomplete',
  subject: 'credential',
  applies: { formats: ['jwt'] },
  severity: 'low',
  title: 'An access token says at+jwt and lacks what that requires',
  why:
    'The type at+jwt promises APIs an access token as RFC 9068 has it: with the claims by which ' +
    'they tell who issued it, for whom and to which client. APIs that rely on the promise refuse ' +
    'the token, or skip the check of what is not there.',
  fix:
    'Give it every claim that the profile requires:\n\n' +
    '    new SignJWT({ client_id, scope })\n' +
    "      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' })\n" +
    '      .setIssuer(issuer).setSubject(userId).setAudience(api).setJti(crypto.randomUUID())\n' +
    '      .setIssuedAt().setExpirationTime(lifetime)',
  breaks:
    'Claims that are added break no client that ignores what it does not know (RFC 7519 §4). ' +
    'Check that the longer token still fits where it is sent: servers take 8 kB of headers.',
  references: ['CWE-345', 'OWASP ASVS 5.0 V9.2.2', 'RFC 9068 §2.2', 'RFC 8725 §3.11'],
  strength: 'Access tokens say by their type what they are, and have the claims that it requires.',
  check({ jwt, name }: Credential) {
    if (!jwt || !claimsProfile(jwt)) return 'does-not-apply';
    const missing = REQUIRED.filter((claim) => jwt.claims[claim] === undefined);
    if (missing.length === 0) return [];
    const said = text(
      'evidence_jwt_profile_incomplete',
      'The type of the JWT in {name} is at+jwt; it lacks {claims}.',
      { name: tellName(name), claims: tellList(missing.map(tellWord)) },
    );
    return [{ text: said }];
  },
};
