import { regex } from '../regex.js';

/** A field that is named by what is given to it: `changePassword(…)` (GraphQL §2.6). */
const CALL = /(?:pass(?:word|wd|code|phrase)|pwd)\w{0,40}\s{0,4}\(/gi;
/** What is given to it under a name that says nothing alone. */
const GIVEN = regex('gi')`
  ((?<!\w)(?:old|new|next|current|previous|confirm(?:ation)?|repeat(?:ed)?|again|value|to|from)
  \s{0,4}:\s{0,4})("""|")([^"\\]{1,256})(?=\2)`;
/** A quick look: most texts have none. */
const MAY_CALL = /(?:pass|pwd)\w{0,40}\s{0,4}\(/i;
const LONGEST = 2_048;

/** A document of GraphQL with the passwords in it written anew that stand in it themselves. */
export function rewriteLiterals(source: string, write: (password: string) => string): string {
  if (!MAY_CALL.test(source)) return source;
  let told = '';
  let done = 0;
  for (const { 0: call, index } of source.matchAll(CALL)) {
    const from = index + call.length;
    if (from < done) continue;
    const given = givenIn(source.slice(from, from + LONGEST));
    told += source.slice(done, from);
    told += given.replace(
      GIVEN,
      (_, before: string, quote: string, password: string) => before + quote + write(password),
    );
    done = from + given.length;
  }
  return told + source.slice(done);
}

/** Up to where the bracket closes. */
function givenIn(source: string): string {
  return /^(?:"(?:[^"\\]|\\[^])*"|[^()"]){0,2048}/.exec(source)?.[0] ?? '';
}
