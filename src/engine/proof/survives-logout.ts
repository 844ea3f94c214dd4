import { asNobody, isPage, type Script, searching, troubleOf } from './authenticates.js';
import type { Cast } from './cast.js';
import type { Comparison } from './compare.js';
import type { Search } from './minimal-sets.js';
import type { Seen } from './seen.js';

/**
 * Does what was logged out with still log in: with nothing, with all of it put back, and where that is
 * answered as to its user, with some of it, to see which.
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
  if (old.standing === 'login' && comparison.isPlain) return 'unclear';
  if (!comparison.isPlain) {
    const again = yield { step: 'put-back', kept: all };
    const missing = softly(comparison, nobody, again);
    if (missing) return missing === 'needs-no-login' && needsLogin ? 'ended' : missing;
  }
  return yield* searching(comparison, cast, search);
}

/** Both are pages, or both are data: they have to differ, and as those of a user and of nobody do. */
function softly(comparison: Comparison, nobody: Seen, again: Seen) {
  if (!comparison.hasHead(again)) return troubleOf(again) ?? 'noise';
  comparison.addUnchanged(again);
  comparison.addStranger(nobody);
  if (comparison.isSame) return 'needs-no-login';
  return comparison.isUsers ? undefined : 'unclear';
}
