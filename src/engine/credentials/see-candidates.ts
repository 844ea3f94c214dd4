import { originOf } from '../normalize/addresses/site.js';
import type { Candidate } from '../places/candidate.js';
import { LIMITS } from '../settings.js';
import { nameInPage } from '../values/names/field-name.js';
import { formatOf } from '../values/format.js';
import { formatFacts } from '../values/formats.js';
import { hintInForm, hintOf } from '../values/names/name-hint.js';
import { withoutBasicScheme } from './basic-token.js';
import type { CredentialStore } from './credential-store.js';
import { noteLeak } from './leaks.js';
import type { Scene } from './scene.js';

/** Sees what may be credentials, each where it stands; returns their ids, in the same order. */
export function seeAll(
  store: CredentialStore,
  candidates: readonly Candidate[],
  scene: Scene,
): string[] {
  const perPlace = new Map<string, number>();
  for (const { carrier, locator } of candidates) {
    const place = `${carrier} ${locator}`;
    const count = (perPlace.get(place) ?? 0) + 1;
    perPlace.set(place, count);
    if (count === LIMITS.tokensPerText) store.crowded();
  }
  return candidates.map((candidate) => see(store, withoutBasicScheme(store, candidate), scene));
}

function see(
  store: CredentialStore,
  candidate: Candidate,
  { url, at, ref, pageSite, script }: Scene,
): string {
  const { carrier, locator, direction, value, scheme, said } = candidate;
  const origin = originOf(url);
  const place = { carrier, locator, direction, origin, at, ...(ref ? { exchange: ref } : {}) };
  const sighting = { ...place, ...(pageSite ? { pageSite } : {}) };
  const field = csrfFieldOf(candidate, store);
  const { id } =
    field === undefined
      ? store.token(value, sighting, scheme)
      : store.field(`field:${field} ${origin}`, value, sighting);
  if (said !== undefined && store.byId(id)?.heldAs !== said)
    store.change(id, (draft) => void (draft.heldAs = said));
  if (script !== undefined && direction === 'sent') {
    store.change(id, (draft) =>
      noteLeak(draft, { ...place, through: 'third-party-script', script }),
    );
  }
  return id;
}

/**
 * Servers give an anti-CSRF field a new value with every page; its name and origin stay. A form
 * sends it back under its name, where a client of OAuth may send a token that it has (RFC 7009
 * §2.1).
 */
function csrfFieldOf(
  { carrier, locator, direction, value }: Candidate,
  store: CredentialStore,
): string | undefined {
  if (carrier !== 'body' || (direction === 'sent' && isKnownToken(value, store))) return undefined;
  const inPage = nameInPage(locator);
  const isForm = direction === 'sent' && !locator.startsWith('/');
  const name = inPage ?? (isForm ? locator : undefined);
  if (name === undefined) return undefined;
  const hint = inPage === undefined ? hintOf(name) : hintInForm(name);
  return hint?.role === 'csrf' || /^_?token$/i.test(name) ? name : undefined;
}

function isKnownToken(value: string, store: CredentialStore): boolean {
  return store.byValue(value)?.kind === 'token' || formatFacts(formatOf(value).format).unmistakable;
}
