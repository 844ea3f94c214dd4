import type { Credential, JarSnapshot, Millis, StorageSnapshot } from '../model.js';
import { registrableDomain } from '../normalize/site.js';
import type { CredentialStore } from './credential-store.js';

/** A jar read this shortly after a response may not know its cookies yet. */
const RACE: Millis = 1_000;

/** Notes what an earlier snapshot showed and this one does not: it was removed. */
export function noteGone(store: CredentialStore, snapshot: JarSnapshot | StorageSnapshot): void {
  if (snapshot.kind === 'storage') noteRemoved(store, snapshot);
  else for (const credential of store.all()) noteDeleted(store, credential, snapshot);
}

function noteRemoved(store: CredentialStore, { origin, area, at, dropped }: StorageSnapshot): void {
  // What did not fit may still be there.
  if (dropped > 0) return;
  for (const { sightings } of store.all()) {
    for (const sighting of sightings) {
      const here = sighting.direction === 'stored' && sighting.carrier === area && sighting.origin === origin;
      if (here && sighting.lastAt < at) sighting.goneAt ??= at;
    }
  }
}

/** By script or by the user: a response that deletes says so itself. */
function noteDeleted(store: CredentialStore, credential: Credential, { domains = [], at }: JarSnapshot): void {
  const { attributes, cookie, expiresAt, sightings } = credential;
  if (!attributes || cookie?.rejected || cookie?.clearedAt !== undefined) return;
  if (!domains.includes(registrableDomain(attributes.domain)) || (expiresAt ?? Infinity) <= at) return;
  const inJar = sightings.find(({ direction }) => direction === 'stored');
  if (!inJar || inJar.lastAt >= at || at - (cookie?.setAt ?? 0) < RACE) return;
  credential.cookie = { diagnoses: [], ...cookie, clearedAt: at };
  store.note(credential, 'cleared', at);
}
