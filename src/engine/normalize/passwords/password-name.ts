import { regex } from '../../regex.js';

/**
 * Names that say it in full; others, such as `pw` and `pin`, mean a page's width or a meeting too.
 */
const IN_FULL = regex('i')`
  passw(?:or[dt]|d)|pass-?phrase|kennwort|contrase|mot-?de-?passe|wachtwoord|senha|парол|密|パスワード
  |비밀번호`;

/** True for a name that says in full that it holds a password. */
export function isNamedPassword(name: string): boolean {
  return IN_FULL.test(name);
}
