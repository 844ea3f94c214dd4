import { tellsFailure } from '../words/failure-words.js';
import { tellsLoggedOut } from '../words/logged-out-words.js';
import { tellsOutSince, tellsSessionOver } from '../words/session-over-words.js';
import { tellsOfMessage } from '../words/mail-words.js';
import { asksForCodeIn } from './asked-code.js';
import { saidByScript } from './said-by-script.js';
import { shownText } from './shown-text.js';

// A page that shows the form again says by that that a login failed; this is for those that show a
// sentence and a way back.

/** Longer ones are pages with more on them, which may speak of anything. */
const MOST_MARKUP = 24_000;
const MOST_TEXT = 2_000;

/** What becomes of whoever is answered so. */
export interface Told {
  refusal?: true;
  denied?: true;
  nobody?: true;
  mailed?: true;
  accountMade?: true;
  namesNobody?: true;
  halfway?: true;
  loggedOut?: true;
}

/**
 * What a short page says that offers nobody to log out: that a login failed, or that it goes on
 * with a code or a letter.
 */
export function toldByPage(html: string, wayOut: boolean): Told {
  if (html.length > MOST_MARKUP || wayOut) return {};
  const text = shownText(html);
  if (text.length > MOST_TEXT) return {};
  if (tellsOutSince(text)) return { nobody: true };
  if (tellsLoggedOut(text)) return { loggedOut: true };
  if (tellsSessionOver(text)) return { nobody: true };
  if (tellsFailure(text) || tellsFailure(saidByScript(html))) return { refusal: true };
  if (asksForCodeIn(html, text)) return { halfway: true };
  return tellsOfMessage(text) ? { mailed: true } : {};
}
