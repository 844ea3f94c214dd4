import type { Comparison, Judged } from './compare.js';
import type { Search } from './minimal-sets.js';
import { minimalSets } from './minimal-sets.js';
import type { Wanted } from './probe.js';
import type { ProbeStep } from './proof.js';
import type { Seen } from './seen.js';
import type { Trouble } from './trouble.js';

/** Asks for one request after the other, and gives what came of it, or why nothing can be told. */
export type Script = Generator<Wanted, Ending, Seen>;

/** What came of it as a whole; `sets`: what was searched for is known. */
export type Ending = Trouble | 'sets' | 'ended';

/** Whose subjects they are, by their ids. */
export interface Cast {
  /** In the order in which they are tried: what is likely to log in first. */
  readonly order: readonly string[];
  /** How many of the first ones are likely to. */
  readonly likely: number;
  /** They go along with any other, and never without: a server may end a session where one is missing. */
  readonly guards: readonly string[];
}

/** Which of these log in: unchanged twice, with nothing, with or without some, unchanged once more. */
export function* authenticates(comparison: Comparison, cast: Cast, search: Search): Script {
  const all = new Set([...cast.order, ...cast.guards]);
  for (let time = 0; time < 2; time++) {
    const seen = yield { step: 'unchanged', kept: all };
    if (time > 0 && !comparison.hasHead(seen)) return troubleOf(seen) ?? 'noise';
    if (!isPage(seen)) return troubleOf(seen) ?? 'not-logged-in';
    comparison.addUnchanged(seen);
  }
  let nobody = yield { step: 'nothing', kept: new Set() };
  // Some servers fail where nothing says who asks: twice is no accident.
  if (nobody.standing === 'failed') nobody = yield { step: 'nothing', kept: new Set() };
  comparison.addStranger(nobody);
  const trouble = nobody.standing === 'limited' ? 'limited' : sameness(comparison);
  if (trouble) return trouble;
  const ending = yield* searching(comparison, cast, search);
  const last = yield { step: 'again', kept: all };
  return comparison.judge(last) === 'yes' ? ending : (troubleOf(last) ?? 'changed');
}

function sameness(comparison: Comparison): Trouble | undefined {
  if (comparison.isSame) return 'needs-no-login';
  return !comparison.isPlain && comparison.isNoisy ? 'noise' : undefined;
}

/** Asks what suffices, of all that stands in the cast. */
export function* searching(
  comparison: Comparison,
  cast: Cast,
  search: Search,
  putBack?: ProbeStep,
): Script {
  const { order, likely } = cast;
  const rest = order.slice(likely);
  // Other things than the login change a page as well: seen without the likely ones alone, it tells more.
  const isVague = !comparison.isPlain && likely > 0 && rest.length > 0;
  const asking = minimalSets(order, search, isVague ? [rest] : []);
  let step = asking.next();
  while (!step.done) {
    const isReference = isVague && isSame(step.value, rest);
    const judged = yield* trying(comparison, cast, step.value, isReference, putBack);
    if (typeof judged === 'string') return judged;
    step = asking.next(judged);
  }
  return 'sets';
}

/** One question; asked again where the answer was neither the one nor the other. */
function* trying(
  comparison: Comparison,
  { order, guards }: Cast,
  chosen: ReadonlySet<string>,
  isReference: boolean,
  putBack?: ProbeStep,
): Generator<Wanted, boolean | Trouble, Seen> {
  const step = putBack ?? (chosen.size * 2 > order.length ? 'without' : 'only');
  const kept = new Set([...chosen, ...guards]);
  let seen = yield { step, kept };
  if (isReference && comparison.differs(seen) && !troubleOf(seen)) {
    comparison.addStranger(seen);
    return false;
  }
  let judged: Judged = comparison.judge(seen);
  if (judged === 'unclear' && seen.standing !== 'limited') {
    seen = yield { step, kept };
    judged = comparison.judge(seen);
  }
  return judged === 'unclear' ? (troubleOf(seen) ?? 'unclear') : judged === 'yes';
}

function isSame(chosen: ReadonlySet<string>, others: readonly string[]): boolean {
  return chosen.size === others.length && others.every((one) => chosen.has(one));
}

/** Answered well; a page that has the form of a login may have it for everybody. */
export function isPage({ standing, answer: { status } }: Seen): boolean {
  return standing === 'well' || (standing === 'login' && status < 300);
}

/** Answers of which nothing can be told. */
export function troubleOf({ standing }: Seen): Trouble | undefined {
  if (standing === 'limited') return 'limited';
  return standing === 'failed' ? 'failed' : undefined;
}
