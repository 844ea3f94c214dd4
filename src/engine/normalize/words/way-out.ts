import { LOG_OUT } from './acts.js';
import { shownOf } from '../bodies/shown-text.js';
import { unaccented } from './unaccented.js';

/**
 * What servers write around the word: `/user/logout.php?t=1`, `do=logout`, `>Log out<`,
 * `value="Logout"`.
 */
const BEFORE = String.raw`(?:(?:user|auth|account|session|do|action|my|wp|special)[-_.:]?){0,2}`;
const WORD = String.raw`${BEFORE}(?:${LOG_OUT})(?:[-_.]?(?:user|all|now))?(?:\.\w{1,5})?`;
/** As a whole between marks, or as an attribute without quotes (HTML §13.1.2.3). */
const WAY_OUT = new RegExp(
  String.raw`[>"'/=?&;]\s{0,40}${WORD}\s{0,40}[<"'/?&#]|=${WORD}[\s>]`,
  'iu',
);

/** Whatever is not ASCII may have an accent, or be another alphabet's. */
const MAY_BE = new RegExp(String.raw`[^\0-\x7f]|${LOG_OUT}`, 'i');

/** False for a page that has no word for it, which most have not. */
export function mayOfferWayOut(html: string): boolean {
  return MAY_BE.test(html);
}

/**
 * True for a page that offers to log out, by a link, a form or a button: whoever is answered with
 * it is logged in, unless it is one page for everything of which a script shows parts.
 */
export function offersWayOut(html: string): boolean {
  return WAY_OUT.test(unaccented(shownOf(html)));
}
