import type { Credential, Sighting } from '../model.js';
import { parseJson } from '../normalize/bodies/json-strings.js';
import { unwrapBase64, unwrapPlain } from '../values/unwrap.js';
import { hintOf } from '../values/names/name-hint.js';

/**
 * A cookie that a script wrote, and whose value scripts send in the Authorization header, or in one
 * of their own where the login's answer told it: there it is that the server reads it, and the
 * cookie keeps it from one page to the next, as web storage would.
 */
export function isKeptForHeader(credential: Credential): boolean {
  const { kind, cookie, attributes, sightings } = credential;
  if (kind !== 'cookie' || cookie?.setBy || attributes?.httpOnly) return false;
  return sightings.some(
    ({ direction, carrier, locator }) =>
      direction === 'sent' &&
      carrier === 'header' &&
      (locator === 'authorization' || (isToldByLogin(credential) && !isGuard(locator))),
  );
}

/** The answer to a login had it in its body or a header, under a name not against forgery. */
export function isToldByLogin({ behaviour, sightings }: Credential): boolean {
  const login = behaviour.issuedAtLogin?.id;
  const isTold = ({ direction, carrier, locator, firstExchange }: Sighting) =>
    direction === 'received' &&
    (carrier === 'body' || carrier === 'header') &&
    firstExchange?.id === login &&
    !isGuard(locator.slice(locator.lastIndexOf('/') + 1));
  return login !== undefined && sightings.some(isTold);
}

function isGuard(name: string): boolean {
  return hintOf(name)?.role === 'csrf';
}

/**
 * As the token that it keeps: where it keeps more in JSON, its name is that of all of it together
 * (`session_info`).
 */
export function asKept(credential: Credential): Credential {
  const texts = [unwrapPlain(credential.value), ...unwrapBase64(credential.value)];
  if (!texts.some((text) => parseJson(text) !== undefined)) return credential;
  const sightings = credential.sightings.filter(({ carrier }) => carrier !== 'cookie');
  return { ...credential, sightings };
}
