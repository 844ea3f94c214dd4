import { Knowledge } from './knowledge.js';

/** Asks whether these alone suffice. */
export type Asking<T> = Generator<ReadonlySet<string>, T, boolean>;

/** Which sets suffice, and which of their members nothing can stand in for. */
export interface Sufficient {
  /**
   * Each suffices, and none of its members can be left out of it; in the order in which they were
   * found.
   */
  readonly sets: readonly (readonly string[])[];
  /** Without one of these nothing suffices. */
  readonly essential: ReadonlySet<string>;
  /** False while something was not asked yet. */
  readonly whole: boolean;
}

/** What was found so far, for whoever has to stop in the middle. */
export interface Search {
  found?: Sufficient | undefined;
  /** Answers to what was asked. */
  knowledge?: Knowledge;
  /** Not needed for being known, but the answer is another one without it. */
  partly?: ReadonlySet<string> | undefined;
  /**
   * Of these, what came with the session, and without which the answer lacks what was in it each
   * time.
   */
  shown?: ReadonlySet<string> | undefined;
  /** The server ended the login over a question. */
  ended?: Ended | undefined;
}

/** What is known where a question ended the login. */
export interface Ended {
  /** What was missing when it did; empty where it may have been another question. */
  readonly without: readonly string[];
  /** Each was missing alone, and that was refused while the login was there. */
  readonly essential: ReadonlySet<string>;
  /** The essential ones suffice. */
  readonly isWhole: boolean;
}

/**
 * The smallest sets that suffice, where all of them do and none of them does not. Those that come
 * first are tried first: where one of these suffices that is known after one question, and after
 * another one that nothing else does. Anything else costs the logarithm of their number for each
 * member of a set. `ahead`: questions to ask before.
 */
export function* minimalSets(
  order: readonly string[],
  search: Search,
  ahead: readonly (readonly string[])[] = [],
): Asking<Sufficient> {
  const knowledge = (search.knowledge = new Knowledge());
  knowledge.add(new Set(order), true);
  knowledge.add(new Set(), false);
  for (const kept of ahead) yield* isEnough(kept, knowledge);
  const sets = [yield* minimalSet(order, knowledge)];
  const essential = new Set<string>();
  const tell = (whole: boolean) =>
    (search.found = { sets: [...sets], essential: new Set(essential), whole });
  tell(false);
  for (;;) {
    const another = yield* otherWay(order, sets, essential, knowledge);
    if (!another) return tell(true);
    sets.push(yield* minimalSet(another, knowledge));
    tell(false);
  }
}

/** Subjects that suffice without some of those that were found; undefined where there are none. */
function* otherWay(
  order: readonly string[],
  sets: readonly (readonly string[])[],
  essential: Set<string>,
  knowledge: Knowledge,
): Asking<string[] | undefined> {
  const members = new Set(sets.flat());
  for (const member of members) {
    const isSpared = sets.some((set) => !set.includes(member));
    if (essential.has(member) || isSpared) continue;
    const others = order.filter((one) => one !== member);
    if (yield* isEnough(others, knowledge)) return others;
    essential.add(member);
  }
  const replaceable = [...members].filter((one) => !essential.has(one));
  const rest = order.filter((one) => !replaceable.includes(one));
  return replaceable.length > 0 && (yield* isEnough(rest, knowledge)) ? rest : undefined;
}

/**
 * One smallest set out of those that suffice together: the last one needed first, then what it
 * needs.
 */
function* minimalSet(order: readonly string[], knowledge: Knowledge): Asking<string[]> {
  const found: string[] = [];
  let rest = order;
  while (!(yield* isEnough(found, knowledge))) {
    const count = yield* shortest(found, rest, knowledge);
    if (count === 0) break;
    found.push(rest[count - 1]!);
    rest = rest.slice(0, count - 1);
  }
  return order.filter((one) => found.includes(one));
}

/** How many of the first ones have to come to what was found, so that it suffices. */
function* shortest(
  found: readonly string[],
  rest: readonly string[],
  knowledge: Knowledge,
): Asking<number> {
  let [tooFew, enough] = [0, rest.length];
  for (let count = 1; count < enough; count *= 2) {
    if (yield* isEnough([...found, ...rest.slice(0, count)], knowledge)) enough = count;
    else tooFew = count;
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (yield* isEnough([...found, ...rest.slice(0, middle)], knowledge)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}

function* isEnough(kept: readonly string[], knowledge: Knowledge): Asking<boolean> {
  const asked = new Set(kept);
  const known = knowledge.of(asked);
  if (known !== undefined) return known;
  const answer = yield asked;
  knowledge.add(asked, answer);
  return answer;
}
