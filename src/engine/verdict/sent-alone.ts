import type { Carrier, Credential, Sighting } from '../model.js';

/** A token in a header or body of the application's own making: as good as a bearer token. */
export function isSentByScript(credential: Credential): boolean {
  const { kind, role, carrier, sightings } = credential;
  const ours = kind === 'token' && (role === 'access-token' || role === 'session');
  if (!ours || !isSentAlone(credential, ['header', 'body', 'websocket'])) return false;
  // What stands in addresses stands in the forms of the same pages, too, which need no script.
  return carrier !== 'url' || sightings.some((one) => one.direction === 'sent' && !isOfPage(one));
}

/** In an address, or under the plain name of a form's field. */
function isOfPage({ carrier, locator }: Sighting): boolean {
  return carrier === 'url' || (carrier === 'body' && !locator.startsWith('/'));
}

/** True for what went in one of these by itself. */
export function isSentAlone({ sightings }: Credential, carriers: readonly Carrier[]): boolean {
  return sightings.some((s) => s.direction === 'sent' && carriers.includes(s.carrier));
}
