import { hasLived, livedAttributes } from '../../credentials/lived-attributes.js';
import type { Carrier, Credential, Severity, Sighting } from '../../model.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellCarrier, tellHost, tellName, tellRequest } from '../../values/telling/redact.js';
import { STORAGE_AREAS } from '../../where-seen.js';
import { endedAtLogin } from '../before-login.js';
import { isStorageSeenOf } from '../storage-seen.js';
import type { Check, CredentialRule, Evidence } from '../rule.js';

/** Where scripts can read. Addresses have a rule of their own. */
const READABLE: ReadonlySet<Carrier> = new Set<Carrier>([
  'body',
  'header',
  'websocket',
  ...STORAGE_AREAS,
]);

export const tokenDuplicated: CredentialRule = {
  id: 'token-duplicated',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: byPlace,
  grading:
    'High where it lies in a store or any script can ask for it; medium for an ID token; low ' +
    'where only the answer to a POST, such as the login, gave it, and where nothing but a name ' +
    'says what it is.',
  title: 'An HttpOnly cookie’s value lies open elsewhere',
  why:
    'HttpOnly keeps scripts from reading the cookie, but the page gets the same value in a place ' +
    'that every script can read. One injected script takes it from there, so the cookie ' +
    'protects nothing.',
  fix:
    'Give the value in Set-Cookie and nowhere else. Tell the page who is logged in, ' +
    'not by what:\n\n' +
    '    res.cookie(name, id, { ...options, httpOnly: true });\n' +
    '    res.json({ user: { name: user.name } });\n\n' +
    'What programs need that are no browsers, they get from an address of their own. Delete ' +
    'copies in web storage.',
  breaks:
    'Scripts that send the value in a header or a socket: on the same site the cookie goes along ' +
    "by itself, from another one with credentials: 'include'. Values against forgery that are " +
    'the session id become ones of their own.',
  references: ['CWE-1004', 'CWE-522', 'OWASP ASVS 5.0 V3.3.4', 'RFC 6265bis §4.1.2.6'],
  yieldsTo: ['refresh-token-readable'],
  strength: 'The values of HttpOnly cookies stand in no place that scripts can read.',
  check(credential, known): Check {
    if (!hasLived(credential)) return 'does-not-apply';
    const { httpOnly } = livedAttributes(credential);
    if (httpOnly === undefined) return 'unknown';
    if (!httpOnly) return 'does-not-apply';
    const copies = copiesOf(credential);
    if (copies.length > 0 && !endedAtLogin(credential, copies, known)) return copies.map(said);
    const isLookedFor = isStorageSeenOf(credential, known);
    return isLookedFor ? [] : 'unknown';
  },
};

function copiesOf({ sightings }: Credential): Sighting[] {
  return sightings.filter(({ carrier }) => READABLE.has(carrier));
}

function said({ carrier, locator, direction, origin, lastExchange }: Sighting): Evidence {
  const values = {
    origin: tellHost(origin),
    carrier: tellCarrier(carrier),
    locator: tellName(locator),
  };
  if (direction === 'stored')
    return {
      text: text(
        'evidence_token_duplicated_stored',
        'Its value was kept in the {carrier} of {origin} under {locator}.',
        values,
      ),
    };
  const by = { ...values, request: tellRequest(lastExchange ?? { method: 'GET', url: origin }) };
  const given = text(
    'evidence_token_duplicated_given',
    'The answer of {origin} to {request} gave its value as {locator} ({carrier}).',
    by,
  );
  const sent = text(
    'evidence_token_duplicated_sent',
    'A page sent its value to {origin} as {locator} ({carrier}), so it can read it.',
    by,
  );
  return { text: direction === 'received' ? given : sent, exchange: lastExchange };
}

function byPlace(credential: Credential): Severity {
  const onlyPosted = copiesOf(credential).every(
    ({ direction, firstExchange, lastExchange }) =>
      direction === 'received' &&
      [firstExchange, lastExchange].every((one) => one !== undefined && one.method !== 'GET'),
  );
  if (onlyPosted) return 'low';
  return credential.role === 'id-token' ? 'medium' : 'high';
}
