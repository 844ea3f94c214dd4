import type { Known } from '../../known.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { isPasswordInHeader } from '../../roles/password-header.js';
import { text } from '../../text.js';
import { tellHost, tellName } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { sentExplicitly } from '../sent.js';
import { passwordSeverity } from './password-severity.js';

export const passwordInHeader: CredentialRule = {
  id: 'password-in-header',
  subject: 'credential',
  applies: { carriers: ['header'] },
  severity: byTarget,
  grading:
    'Critical where it went over plain http; medium over https; low where it went once and the ' +
    'site gave something else that logs in; info where it went to localhost only.',
  title: 'A password goes along in a header of the application’s own',
  why:
    'Whoever has the password has all that it opens, here and where it is used again, and each ' +
    'request gives every proxy, log and error report on the way another chance to keep it. The ' +
    'page keeps it too, where its scripts can read it, to send it again. The server has nothing ' +
    'that it could end at a logout or after some time: only another password revokes it.',
  fix:
    'Over https, take the password once, in the body of a POST, and give a session in exchange:' +
    '\n\n' +
    '    Set-Cookie: __Host-session=<random id>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'Forget the password in the page as soon as the session is there. For programs use tokens ' +
    'that end and can be revoked one by one.',
  breaks:
    'Scripts that send the header; give them tokens first. Passwords that went over http count ' +
    'as known: change them.',
  references: ['CWE-522', 'CWE-319', 'OWASP ASVS 5.0 V7.2.2', 'OWASP ASVS 5.0 V12.2.1'],
  check(credential) {
    if (credential.scheme !== 'password') return 'does-not-apply';
    return isPasswordInHeader(credential) ? sentExplicitly(credential).map(sentTo) : 'unknown';
  },
};

function sentTo({ locator, origin, count, lastExchange }: Sighting): Evidence {
  const values = { name: tellName(locator), origin: tellHost(origin) };
  const said =
    count === 1
      ? text('evidence_password_header_once', 'It was sent to {origin} once, as {name}.', values)
      : text('evidence_password_header', 'It was sent to {origin}, {count} times, as {name}.', {
          ...values,
          count,
        });
  return { text: said, exchange: lastExchange };
}

function byTarget(credential: Credential, known: Known): Severity {
  return passwordSeverity(sentExplicitly(credential), credential, known);
}
