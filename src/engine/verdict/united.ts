import { isSameKind } from '../credentials/kin.js';
import { foldLineage } from '../credentials/merge.js';
import type { Credential, Millis, Sighting } from '../model.js';

// A login begins a new lineage, and how a site knows its users is the same after it: where it keeps
// its token may be seen of one login, and where it sends that of the other.

/**
 * The credentials of a site as its verdict speaks of them: tokens that one kind of answer gave, of
 * one login after the other, are one, which is now what the last of them is.
 */
export function unitedOf(credentials: readonly Credential[]): Credential[] {
  const tokens = credentials.filter(isOfLogin).toSorted((a, b) => a.firstSeen - b.firstSeen);
  const chains: Credential[][] = [];
  for (const one of tokens) {
    const chain = chains.find((some) => follows(one, some.at(-1)));
    if (chain) chain.push(one);
    else chains.push([one]);
  }
  const later = new Map(chains.map(([first, ...others]) => [first, others]));
  const joined = new Set([...later.values()].flat());
  return credentials
    .filter((one) => !joined.has(one))
    .map((one) => asOne(one, later.get(one) ?? []));
}

/** A token that a login gave, or with which somebody was logged in until a logout. */
function isOfLogin({ kind, behaviour, loggedOutAt }: Credential): boolean {
  return kind === 'token' && (behaviour.issuedAtLogin ?? loggedOutAt) !== undefined;
}

/** Under the name of the last, and as sure as the one of which most was seen. */
function asOne(first: Credential, later: readonly Credential[]): Credential {
  const last = later.at(-1);
  if (!last) return first;
  const surest = later.reduce((a, b) => (b.confidence > a.confidence ? b : a), first);
  const { confidence, evidence } = surest;
  return { ...foldLineage([first, ...later]), id: last.id, confidence, evidence };
}

/** The next login gave it in the place of the other, which nobody sent any more by then. */
function follows(next: Credential, last: Credential | undefined): boolean {
  return (
    last !== undefined &&
    next.behaviour.issuedAtLogin !== undefined &&
    next.role === last.role &&
    lastUseOf(last) <= next.firstSeen &&
    isSameKind(last, next) &&
    last.sightings.some((before) => next.sightings.some((after) => isSameGift(before, after)))
  );
}

function lastUseOf({ sightings }: Credential): Millis {
  return Math.max(...sightings.map((s) => (s.direction === 'sent' ? s.lastAt : -Infinity)));
}

/** Given in the same place of one server's answers, or kept in the same place. */
function isSameGift(a: Sighting, b: Sighting): boolean {
  const isSame = a.direction === b.direction && a.carrier === b.carrier && a.locator === b.locator;
  return isSame && a.origin === b.origin && a.direction !== 'sent';
}
