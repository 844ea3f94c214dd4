import { memo } from '../../memo.js';
import { regex } from '../../regex.js';

// Who logs in gives one password that there is already; a new one is typed twice, or is called so.

/** What stands before or behind the word for a password. */
const NEW = regex()`
  (?:^|[^a-z])(?:new|confirm\w*|again|repeat\w*|retype\w*|reenter\w*|second
  |verif(?:y|ication)|neu\w*|wiederhol\w*|bestaetig\w*|nouveau|confirmer|nuev[ao]|repetir
  |repite|nuov[ao]|conferma|ripeti|nov[oa]|nowe|powtorz\w*|nieuw|herhaal|bevestig\w*
  |nytt?|gentag|bekraft\w*|uusi|yeni|tekrar)(?:[^a-z]|$)|^new(?:pass|pw|pwd|passw)
  |(?:new|confirm|repeat|retype)(?:password|passwd|passwort|kennwort|pass|pwd|pw)
  |(?:password|passwd|passwort|kennwort|pass|pwd|pw)(?:confirm|repeat|again|retype|check|conf)`;

/** Beside a new one: whoever gives it is known. */
const OLD = regex()`
  (?:^|[^a-z])(?:old|cur|current|present|existing|previous|alte?s?|bisherig\w*|aktuell\w*
  |ancien|actuel|actual|anterior|attuale|vecchia|atual|obecne|stare|huidig\w*|oud)(?:[^a-z]|$)
  |(?:old|current)(?:pass|pw)`;

/**
 * What fields for passwords of these names are for; undefined where one password is given, as for a
 * login.
 */
export function newPasswordIn(names: readonly string[]): 'chosen' | 'changed' | undefined {
  const plain = names.map(plainName);
  if (!plain.some((name) => NEW.test(name)) && !isTypedTwice(names)) return undefined;
  return plain.some((name) => OLD.test(name)) ? 'changed' : 'chosen';
}

/** `password` and `password2`, `pass[first]` and `pass[second]`. */
function isTypedTwice(names: readonly string[]): boolean {
  const bare = names.map((name) => name.replace(/[\d[\]_-]+$/, ''));
  return new Set(bare).size < new Set(names).size;
}

/** Lower case without accents, words apart: `neuesPasswort` is neues_passwort. */
const plainName = memo((name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, ''),
);
