import type { CredentialRule } from '../rule.js';
import { bySigner, checkSecret, SIGNER_GRADING } from '../weak-secret.js';

export const jwtWeakSecret: CredentialRule = {
  id: 'jwt-weak-secret',
  subject: 'credential',
  applies: { formats: ['jwt'] },
  severity: bySigner,
  grading: SIGNER_GRADING,
  title: 'A JWT is signed with a secret that can be looked up',
  why:
    'With HS256 and its kin whoever knows the secret can write tokens with any claims: another ' +
    'user id, an administrator role, a later expiry. This secret stands in a list of words. ' +
    'Trying them needs one token and no request, so the server does not notice.',
  fix:
    'Make a new secret at random, at least as long as the hash, and keep it out of the code:\n\n' +
    '    node -e ' +
    "\"console.log(require('node:crypto').randomBytes(64).toString('base64url'))\"\n\n" +
    'Sign with it, and refuse whatever the old one signed from the same moment on.',
  breaks:
    'Every token under the old secret: all users log in again. Accepting both for a while would ' +
    'accept forged tokens too. Each service that verifies needs the new secret at that moment; ' +
    'look for all that read the same setting first.',
  references: [
    'CWE-1391',
    'OWASP ASVS 5.0 V11.5.1',
    'OWASP ASVS 5.0 V13.3.1',
    'OWASP WSTG-SESS-10',
    'RFC 7518 §3.2',
    'RFC 8725 §3.5',
  ],
  strength: 'No well-known secret fits the signature of a JWT.',
  needsTrial: true,
  byValue: true,
  check: checkSecret,
};
