import { tellsFailure } from './failure-words.js';
import { shownText } from './shown-text.js';
import { offersWayOut } from './way-out.js';

// A page that shows the form again says by that that a login failed; this is for those that show a
// sentence and a way back.

/** Longer ones are pages with more on them, which may speak of anything. */
const MOST_MARKUP = 24_000;
const MOST_TEXT = 2_000;

/** True for a short page that says that a login failed, and offers nobody to log out. */
export function pageSaysNo(html: string): boolean {
  if (html.length > MOST_MARKUP) return false;
  const text = shownText(html);
  return text.length <= MOST_TEXT && tellsFailure(text) && !offersWayOut(html);
}
