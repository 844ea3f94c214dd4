import { memo } from '../../memo.js';
import { regex } from '../../regex.js';
import { decodePercent } from '../addresses/raw-url.js';
import { unaccented } from '../words/unaccented.js';
import { STEMS, WORDS } from './password-words.js';

const LONGEST = 64;
/** The word itself at the end of one, with what a language puts behind a stem. */
const ENDS = new RegExp(`(?:${[...STEMS, ...WORDS].join('|')})\\p{L}{0,2}$`, 'u');
/** Words that mean other things too: a season's pass, the width of a page. */
const SHORT = /^(?:pass|pw)$/;
/** … but for whose it is. */
const WHOSE = regex()`
  ^(?:u|usr?|user|my|re|login|log|auth|admin|root|db|ftp|smtp|mail|email|web|acc|account|member
  |site|wifi|saved?|remember|cookie|enc|hash(?:ed)?)$`;
const SHORT_JOINED = new RegExp(`^(?:user|login|auth|admin|member|account)(?:pass|pw)$`);
/** What is asked, said or done of a password is none. */
const ABOUT = regex()`
  forg[eo]t|reset|recover|restor|lost|chang|updat|expir|show|hid(?:e|den)|toggle|requir|need|prompt
  |verif|check|wrong|fail|attempt|strength|polic|valid|remind|request|allow|enabl|disabl|skip
  |without|has|is|no|new|last|set|one.?time|temp|hint|vergess|oubli|olvid|zapomn`;
const IS_ABOUT = new RegExp(`^(?:${ABOUT.source})`);
/** How it is written, behind the word itself. */
const WRITTEN = /^(?:hash(?:ed)?|md|sha|enc(?:rypted|oded)?|b|base|hex|plain|value|raw|cookie|c)$/;

/**
 * True for a name that is all of a password's, of whosever: not `password_reset`, not
 * `season_pass`.
 */
export const isCalledPassword = memo((name: string): boolean => {
  if (name.length > LONGEST) return false;
  const words = decodePercent(name)
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .split(/[^\p{L}\p{M}]+/u)
    .map(unaccented)
    .filter((word) => word !== '');
  const at = words.findLastIndex((word) => !WRITTEN.test(word));
  const word = words[at];
  const before = words.slice(0, Math.max(at, 0));
  if (word === undefined || [...before, word].some((one) => IS_ABOUT.test(one))) return false;
  if (SHORT.test(word)) return before.every((one) => WHOSE.test(one));
  return ENDS.test(word) || SHORT_JOINED.test(word);
});
