import type { Credential, LifeEvent } from '../model.js';
import { LIMITS } from '../settings.js';
import { type CredentialDraft, copyOf } from './draft.js';
import { settleHome } from './home.js';
import { joinLeaks } from './leaks.js';
import { joinLateUses, joinSightings } from './sighting.js';
import { tokenFormsOf } from './value-index.js';

/** Gives a credential all that was seen of another one that turned out to be the same. */
export function merge(into: CredentialDraft, from: Credential): void {
  joinSightings(into, from.sightings);
  joinLeaks(into, from.leaks ?? []);
  joinLateUses(into, from.lateUses ?? []);
  if (from.unlisted) into.unlisted = (into.unlisted ?? 0) + from.unlisted;
  if (from.unlistedLeaks) into.unlistedLeaks = (into.unlistedLeaks ?? 0) + from.unlistedLeaks;
  into.life = joinLives(into.life, from.life);
  into.behaviour = { ...from.behaviour, ...into.behaviour };
  if (from.scheme !== undefined) into.scheme ??= from.scheme;
  into.pastValues = joinValues(into, [...into.pastValues, from.value, ...from.pastValues]);
  into.firstSeen = Math.min(into.firstSeen, from.firstSeen);
  into.lastSeen = Math.max(into.lastSeen, from.lastSeen);
  settleHome(into);
}

/**
 * One credential of all generations of a lineage, in their order: what it is now, and all that it
 * did.
 */
export function foldLineage(generations: readonly Credential[]): CredentialDraft {
  const [first, ...later] = generations;
  if (!first) throw new RangeError('a lineage has at least one generation');
  const fold = copyOf(first);
  for (const next of later) succeed(fold, next);
  delete fold.replaces;
  delete fold.replacedBy;
  return fold;
}

/**
 * The next generation takes the place of the last one: its value, its end and what it says of
 * itself.
 */
function succeed(fold: CredentialDraft, next: Credential): void {
  const past = [...next.pastValues, fold.value, ...fold.pastValues];
  merge(fold, next);
  fold.behaviour = { ...fold.behaviour, ...next.behaviour };
  fold.valueCount += next.valueCount;
  const { value, format, expires, issuedAt, expiresAt, jwt, loggedOutAt } = next;
  Object.assign(fold, { value, format, expires });
  assignOrDelete(fold, { issuedAt, expiresAt, jwt, loggedOutAt });
  fold.pastValues = joinValues(fold, past);
}

/** Values other than the present one in any form, each once. */
function joinValues({ value }: CredentialDraft, values: readonly string[]): string[] {
  const present = tokenFormsOf(value);
  return [...new Set(values)].filter((one) => !present.has(one)).slice(0, LIMITS.pastValues);
}

/** Members that the next one has not are gone with the last one. */
function assignOrDelete(
  fold: CredentialDraft,
  facts: Pick<Partial<CredentialDraft>, 'issuedAt' | 'expiresAt' | 'jwt' | 'loggedOutAt'>,
): void {
  for (const [name, fact] of Object.entries(facts)) {
    if (fact === undefined) delete fold[name as keyof typeof facts];
    else Object.assign(fold, { [name]: fact });
  }
}

/**
 * Both lives in order of time; of more than can be told, those in the middle become counts of their
 * kind.
 */
function joinLives(a: readonly LifeEvent[], b: readonly LifeEvent[]): CredentialDraft['life'] {
  const all = [...a, ...b].map((event) => ({ ...event })).sort((x, y) => x.at - y.at);
  while (all.length > LIMITS.lifeEvents) {
    const middle = all.findIndex((event, at) => at > 0 && all[at - 1]?.type === event.type);
    if (middle < 0) break;
    const [before, event] = [all[middle - 1], all[middle]];
    if (before && event)
      Object.assign(before, { lastAt: event.lastAt, count: before.count + event.count });
    all.splice(middle, 1);
  }
  return all;
}
