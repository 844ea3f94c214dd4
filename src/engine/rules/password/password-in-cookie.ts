import type { HeldAs } from '../../kept-password.js';
import type { Known } from '../../known.js';
import type { Credential, Severity, Sighting } from '../../model.js';
import { mayBePassword, passwordIn } from '../../roles/password-cookie.js';
import { reaches } from '../../severity.js';
import { type Text, text } from '../../text.js';
import { tellName, tellRequest } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { passwordSeverity } from './password-severity.js';

export const passwordInCookie: CredentialRule = {
  id: 'password-in-cookie',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  byValue: true,
  severity: byReach,
  grading:
    'Critical where it went over plain http, high over https; low where the cookie is only ' +
    'called a password; info on localhost.',
  title: 'A password is kept in a cookie',
  why:
    'The browser sends it with every request, and keeps it where other programs of the device, ' +
    'and scripts without HttpOnly, can read it. Whoever gets it has all that the password opens, ' +
    'here and where it is used again. Percent-encoding, base64 and hex hide nothing. An unsalted ' +
    'hash is found in tables of known ones, and where the cookie logs in, the hash itself does. ' +
    'The server has nothing that it could end at a logout: only another password revokes it.',
  fix:
    'Take the password once, in the body of a POST, and give a random id in exchange, which the ' +
    'server can end:\n\n' +
    '    Set-Cookie: __Host-session=<random id>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'To remember somebody for longer, give a second random value, keep its hash on the server, ' +
    'and replace it at each use. Delete the old cookie when it comes.',
  breaks:
    'Who is remembered by that cookie has to log in once more. Passwords that were in it may ' +
    'have been read: ask for new ones.',
  references: ['CWE-522', 'CWE-319', 'OWASP ASVS 5.0 V7.2.2', 'OWASP ASVS 5.0 V14.3.3'],
  check(credential) {
    const { name, behaviour } = credential;
    if (behaviour.holdsPassword) {
      const { held, exchange } = behaviour.holdsPassword;
      const told = { name: tellName(name), request: tellRequest(exchange) };
      return [{ text: HELD[held](told), exchange }];
    }
    if (!mayBePassword(credential)) return 'does-not-apply';
    return passwordIn(credential) === 'named' ? [onlyNamed(credential)] : [];
  },
};

type Values = Record<'name', ReturnType<typeof tellName>> &
  Record<'request', ReturnType<typeof tellRequest>>;

const HELD: Readonly<Record<HeldAs, (values: Values) => Text>> = {
  plain: (values) =>
    text(
      'evidence_password_cookie_plain',
      '{name} holds the password that {request} sent, as it was typed.',
      values,
    ),
  encoded: (values) =>
    text(
      'evidence_password_cookie_encoded',
      '{name} holds the password that {request} sent, in an encoding that anybody can undo.',
      values,
    ),
  hash: (values) =>
    text(
      'evidence_password_cookie_hash',
      '{name} holds a hash, without salt, of the password that {request} sent.',
      values,
    ),
};

function onlyNamed({ name }: Credential): Evidence {
  return {
    text: text(
      'evidence_password_cookie_named',
      '{name} is only called a password: no password that was seen to be sent stands in it.',
      { name: tellName(name) },
    ),
  };
}

/** By where it went: what is kept, and goes with every request, is no better for being new. */
function byReach(credential: Credential, known: Known): Severity {
  const severity = passwordSeverity(inCookies(credential), credential, known);
  if (!credential.behaviour.holdsPassword) return reaches(severity, 'low') ? 'low' : severity;
  return severity === 'critical' || severity === 'info' ? severity : 'high';
}

function inCookies({ sightings }: Credential): Sighting[] {
  return sightings.filter(({ carrier }) => carrier === 'cookie');
}
