import type { Comparison } from './compare.js';
import type { Wanted } from './probe.js';
import { type Seen, troubleOf } from './seen.js';

type Question<T> = Generator<Wanted, T, Seen>;

/** Without any credential. Some servers fail where nothing says who asks: twice is no accident. */
export function* asNobody(): Question<Seen> {
  const wanted = { step: 'nothing', kept: new Set<string>() } as const;
  const nobody = yield wanted;
  return nobody.standing === 'failed' ? yield wanted : nobody;
}

/**
 * Two answers that were asked for at once may be the same where one of a second later is not: what
 * comes after that to nobody tells whether it was the login or the time. False where nothing can be
 * compared.
 */
export function* onceMore(
  comparison: Comparison,
  all: ReadonlySet<string>,
  nobody: Seen,
): Question<boolean> {
  const seen = yield { step: 'unchanged', kept: all };
  if (!comparison.hasHead(seen)) return false;
  comparison.addUnchanged(seen);
  comparison.addStranger(nobody);
  return true;
}

/**
 * Of answers that change by themselves: whether enough of them stays the same to tell them apart.
 */
export function* steadier(
  comparison: Comparison,
  all: ReadonlySet<string>,
  nobody: Seen,
): Question<boolean> {
  if (!(yield* onceMore(comparison, all, nobody))) return false;
  const another = yield* asNobody();
  if (troubleOf(another)) return false;
  comparison.addStrangerToo(another);
  return comparison.isSteady;
}
