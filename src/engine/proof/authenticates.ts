import type { Cast } from './cast.js';
import { Closer } from './closer.js';
import type { Comparison, Judged } from './compare.js';
import type { Search } from './minimal-sets.js';
import { minimalSets } from './minimal-sets.js';
import { Refused } from './refused.js';
import type { Wanted } from './probe.js';
import type { ProbeStep } from './probe-messages.js';
import { asNobody, onceMore, steadier } from './questions.js';
import { isPage, type Seen, troubleOf } from './seen.js';
import type { Trouble } from './trouble.js';

/** Asks for one request after the other, and gives what came of it, or why nothing can be told. */
export type Script = Generator<Wanted, Ending, Seen>;

/** So many of the likely ones are tried by being missing alone, before anything else is. */
const ALONE = 4;
/** And of those of which nobody knows what the server keeps in them. */
const BOUND = 2;
const PUT: ProbeStep = 'put-back';

/** What came of it as a whole; `sets`: what was searched for is known. */
export type Ending = Trouble | 'sets' | 'ended';

/**
 * Which of these log in: unchanged twice, with nothing, with or without some, unchanged once more.
 */
export function* authenticates(comparison: Comparison, cast: Cast, search: Search): Script {
  const all = new Set([...cast.order, ...cast.guards]);
  for (let time = 0; time < 2; time++) {
    const seen = yield { step: 'unchanged', kept: all };
    if (time > 0 && !comparison.hasHead(seen)) return troubleOf(seen) ?? 'noise';
    if (!isPage(seen)) return troubleOf(seen) ?? 'not-logged-in';
    comparison.addUnchanged(seen);
  }
  const nobody = yield* asNobody();
  comparison.addStranger(nobody);
  if (nobody.standing === 'limited') return 'limited';
  if (comparison.isVague && !(yield* onceMore(comparison, all, nobody))) return 'noise';
  const trouble = sameness(comparison);
  const isSteady = trouble === 'noise' && (yield* steadier(comparison, all, nobody));
  if (trouble && !isSteady) return trouble;
  const refused = new Refused(cast, search);
  const closer = new Closer(comparison, cast, search);
  const ending = yield* searching(comparison, cast, search, { refused, closer });
  const isThere = ending === 'sets' && refused.isAlive && (yield* closer.look());
  if (ending === 'changed' || isThere) return ending;
  return (yield* stillThere(comparison, cast, refused)) ?? ending;
}

function sameness(comparison: Comparison): Trouble | undefined {
  if (comparison.isSame) return 'needs-no-login';
  return !comparison.isPlain && comparison.isNoisy ? 'noise' : undefined;
}

/** Asks what suffices, of all that stands in the cast; without the last, of what is put back. */
export function* searching(
  comparison: Comparison,
  cast: Cast,
  search: Search,
  { refused, closer }: { refused?: Refused; closer?: Closer } = {},
): Script {
  const rest = cast.order.slice(cast.likely);
  // Other things than the login change a page as well: seen without the likely ones alone, it tells
  // more.
  const isVague = !comparison.isPlain && cast.likely > 0 && rest.length > 0;
  const ahead = [...(isVague ? [rest] : []), ...(refused ? onesMissing(cast) : [])];
  const asking = minimalSets(cast.order, search, ahead);
  let step = asking.next();
  while (!step.done) {
    const asked = step.value;
    const isReference = isVague && isSame(asked, rest);
    const tried = yield* trying(comparison, cast, asked, isReference, refused ? undefined : PUT);
    if (typeof tried === 'string') return tried;
    const { judged, seen } = tried;
    refused?.note(asked, judged);
    if (judged) closer?.note(asked, seen);
    step = asking.next(judged);
    if (step.done || !refused?.isToBeLookedInto(step.value)) continue;
    const trouble = yield* stillThere(comparison, cast, refused);
    if (trouble) return trouble;
  }
  return yield* withGuardsAlone(comparison, cast, search, refused);
}

/**
 * What was left in beside everything else may be what logs in: where one thing can stand in for
 * another, and nothing is needed, neither may be needed at all.
 */
function* withGuardsAlone(
  comparison: Comparison,
  cast: Cast,
  search: Search,
  refused?: Refused,
): Script {
  const isOpen = search.found?.essential.size === 0 && cast.guards.length > 0;
  if (!isOpen) return 'sets';
  const none = new Set<string>();
  const tried = yield* trying(comparison, cast, none, false, refused ? undefined : PUT);
  if (typeof tried === 'string') return tried;
  refused?.note(none, tried.judged);
  if (tried.judged) search.found = { sets: [[]], essential: none, whole: true };
  return 'sets';
}

/**
 * Each of the likely ones missing alone. What is most of all the session is missing first: a server
 * that ends a session of which a part is missing is shown none to end. Then what a session may be
 * bound to, then all that is not likely is missing, so that what is known by then is the most where
 * it is ended after all.
 */
function onesMissing({ order, likely, servers }: Cast): string[][] {
  const without = (one: string) => order.filter((id) => id !== one);
  const [first = [], ...others] = order.slice(0, Math.min(likely, ALONE)).map(without);
  if (likely === 0) return [];
  const bound = servers.slice(0, BOUND).map(without);
  return [first, ...bound, ...(others.length > 0 ? [order.slice(0, likely)] : []), ...others];
}

/** A login that ended answers nothing: no more is asked then. */
function* stillThere(
  comparison: Comparison,
  { order, guards }: Cast,
  refused: Refused,
): Generator<Wanted, Trouble | undefined, Seen> {
  const seen = yield { step: 'again', kept: new Set([...order, ...guards]) };
  if (comparison.judge(seen) === 'yes') {
    refused.outlived();
    return undefined;
  }
  const trouble = troubleOf(seen) ?? 'changed';
  if (trouble === 'changed') refused.tell();
  return trouble;
}

/** One question; asked again where the answer was neither the one nor the other. */
function* trying(
  comparison: Comparison,
  { order, guards }: Cast,
  chosen: ReadonlySet<string>,
  isReference: boolean,
  putBack?: ProbeStep,
): Generator<Wanted, { judged: boolean; seen: Seen } | Trouble, Seen> {
  const step = putBack ?? (chosen.size * 2 > order.length ? 'without' : 'only');
  const kept = new Set([...chosen, ...guards]);
  let seen = yield { step, kept };
  if (isReference && comparison.differs(seen) && !troubleOf(seen)) {
    comparison.addStranger(seen);
    return { judged: false, seen };
  }
  let judged: Judged = comparison.judge(seen);
  if (judged === 'unclear' && seen.standing !== 'limited') {
    seen = yield { step, kept };
    judged = comparison.judge(seen);
  }
  if (judged === 'unclear') return troubleOf(seen) ?? 'unclear';
  return { judged: judged === 'yes', seen };
}

function isSame(chosen: ReadonlySet<string>, others: readonly string[]): boolean {
  return chosen.size === others.length && others.every((one) => chosen.has(one));
}
