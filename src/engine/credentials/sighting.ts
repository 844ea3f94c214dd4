import type { LateUse, Millis, Sighting } from '../model.js';
import { siteOf } from '../normalize/addresses/site.js';
import { LIMITS } from '../settings.js';
import { claimTime } from '../values/tokens/claim-time.js';
import type { CredentialDraft, Draft } from './draft.js';
import { settleHome } from './home.js';

/** One sighting on its way into the store, which counts it with those of the same place. */
export type NewSighting = Omit<
  Sighting,
  'firstAt' | 'lastAt' | 'count' | 'firstExchange' | 'lastExchange' | 'site' | 'goneAt' | 'backAt'
> & {
  at: Millis;
  exchange?: Sighting['lastExchange'];
};

/** RFC 7519 §4.1.4 allows "some small leeway" for clocks that differ. */
const LEEWAY: Millis = 60_000;
/**
 * A hint of who is logged in: an expired one is welcome (OpenID Connect RP-Initiated Logout §4).
 */
const HINT = 'id_token_hint';

/** Adds one sighting, or raises the count of the same one. True where the place is new. */
export function addSighting(draft: CredentialDraft, seen: NewSighting): boolean {
  const { at, exchange, ...place } = seen;
  draft.firstSeen = Math.min(draft.firstSeen, at);
  draft.lastSeen = Math.max(draft.lastSeen, at);
  noteLateUse(draft, seen);
  if (seen.direction === 'sent') delete draft.loggedOutAt;
  const known = draft.sightings.find((sighting) => isSamePlace(sighting, place));
  if (known) {
    known.count++;
    if (known.goneAt !== undefined) known.backAt = at;
    delete known.goneAt;
    known.lastAt = Math.max(known.lastAt, at);
    known.firstAt = Math.min(known.firstAt, at);
    if (exchange) known.lastExchange = exchange;
    return false;
  }
  const times = { firstAt: at, lastAt: at, count: 1 };
  const exchanges = exchange ? { firstExchange: exchange, lastExchange: exchange } : {};
  return addPlace(draft, { ...place, site: siteOf(place.origin), ...times, ...exchanges });
}

/** Gives a credential the sightings of another one that turned out to be the same. */
export function joinSightings(draft: CredentialDraft, sightings: readonly Sighting[]): void {
  for (const sighting of sightings) {
    const known = draft.sightings.find((one) => isSamePlace(one, sighting));
    if (known) joinPlace(known, sighting);
    else addPlace(draft, { ...sighting });
  }
}

function addPlace(draft: CredentialDraft, sighting: Draft<Sighting>): boolean {
  if (draft.sightings.length >= LIMITS.sightings) {
    draft.unlisted = (draft.unlisted ?? 0) + sighting.count;
    return false;
  }
  draft.sightings.push(sighting);
  settleHome(draft);
  return true;
}

function joinPlace(known: Draft<Sighting>, other: Sighting): void {
  const [first, last] = [
    known.firstAt <= other.firstAt ? known : other,
    known.lastAt >= other.lastAt ? known : other,
  ];
  const { firstAt, firstExchange } = first;
  const { lastAt, lastExchange, goneAt, backAt } = last;
  known.count += other.count;
  Object.assign(known, {
    firstAt,
    lastAt,
    ...(firstExchange && { firstExchange }),
    ...(lastExchange && { lastExchange }),
    ...(backAt !== undefined && { backAt }),
  });
  if (goneAt === undefined) delete known.goneAt;
  else known.goneAt = goneAt;
}

/** A use after the token's own end, kept for each place: a refresh must not make it forgotten. */
function noteLateUse(
  draft: CredentialDraft,
  { carrier, locator, origin, direction, at, exchange }: NewSighting,
): void {
  const expiredAt = claimTime(draft.jwt?.claims, 'exp') ?? Infinity;
  if (direction !== 'sent' || at <= expiredAt + LEEWAY || locator === HINT) return;
  joinLateUses(draft, [
    { carrier, locator, origin, at, expiredAt, ...(exchange ? { exchange } : {}) },
  ]);
}

/** Adds late uses; of one place the last counts. */
export function joinLateUses(draft: CredentialDraft, uses: readonly LateUse[]): void {
  for (const use of uses) {
    const others = (draft.lateUses ?? []).filter((one) => !isSameUse(one, use));
    const same = draft.lateUses?.find((one) => isSameUse(one, use));
    draft.lateUses = [...others, same && same.at > use.at ? same : use].slice(-LIMITS.sightings);
  }
}

function isSameUse(a: LateUse, b: LateUse): boolean {
  return a.carrier === b.carrier && a.locator === b.locator && a.origin === b.origin;
}

function isSamePlace(
  a: Sighting,
  b: Pick<Sighting, 'carrier' | 'locator' | 'direction' | 'origin'>,
): boolean {
  return (
    a.carrier === b.carrier &&
    a.locator === b.locator &&
    a.direction === b.direction &&
    a.origin === b.origin
  );
}
