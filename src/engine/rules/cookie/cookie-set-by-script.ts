import type { Known } from '../../known.js';
import type { Credential, Sighting } from '../../model.js';
import { registrableDomain } from '../../normalize/addresses/site.js';
import { LOGIN_ROLES } from '../../role-table.js';
import { text } from '../../text.js';
import { tellHost, tellName, tellPlace } from '../../values/telling/redact.js';
import type { CredentialRule, Evidence } from '../rule.js';
import { SECURE_NEEDS_HTTPS } from './fix-notes.js';
import { cookieNamed } from './lived-cookie.js';

export const cookieSetByScript: CredentialRule = {
  id: 'cookie-set-by-script',
  subject: 'credential',
  applies: { kinds: ['cookie'], roles: LOGIN_ROLES },
  severity: 'low',
  title: 'A script sets the cookie that logs the user in',
  why:
    'What a script puts into document.cookie every script of the page can read: such a cookie ' +
    'cannot be HttpOnly. So the login has neither the protection of an HttpOnly cookie nor the ' +
    'freedom from CSRF of a token in a header.',
  fix:
    'Let the server set it in the answer to the login, and leave the value out of the body:\n\n' +
    '    Set-Cookie: <name>=<value>; Secure; HttpOnly; SameSite=Lax; Path=/\n\n' +
    'If only scripts use the value, they need no cookie: keep the token in memory, and send it ' +
    'in the Authorization header.' +
    SECURE_NEEDS_HTTPS,
  breaks:
    'Scripts that read the cookie, or the value in the answer, no longer find it: they need an ' +
    'endpoint that says who is logged in. Where pages and API are on different sites, the API ' +
    'cannot set a cookie for the page.',
  references: ['CWE-1004', 'OWASP ASVS 5.0 V3.3.4', 'RFC 6265bis §4.1.2.6'],
  check(credential, known) {
    const { cookie, attributes } = credential;
    if (cookie?.setBy || attributes?.httpOnly) return [];
    const began = beganAt(credential);
    if (began === undefined) return 'does-not-apply';
    if (!seesLines(credential, known)) return 'unknown';
    const evidence = [...givenOtherwise(credential, began, known), ...cameUp(credential, known)];
    return evidence.length > 0 ? evidence.slice(0, 1) : 'unknown';
  },
};

/** A recording may leave out all lines that set cookies; a browser that tells its jar does not. */
function seesLines({ host }: Credential, known: Known): boolean {
  return (
    known.jarReadAt(registrableDomain(host)) > -Infinity ||
    known.credentials.some(({ cookie }) => cookie?.setBy !== undefined)
  );
}

/** When it was first seen as a cookie. */
function beganAt({ sightings }: Credential): number | undefined {
  const asCookie = sightings.filter(({ carrier }) => carrier === 'cookie');
  return asCookie.length > 0 ? Math.min(...asCookie.map(({ firstAt }) => firstAt)) : undefined;
}

/** Its value came in a body, or lay in web storage, before it was a cookie. */
function givenOtherwise(credential: Credential, began: number, known: Known): Evidence[] {
  const same = known.credentials.filter(
    (one) => one.id === credential.id || one.value === credential.value,
  );
  const first = same
    .flatMap(({ sightings }) => sightings)
    .filter((one) => isForScripts(one) && one.firstAt <= began)
    .toSorted((a, b) => a.firstAt - b.firstAt)[0];
  if (!first) return [];
  const said = text(
    'evidence_cookie_given_to_script',
    'No answer set the cookie {name} of {host}; its value came from {origin} in {place}, for ' +
      'scripts to read.',
    {
      ...cookieNamed(credential),
      origin: tellHost(first.origin),
      place: tellPlace(tellName(first.locator), first.carrier),
    },
  );
  return [{ text: said, exchange: first.firstExchange }];
}

function isForScripts({ carrier, direction }: Sighting): boolean {
  return (
    (carrier === 'body' && direction === 'received') ||
    (carrier !== 'cookie' && direction === 'stored')
  );
}

/**
 * A page that was asked for without it was asked for with it later, while answers were seen to set
 * others.
 */
function cameUp(credential: Credential, known: Known): Evidence[] {
  const { id, host, site } = credential;
  const seesOthers = known
    .ofSite(site)
    .some((one) => one.id !== id && one.host === host && one.cookie?.setBy !== undefined);
  if (!seesOthers) return [];
  const [first] = known.carrying(id);
  if (!first) return [];
  const before = known.exchangesOf(site).filter(({ at, ref, facts, carried }) => {
    const wasSeen = facts?.ambient.includes('cookie') && facts.outcome !== 'none';
    return at < first.at && wasSeen && ref.url === first.ref.url && !carried.includes(id);
  });
  if (before.length === 0) return [];
  const said = text(
    'evidence_cookie_came_up',
    'The cookie {name} of {host} was not sent at first, then it was, and no answer ' +
      'between had set it.',
    cookieNamed(credential),
  );
  return [{ text: said, exchange: first.ref }];
}
