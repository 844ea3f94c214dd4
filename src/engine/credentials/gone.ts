import type { CredentialDraft } from './draft.js';
import type { Credential, JarSnapshot, Millis, StorageSnapshot } from '../model.js';
import { registrableDomain } from '../normalize/site.js';
import type { CredentialStore } from './credential-store.js';

/** A jar read this shortly after a response may not know its cookies yet. */
const RACE: Millis = 1_000;

/** Notes what an earlier snapshot showed and this one does not: it was removed. Returns it. */
export function noteGone(
  store: CredentialStore,
  snapshot: JarSnapshot | StorageSnapshot,
): CredentialDraft[] {
  if (snapshot.kind === 'storage')
    return store.all().filter((credential) => isRemoved(credential, snapshot));
  return store.all().filter((credential) => isDeleted(store, credential, snapshot));
}

function isRemoved(
  { sightings }: CredentialDraft,
  { origin, area, at, dropped }: StorageSnapshot,
): boolean {
  // What did not fit may still be there.
  if (dropped > 0) return false;
  const gone = sightings.filter(({ direction, carrier, origin: where, lastAt, goneAt }) => {
    return (
      direction === 'stored' &&
      carrier === area &&
      where === origin &&
      lastAt < at &&
      goneAt === undefined
    );
  });
  for (const sighting of gone) sighting.goneAt = at;
  return gone.length > 0;
}

/** By script or by the user: a response that deletes says so itself. */
function isDeleted(
  store: CredentialStore,
  credential: CredentialDraft,
  { domains = [], at }: JarSnapshot,
): boolean {
  const { attributes, cookie, expiresAt, sightings } = credential;
  if (!attributes || cookie?.rejected || cookie?.clearedAt !== undefined) return false;
  const known = domains === 'all' || domains.includes(registrableDomain(attributes.domain));
  if (!known || (expiresAt ?? Infinity) <= at) return false;
  // A jar does not say over which scheme: one cookie may have been seen in it under two origins.
  const inJar = sightings
    .filter(({ direction }) => direction === 'stored')
    .map(({ lastAt }) => lastAt);
  if (inJar.length === 0 || Math.max(...inJar) >= at || at - (cookie?.setAt ?? 0) < RACE)
    return false;
  credential.cookie = { diagnoses: [], ...cookie, clearedAt: at };
  store.note(credential, 'cleared', at);
  return true;
}
