import { byteLength } from '../../cookies/byte-length.js';
import { MAX_PAIR } from '../../cookies/set-cookie.js';
import type { Known } from '../../known.js';
import type { Credential, Severity } from '../../model.js';
import { logsIn } from '../../role-table.js';
import { text } from '../../text.js';
import { remembered } from '../../memo.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed, diagnosed } from './lived-cookie.js';
import { rejectedFor, severityOfLoss } from './rejected-cookie.js';
import { PART } from '../../credentials/cookie-parts.js';

/** From here on a longer user name or one more role may be too much. */
const NEAR = 0.9 * MAX_PAIR;
const TOO_LONG = new Set(['attribute-too-long']);

export const cookieTooLarge: CredentialRule = {
  id: 'cookie-too-large',
  subject: 'credential',
  applies: { kinds: ['cookie'] },
  severity: severityOf,
  grading:
    'Medium for a cookie that a login needs and the browser refused, low for any other; low or ' +
    'info where an attribute was ignored; info near the limit.',
  title: 'A cookie is larger than browsers keep, or nearly',
  why:
    'Browsers refuse a cookie whose name and value have more than 4,096 bytes together, and ' +
    'ignore an attribute of more than 1,024. They say nothing: the server believes that the user ' +
    'has the cookie, and the next request comes without it. It often meets only the users with ' +
    'long names or many roles.',
  fix:
    'Keep the state on the server, and only an id that points to it in the cookie:\n\n' +
    '    Set-Cookie: <name>=<random id>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'Where it has to be in the cookie, leave out what each request does not need (profile, ' +
    'permissions), or let the framework cut it into several cookies. Together they travel with ' +
    'every request.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'With an id alone each server has to find the state: a store that all of them share. Cookies ' +
    'cut into parts can exceed what the web server takes in all headers; see the size of the ' +
    'Cookie header.',
  references: ['OWASP ASVS 5.0 V3.3.5', 'RFC 6265bis §5.6', 'RFC 6265bis §6.1'],
  check(credential, known) {
    const refused = rejectedFor('too-large', credential, known);
    if (refused.length > 0) return [sizeEvidence(credential), ...refused];
    const { cookie, valueCount } = credential;
    if (cookie?.rejected || valueCount === 0) return 'does-not-apply';
    const ignored = diagnosed(credential, TOO_LONG).map((one) => ({
      text: one.text,
      exchange: cookie?.setBy,
    }));
    const isNear = sizeOf(credential) > NEAR && !isPart(credential, known);
    return [...ignored, ...(isNear ? [sizeEvidence(credential)] : [])];
  },
};

function severityOf(credential: Credential, known: Known): Severity {
  if (rejectedFor('too-large', credential, known).length > 0) return severityOfLoss(credential);
  return logsIn(credential) && diagnosed(credential, TOO_LONG).length > 0 ? 'low' : 'info';
}

function sizeEvidence(credential: Credential): Evidence {
  const said = text(
    'evidence_cookie_size',
    'Name and value of the cookie {name} of {host} have {bytes} bytes; the limit is {limit}.',
    { ...cookieNamed(credential), bytes: sizeOf(credential), limit: MAX_PAIR },
  );
  return { text: said, exchange: credential.cookie?.setBy };
}

const sizeOf = remembered(
  ({ name, value }: Credential) => byteLength(name, Infinity) + byteLength(value, Infinity),
);

/** Parts into which frameworks cut what is too large: each is filled up on purpose. */
function isPart({ name, host }: Credential, known: Known): boolean {
  const [, base = '', separator = '', number] = PART.exec(name) ?? [];
  if (number === undefined) return false;
  const beside = [Number(number) - 1, Number(number) + 1];
  return beside.some((one) =>
    known.named(`${base}${separator}${one}`).some((other) => other.host === host),
  );
}
