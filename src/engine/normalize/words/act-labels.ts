import { LOG_IN, LOG_OUT } from './acts.js';
import { unaccented } from './unaccented.js';

// What buttons and links say that log in and out: the words alone, or with one more behind them.

const OUT = labelOf(LOG_OUT);
const IN = labelOf(LOG_IN);
const LONGEST = 48;

/** True for the label of what logs out, in any language that `acts.ts` knows. */
export function isLogoutLabel(text: string): boolean {
  return isLabel(text, OUT);
}

/** True for the label of what logs in, or of where that is done. */
export function isLoginLabel(text: string): boolean {
  return isLabel(text, IN);
}

function labelOf(words: string): RegExp {
  return new RegExp(`^(?:${words})(?:[ :,(]\\S{0,40})?$`, 'iu');
}

function isLabel(text: string, words: RegExp): boolean {
  if (text.length > 4 * LONGEST) return false;
  const label = unaccented(text).replace(/\s+/g, ' ').trim();
  return label !== '' && label.length <= LONGEST && words.test(label);
}
