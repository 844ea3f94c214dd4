import { memo } from '../../memo.js';
import { saysNew, saysOld } from './whose-password.js';
import { unaccented } from '../words/unaccented.js';

// Who logs in gives one password that there is already; a new one is typed twice, or is called so.

/**
 * What fields for passwords of these names are for; undefined where one password is given, as for a
 * login.
 */
export function newPasswordIn(names: readonly string[]): 'chosen' | 'changed' | undefined {
  const plain = names.map(plainName);
  if (!plain.some(saysNew) && !isTypedTwice(names)) return undefined;
  return plain.some(saysOld) ? 'changed' : 'chosen';
}

/** `password` and `password2`, `pass[first]` and `pass[second]`. */
function isTypedTwice(names: readonly string[]): boolean {
  const bare = names.map((name) => name.replace(/[\d[\]_-]+$/, ''));
  return new Set(bare).size < new Set(names).size;
}

/** Lower case without accents, words apart: `neuesPasswort` is neues_passwort. */
const plainName = memo((name: string): string =>
  unaccented(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')),
);
