import type { Repeated } from '../behaviour.js';
import type { Credential, Sighting } from '../model.js';
import { roleFacts } from '../role-table.js';
import { hintOf } from '../values/names/name-hint.js';
import { isToldByLogin } from './kept-for-header.js';

type Flow = Pick<Credential['behaviour'], 'echoed' | 'sentFirstParty' | 'sentThirdParty'>;

/**
 * What the sightings say a credential did. `hasHidden`: a login at its site gave what scripts
 * cannot read.
 */
export function flowOf(credential: Credential, hasHidden: boolean): Flow {
  const { carrier: home, sightings } = credential;
  const sent = sightings.filter(({ direction }) => direction === 'sent');
  // A pixel's cookie may never travel again; it was given to a page of another site all the same.
  const travelled =
    home === 'cookie' && sent.length === 0
      ? sightings.filter(({ carrier, direction }) => carrier === home && direction === 'received')
      : sent;
  const isFirstParty = ({ pageSite, site }: Sighting) =>
    pageSite === undefined || pageSite === site;
  const echo =
    home === 'cookie'
      ? sent.findLast(
          ({ carrier, locator }) =>
            isEcho(credential, carrier, locator) || isRepeated(credential, carrier, locator),
        )
      : undefined;
  const echoed = echo?.locator ?? guardPlace(credential, hasHidden);
  return {
    ...(sent.some(isFirstParty) ? { sentFirstParty: true } : {}),
    ...(travelled.every(isFirstParty) ? {} : { sentThirdParty: true }),
    ...(echoed === undefined ? {} : { echoed }),
  };
}

/** Where a cookie's value is repeated against forgery, whatever that place is called. */
function guardPlace({ name, attributes, behaviour }: Credential, hasHidden: boolean) {
  const { repeated } = behaviour;
  if (!repeated) return undefined;
  if (hintOf(repeated.place)?.role === 'csrf') return repeated.place;
  const hint = hintOf(name);
  const isFree = attributes?.httpOnly === false && hint?.from === undefined;
  const mayLogIn = hint !== undefined && roleFacts(hint.role).logsIn;
  const isNamesake = hasHidden && !mayLogIn && isOwnHeader(name, repeated);
  return isFree && (isNamesake || isGuard(repeated, hasHidden)) ? repeated.place : undefined;
}

/**
 * A cookie that has the name of the header which scripts send with all that they ask for: it is for
 * the server to compare the two, beside what a login hid from scripts.
 */
function isOwnHeader(cookie: string, { place, inHeader }: Repeated): boolean {
  return inHeader && /^x-/i.test(cookie) && cookie.toLowerCase() === place.toLowerCase();
}

/**
 * It comes where something changes, and reading goes without it, as it could not if it stood for
 * the user; or a login hid from scripts what does. A form has ids of things as well: only every
 * change has what is compared.
 */
function isGuard({ inHeader, changes, reads, ...bare }: Repeated, hasHidden: boolean): boolean {
  if (reads > 0 || changes === 0) return false;
  const isOfAll = inHeader || (changes > 1 && bare.bareChanges === 0);
  return isOfAll && (hasHidden || bare.bareReads > 0);
}

/**
 * A cookie's value in a header or form field made against forgery: the double-submit pattern. What
 * a login told as its token goes under that name as well.
 */
function isEcho(credential: Credential, carrier: string, locator: string): boolean {
  const name = locator.slice(locator.lastIndexOf('/') + 1);
  return (
    (carrier === 'header' || carrier === 'body') &&
    (hintOf(name)?.role === 'csrf' || (/^_?token$/i.test(name) && !isToldByLogin(credential)))
  );
}

/**
 * The same where the names say nothing: the site's own page had the value in a hidden field, and
 * its form sent it back. What a login gave is repeated as well where forms are sent by other
 * programs.
 */
function isRepeated(
  { name, format, behaviour, sightings }: Credential,
  carrier: string,
  locator: string,
): boolean {
  if (carrier !== 'body' || locator.startsWith('/') || format !== 'opaque') return false;
  if (behaviour.issuedAtLogin || hintOf(name)?.from !== undefined) return false;
  const hint = hintOf(locator)?.role;
  if (locator !== name && hint !== undefined && roleFacts(hint).logsIn) return false;
  return sightings.some(
    (one) => one.direction === 'received' && one.locator === `input[${locator}]`,
  );
}
