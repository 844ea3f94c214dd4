import type { Credential, JarSnapshot, Millis, StorageSnapshot } from '../model.js';
import { registrableDomain } from '../normalize/addresses/site.js';
import { endLife } from './cookie-shelf.js';
import { isLive } from './credential-state.js';
import type { CredentialStore } from './credential-store.js';

/** A jar read this shortly after a response may not know its cookies yet. */
const RACE: Millis = 1_000;

/** Notes what an earlier snapshot showed and this one does not: it was removed. Returns its id. */
export function noteGone(
  store: CredentialStore,
  snapshot: JarSnapshot | StorageSnapshot,
): string[] {
  if (snapshot.kind === 'storage') {
    // What did not fit may still be there.
    return snapshot.dropped > 0
      ? []
      : noteRemoved(store, snapshot.origin, snapshot.at, {
          area: snapshot.area,
          before: snapshot.at,
        });
  }
  const deleted = store
    .records()
    .filter((cookie) => isDeleted(cookie, snapshot))
    .map(({ id }) => id);
  for (const id of deleted) endLife(store, id, snapshot.at);
  return deleted;
}

/** What an origin kept in an area, or in all, is there no more. Returns the ids of what was. */
export function noteRemoved(
  store: CredentialStore,
  origin: string,
  at: Millis,
  { area, before = Infinity }: { area?: StorageSnapshot['area']; before?: Millis } = {},
): string[] {
  const kept = (sighting: Credential['sightings'][number]) =>
    sighting.direction === 'stored' &&
    sighting.carrier !== 'cookie' &&
    sighting.origin === origin &&
    (area === undefined || sighting.carrier === area) &&
    sighting.lastAt < before &&
    sighting.goneAt === undefined;
  const removed = store
    .records()
    .filter(({ sightings }) => sightings.some(kept))
    .map(({ id }) => id);
  for (const id of removed) {
    store.change(id, ({ sightings }) => {
      for (const sighting of sightings) if (kept(sighting)) sighting.goneAt = at;
    });
  }
  return removed;
}

/** By script or by the user: a response that deletes says so itself. */
function isDeleted(credential: Credential, { domains = [], at }: JarSnapshot): boolean {
  const { kind, attributes, cookie, sightings } = credential;
  if (kind !== 'cookie' || attributes?.domain === undefined || !isLive(credential, at))
    return false;
  if (domains !== 'all' && !domains.includes(registrableDomain(attributes.domain))) return false;
  // A jar does not say over which scheme: one cookie may have been seen in it under two origins.
  const inJar = sightings
    .filter(({ direction }) => direction === 'stored')
    .map(({ lastAt }) => lastAt);
  return inJar.length > 0 && Math.max(...inJar) < at && at - (cookie?.setAt ?? 0) >= RACE;
}
