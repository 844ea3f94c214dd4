import type { Known } from '../../known.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { text } from '../../text.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { tellHost } from '../../values/telling/redact.js';
import { isClientPair } from '../token/client-pair.js';
import { passwordSeverity } from './password-severity.js';

export const basicAuthInUse: CredentialRule = {
  id: 'basic-auth-in-use',
  subject: 'credential',
  // A cookie that keeps the same pair is told once, with the header.
  applies: { roles: ['basic'], carriers: ['header'] },
  severity: byTarget,
  grading:
    'Critical where it went over plain http; medium over https; low where it went once and the ' +
    'site gave something else that logs in; info where it went to localhost only.',
  title: 'User name and password are sent by Basic authentication',
  why:
    'Basic authentication only encodes the password. Browsers send it again with each request, ' +
    'so every proxy, log and error report on the way may hold it, and over plain http everyone ' +
    'can read it. The server has nothing that it could end at a logout or after some time: only ' +
    'another password revokes it. A browser that asked for the password itself also adds it to ' +
    'requests that other sites cause.',
  fix:
    'Over https, ask for the password once and give a session in exchange:\n\n' +
    '    Set-Cookie: __Host-session=<random id>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'For programs use tokens that end and can be revoked one by one. As long as Basic remains, ' +
    'allow https only and add Strict-Transport-Security: max-age=31536000.',
  breaks:
    'Scripts and feed readers that know nothing but Basic; give them tokens first. Passwords ' +
    'that went over http count as known: change them.',
  references: [
    'CWE-522',
    'CWE-319',
    'OWASP ASVS 5.0 V7.2.2',
    'OWASP ASVS 5.0 V12.2.1',
    'RFC 7617 §4',
  ],
  // Digest and its kin send no password.
  check: (credential, known) =>
    (credential.scheme ?? 'basic') === 'basic' && !isClientPair(credential, known)
      ? uses(credential).map(sentTo)
      : 'does-not-apply',
};

function sentTo({ origin, count, lastExchange }: Sighting): Evidence {
  const values = { origin: tellHost(origin) };
  const said =
    count === 1
      ? text('evidence_basic_sent_once', 'Basic credentials were sent to {origin} once.', values)
      : text('evidence_basic_sent', 'Basic credentials were sent to {origin}, {count} times.', {
          ...values,
          count,
        });
  return { text: said, exchange: lastExchange };
}

function uses({ sightings }: Credential): Sighting[] {
  return sightings.filter((s) => s.direction === 'sent');
}

function byTarget(credential: Credential, known: Known): Severity {
  return passwordSeverity(uses(credential), credential, known);
}
