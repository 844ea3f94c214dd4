import type { Credential, Severity } from '../../model.js';
import { type NumericDate, readNumericDate } from '../../normalize/bodies/numeric-date.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellList, tellName, tellWord } from '../../values/telling/redact.js';
import type { CredentialRule } from '../rule.js';

/** Those that verifiers judge by (RFC 7519 §4.1.4 to §4.1.6). */
const JUDGED = ['exp', 'nbf', 'iat'] as const;

export const jwtOddTimes: CredentialRule = {
  id: 'jwt-odd-times',
  subject: 'credential',
  applies: { roles: LOGIN_ROLES, formats: ['jwt'] },
  severity: byClaim,
  grading:
    'Medium where exp counts milliseconds or a finer unit: a verifier that goes by the standard ' +
    'takes the token for thousands of years; low for nbf and iat, and for times in quotes.',
  title: 'A JWT writes its times in a way of its own',
  why:
    'RFC 7519 has times as numbers of seconds. A verifier that keeps to it reads milliseconds as ' +
    'a date in the far future, so that the token never ends and never begins, and refuses or ' +
    'ignores a time in quotes. Two services then disagree whether the token is valid.',
  fix:
    'Write seconds, as a number, and let the library do it:\n\n' +
    '    new SignJWT({ sub: user.id }).setIssuedAt().setExpirationTime(lifetime)',
  breaks:
    'Clients that read exp as milliseconds to renew in time: they would take every token for ' +
    'ended. Change them first, to a check that takes both units.',
  references: ['CWE-613', 'OWASP ASVS 5.0 V9.2.1', 'RFC 7519 §2', 'RFC 7519 §4.1.4'],
  check(credential) {
    const times = timesOf(credential);
    if (times.length === 0) return 'does-not-apply';
    const name = tellName(credential.name);
    const finer = times.filter(({ date }) => date.unit !== 'seconds');
    const quoted = times.filter(({ date }) => date.unit === 'seconds' && date.quoted);
    const claims = (some: typeof times) => tellList(some.map((one) => tellWord(one.claim)));
    return [
      ...finer
        .slice(0, 1)
        .map(({ date: { unit } }) =>
          text(
            'evidence_jwt_time_unit',
            'In the JWT in {name} these claims count {unit}: {claims}.',
            { name, unit: tellWord(unit), claims: claims(finer) },
          ),
        ),
      ...quoted
        .slice(0, 1)
        .map(() =>
          text(
            'evidence_jwt_time_in_quotes',
            'In the JWT in {name} these claims are text instead of numbers: {claims}.',
            { name, claims: claims(quoted) },
          ),
        ),
    ].map((said) => ({ text: said }));
  },
};

function timesOf({ jwt }: Credential): { claim: string; date: NumericDate }[] {
  return JUDGED.flatMap((claim) => {
    const date = readNumericDate(jwt?.claims[claim]);
    return date ? [{ claim, date }] : [];
  });
}

function byClaim(credential: Credential): Severity {
  const endless = timesOf(credential).some(
    ({ claim, date }) => claim === 'exp' && date.unit !== 'seconds',
  );
  return endless ? 'medium' : 'low';
}
