import { unbroken } from '../../regex.js';
import { unaccented } from './unaccented.js';

// What is said to whoever tried too often, in the languages of the world: nobody is let in by it.

const TOO_OFTEN = unbroken`
  too many (?:(?:failed|invalid|unsuccessful|incorrect) )?(?:(?:log|sign)[- ]?[io]n |password )?
  (?:attempts|tries|failures|requests)
  |zu viele (?:[^\s]+ )?(?:anmelde|login-?)?versuche|trop de tentatives|demasiados intentos
  |troppi tentativi|muitas tentativas|te veel (?:inlog)?pogingen|for mange forsok|for manga forsok
  |zbyt wiele prob|prilis mnoho pokusu|prilis vela pokusov|tul sok (?:sikertelen )?(?:probalkozas
  |kiserlet)|cok fazla (?:hatali )?(?:giris )?deneme|слишком много (?:неудачных )?попыток
  |забагато спроб|terlalu banyak percobaan|試行回数|回数が(?:上限|多)|次数过多|次數過多|过于频繁
  |시도 횟수|횟수를? 초과`;
const LOCKED = unbroken`
  account (?:is |has been |was )(?:currently |temporarily )?
  (?:locked(?: out)?|blocked|suspended|disabled)
  |(?:konto|benutzer|zugang)[^.!?\n]{0,30}gesperrt|compte[^.!?\n]{0,30}(?:bloque|verrouille)
  |cuenta[^.!?\n]{0,30}bloquead|conta [^.!?\n]{0,30}bloquead|account[^.!?\n]{0,20}bloccat
  |account[^.!?\n]{0,30}geblokkeerd|konto[^.!?\n]{0,30}(?:zablokowan|laast|sparret)
  |ucet[^.!?\n]{0,30}(?:zablokovan|uzamcen)|hesab[^.!?\n]{0,30}(?:kilitlen|bloke)
  |(?:аккаунт|учетная запись)[^.!?\n]{0,30}заблокирован|アカウント[^。\n]{0,20}ロック
  |(?:账号|帐号|帳號|账户|帐户|用户)[^。\n]{0,12}(?:锁定|鎖定|冻结|被禁用)|계정[^.\n]{0,12}잠`;
const LOCK_OUT = new RegExp(`${unaccented(TOO_OFTEN)}|${unaccented(LOCKED)}`, 'iu');

/** True for a sentence without accents that says that somebody tried too often or is locked out. */
export function tellsLockOut(plain: string): boolean {
  return LOCK_OUT.test(plain);
}
