import type { CredentialRule } from '../rule.js';
import { bySigner, checkSecret, SIGNER_GRADING } from '../weak-secret.js';

export const sessionWeakSecret: CredentialRule = {
  id: 'session-weak-secret',
  subject: 'credential',
  // What is signed beside it may be of any form.
  applies: { formats: ['signed', 'opaque', 'uuid', 'known-prefix'] },
  severity: bySigner,
  grading: SIGNER_GRADING,
  title: 'A framework signs with a secret that can be looked up',
  why:
    'The framework takes what it has signed for its own words. Its secret stands in a list of ' +
    'words, so anybody can write a value that it believes: another user id where the value holds ' +
    'the session itself, and whatever else is signed with the same secret, such as links to ' +
    'reset a password.',
  fix:
    'Make a new secret at random, and keep it out of the code:\n\n' +
    '    node -e ' +
    "\"console.log(require('node:crypto').randomBytes(64).toString('base64url'))\"\n\n" +
    'It goes into SECRET_KEY (Django, Flask), secret or keys (Express, Koa), APP_KEY (Laravel: ' +
    'php artisan key:generate) or secret_key_base (Rails: bin/rails secret), and the old one out ' +
    'of every list of accepted ones.',
  breaks:
    'Whatever the old secret signed: all users log in again, and links that were sent by mail ' +
    'fail. Where the secret also encrypts stored data, as in Laravel, encrypt that anew first.',
  references: [
    'CWE-1391',
    'OWASP ASVS 5.0 V11.5.1',
    'OWASP ASVS 5.0 V13.3.1',
    'OWASP WSTG-SESS-01',
  ],
  strength: 'No well-known secret fits what the framework signs.',
  needsTrial: true,
  byValue: true,
  check: checkSecret,
};
