import type { Credential } from '../model.js';
import { originOf, siteOf } from '../normalize/addresses/site.js';
import type { Unnamed } from '../places/unnamed.js';
import { logsIn, roleFacts } from '../role-table.js';
import { hintAt, storageKeyOf } from '../roles/place-hint.js';
import { hintOf } from '../values/names/name-hint.js';
import type { CredentialStore } from './credential-store.js';
import { noteLeak } from './leaks.js';
import type { Scene } from './scene.js';
import { seeAtSlot } from './see-opener.js';
import type { NewSighting } from './sighting.js';
import { tokenFormsOf } from './value-index.js';

// What logs somebody in may lie at its own site under any name. To other sites it is a leak:
// `sent-elsewhere.ts`.

/**
 * Sees values that no name speaks for, where one is known to log somebody in, and keeps the others
 * in mind; `named`: what was seen there by names. Returns the ids of those.
 */
export function seeUnnamed(
  store: CredentialStore,
  found: readonly Unnamed[],
  named: readonly Unnamed[],
  scene: Scene,
): string[] {
  if (found.length === 0) return [];
  const isNamed = new Set(named.map(({ carrier, locator }) => `${carrier} ${locator}`));
  return found.flatMap((one) => {
    if (isNamed.has(`${one.carrier} ${one.locator}`)) return [];
    const seen = sightingOf(one, scene);
    const owner = store.byValue(one.value);
    if (!owner || !logsIn(owner) || !isItsOwn(owner, seen)) {
      store.beside.unnamed.note(one.value, seen);
      const id =
        owner || !store.beside.openers.knows(seen) ? undefined : seeAtSlot(store, one.value);
      return id === undefined ? [] : [id];
    }
    if (!isSeen(owner, seen)) store.see(owner.id, seen);
    const { script } = scene;
    if (script !== undefined && one.direction === 'sent')
      store.change(owner.id, (draft) =>
        noteLeak(draft, { ...placeOf(one, scene), through: 'third-party-script', script }),
      );
    return [owner.id];
  });
}

/**
 * Sees a credential that is known by now to log somebody in where its value stood before under a
 * name that says nothing. True where it did.
 */
export function seeAsUnnamed(store: CredentialStore, credential: Credential): boolean {
  const places = store.generations(credential.id).flatMap(({ id, value, pastValues }) => {
    const forms = [value, ...pastValues].flatMap((one) => [...tokenFormsOf(one)]);
    return [...new Set(forms)].flatMap((form) =>
      store.byValue(form)?.id === id
        ? store.beside.unnamed
            .take(form, (seen) => isItsOwn(credential, seen))
            .map((seen) => ({ id, seen }))
        : [],
    );
  });
  for (const { id, seen } of places) store.see(id, seen);
  return places.length > 0;
}

/**
 * Where it was given, is kept, or is used its value is its own. A token is judged by the names that
 * it has: one that speaks for something else is left alone.
 */
function isItsOwn(credential: Credential, seen: NewSighting): boolean {
  const site = siteOf(seen.origin);
  if (credential.kind !== 'cookie' && isOther(seen)) return false;
  return (
    credential.site === site ||
    credential.sightings.some((one) => one.site === site || one.pageSite === site)
  );
}

function isOther(seen: NewSighting): boolean {
  return [hintAt(seen), hintOf(storageKeyOf(seen.locator))].some(
    (hint) => hint !== undefined && !roleFacts(hint.role).logsIn,
  );
}

/** One exchange can be looked at in more than one way. */
function isSeen({ sightings }: Credential, seen: NewSighting): boolean {
  return sightings.some(
    ({ carrier, locator, direction, origin, lastExchange }) =>
      carrier === seen.carrier &&
      locator === seen.locator &&
      direction === seen.direction &&
      origin === seen.origin &&
      lastExchange !== undefined &&
      lastExchange.id === seen.exchange?.id,
  );
}

function placeOf({ carrier, locator, direction }: Unnamed, { url, at, ref }: Scene): NewSighting {
  const place = { carrier, locator, direction, origin: originOf(url), at };
  return ref ? { ...place, exchange: ref } : place;
}

function sightingOf(one: Unnamed, scene: Scene): NewSighting {
  const { pageSite } = scene;
  return { ...placeOf(one, scene), byValue: true, ...(pageSite ? { pageSite } : {}) };
}
