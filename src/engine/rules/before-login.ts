import type { Known } from '../known.js';
import type { Credential, Sighting } from '../model.js';

/**
 * True where a value was used like this only before a login that put another one in its place:
 * whoever saw it then is nobody now, and who planted it gained nothing.
 */
export function endedAtLogin(
  credential: Credential,
  uses: readonly Pick<Sighting, 'lastAt'>[],
  known: Known,
): boolean {
  const last = Math.max(...uses.map(({ lastAt }) => lastAt));
  const login = known.moments.find(
    ({ type, site, at }) => type === 'login' && site === credential.site && at >= last,
  );
  if (!login) return false;
  if (credential.behaviour.issuedAtLogin) return credential.valueCount > 1;
  const isOver = credential.sightings.every((s) => s.direction !== 'sent' || s.lastAt <= login.at);
  const gaveAnother = known
    .ofSite(credential.site)
    .some((one) => one.role === 'session' && one.behaviour.issuedAtLogin !== undefined);
  return isOver && gaveAnother;
}
