import { unbroken } from '../../regex.js';
import { STEMS, WORDS } from './password-words.js';
import { unaccented } from '../words/unaccented.js';

// What stands beside the word for a password and says which of somebody's passwords it is, in the
// languages that have such words. A `~` stands for whatever a language puts behind.

/** One that is chosen, or is typed once more so that it is right. */
const NEW = patternOf(unbroken`
  new|confirm~|again|repeat~|retype~|reenter~|second|verif(?:y|ication)
  |neu~|wiederhol~|bestaetig~|bestatig~|nouve(?:au|lle)|nuev[ao]|repetir|repite
  |nuov[ao]|conferma|ripeti|nov[aeioy]|novo(?:ga|ho)|nowe(?:go)?|powtorz~|potwierdz~
  |nieuwe?|herhaal|bevestig~|nya?|nytt?|gentag|bekraft~|uusi|yeni
  |tekrar~|znovu|potvr[dz]~|ponov~|uj|megerosit~|noua|baru|ulangi
  |konfirmasi|moi|xin|queren|нов~|повтор~
  |подтвер~|підтвер~|νεο~|新(?:しい|规|規)?|重复|重複|确认|確認(?:用)?|再入力
  |새(?:로운)?|신규|확인|재입력|재확인`);

/** One that there is already: whoever gives it is known. */
const OLD = patternOf(unbroken`
  old|cur|current|present|existing|previous|alte?s?|bisherig~|aktu[ae]l~|ancien(?:ne)?
  |actuel~|actual|anterior|antig[ua]{1,2}|attuale|vecchia|atual|obecne|star[aeioy]|staro(?:ga|ho)
  |huidige?|oude?|gam(?:melt|le|la|malt)|vanha|eski|mevcut
  |regi|jelenlegi|lama|jiu|стар~|текущ~
  |поточн~|παλι~|旧|舊|原|当前|當前|現在の?|현재|기존|이전`);

/** With both in one word, and of two letters at most what a language puts behind a stem. */
const PASSWORD = [...STEMS, ...WORDS, 'pass', 'pw'].join('|');
const WORD = [...WORDS].join('|');

const IS_NEW = saying(NEW);
const IS_OLD = saying(OLD);
const JOINED = new RegExp(`^(?:(?:${NEW}|${OLD})(?:${WORD})|(?:${WORD})(?:${NEW}|${OLD}))$`, 'u');
/** In English also behind what says where it is: `txtnewpassword`. */
const IN_ENGLISH = unbroken`
  (?:new|confirm|repeat|retype)(?:password|passwd|passwort|kennwort|pass|pwd|pw)
  |(?:password|passwd|passwort|kennwort|pass|pwd|pw)(?:confirm|repeat|again|retype|check|conf)`;
const IS_NEW_IN_ENGLISH = new RegExp(IN_ENGLISH);

/** True for a name, without accents and with its words apart, of a password that is chosen. */
export function saysNew(name: string): boolean {
  return IS_NEW.test(name) || IS_NEW_IN_ENGLISH.test(name);
}

/** The same for one that is to be changed. */
export function saysOld(name: string): boolean {
  return IS_OLD.test(name) || /(?:old|current)(?:pass|pw)/.test(name);
}

/** True for such a word and a short one for a password in one: `nowehaslo`, `sifretekrar`. */
export function isJoined(word: string): boolean {
  return JOINED.test(word);
}

function saying(which: string): RegExp {
  const before = `(?<!\\p{L})(?:${which})(?:(?!\\p{L})|${PASSWORD})`;
  const behind = `(?:${PASSWORD})\\p{L}{0,2}(?:${which})(?!\\p{L})`;
  return new RegExp(`${before}|${behind}`, 'u');
}

function patternOf(table: string): string {
  return unaccented(table).replaceAll('~', '\\p{L}*');
}
