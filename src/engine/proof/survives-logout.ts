import { type Ending, type Script, searching } from './authenticates.js';
import type { Cast } from './cast.js';
import type { Comparison } from './compare.js';
import type { Search } from './minimal-sets.js';
import type { Wanted } from './probe.js';
import { asNobody } from './questions.js';
import { isPage, type Seen, troubleOf } from './seen.js';

/**
 * Does what was logged out with still log in: with nothing, with all of it put back, and where that
 * is answered as to its user, with some of it, to see which; where that is not clear, with invented
 * values.
 */
export function* survivesLogout(
  comparison: Comparison,
  cast: Cast,
  search: Search,
  needsLogin: boolean,
): Script {
  const all = new Set([...cast.order, ...cast.guards]);
  const nobody = yield* asNobody();
  const old = yield { step: 'put-back', kept: all };
  comparison.addUnchanged(old);
  comparison.addStranger(nobody);
  const trouble = nobody.standing === 'limited' ? 'limited' : troubleOf(old);
  if (trouble) return trouble;
  if (!isPage(old)) return 'ended';
  // A page that asks for a password, in place of the one that was there or as ever.
  if (old.standing === 'login' && comparison.isPlain) return yield* worthless(comparison, cast);
  if (!comparison.isPlain) {
    const again = yield { step: 'put-back', kept: all };
    const missing = softly(comparison, nobody, again);
    if (missing === 'needs-no-login' && needsLogin) return 'ended';
    if (missing && missing !== 'unclear') return missing;
    const worth = yield* worthless(comparison, cast);
    if (missing || worth !== 'unclear') return worth;
  }
  return yield* searching(comparison, cast, search);
}

/**
 * Somebody who sends what is not known any more may be told so, which is neither the answer of a
 * user nor that of nobody. Where values that never were any are answered in the same way, the old
 * ones are worth as little.
 */
function* worthless(
  comparison: Comparison,
  { order, guards, likely }: Cast,
): Generator<Wanted, Ending, Seen> {
  const invented = new Set(order.slice(0, likely));
  const seen = yield { step: 'invented', kept: new Set([...order, ...guards]), invented };
  if (comparison.isWhole(seen) && !comparison.differs(seen)) return 'ended';
  return seen.standing === 'limited' ? 'limited' : 'unclear';
}

/**
 * Both are pages, or both are data: they have to differ, and as those of a user and of nobody do.
 */
function softly(comparison: Comparison, nobody: Seen, again: Seen) {
  if (!comparison.hasHead(again)) return troubleOf(again) ?? 'noise';
  comparison.addUnchanged(again);
  comparison.addStranger(nobody);
  if (comparison.isSame) return 'needs-no-login';
  return comparison.isUsers ? undefined : 'unclear';
}
