import { memo } from '../../memo.js';
import { asks, parametersOf, partsOf } from '../address-words.js';
import { regex } from '../../regex.js';
import { alternativesOf } from '../../normalize/words/alternatives.js';
import { unaccented } from '../../normalize/words/unaccented.js';

// What addresses and calls name the making of an account, and the setting of its password: where a
// password is given, and nobody is let in by that alone.

/** Without accents; what is one word with a hyphen is written with others or none too. */
const MAKES = `
  registrieren registrierung konto-erstellen konto-anlegen benutzer-anlegen inscription inscrire
  s-inscrire creer-compte creer-un-compte creation-compte nouveau-compte registro registrar
  registrarse registrarme registrate crear-cuenta crear-usuario nueva-cuenta nuevo-usuario cadastro
  cadastrar cadastre-se criar-conta criar-usuario nova-conta registrazione registrati registrare
  iscrizione iscriviti crea-account nuovo-account registreren registratie account-aanmaken
  registrera
  registrering registrer opprett-konto opret-konto skapa-konto rekisteroidy rekisterointi
  rejestracja zarejestruj utworz-konto registrace registruj registrovat vytvorit-ucet registracia
  regisztracio regisztral inregistrare creare-cont creeaza-cont kayit kayit-ol uye-ol uyelik
  uye-kayit hesap-olustur daftar pendaftaran registrasi mendaftar buat-akun dang-ky tao-tai-khoan
  registracija registriraj регистрация зарегистрироваться реєстрація εγγραφή 注册 註冊 新規登録
  会員登録 회원가입 สมัครสมาชิก ลงทะเบียน إنشاء-حساب הרשמה ثبت-نام zhuce`;
const OF_WORLD = alternativesOf(MAKES);
const WHO = 'user|account|member|customer|client|player|admin|person|profile|student|employee';
/** A whole part of a path, or a whole name of a call. */
const ACCOUNT_ACT = regex('i')`
  ^(?:(?:do|api|auth|handle|process|submit|ajax|self|post|${WHO})s?[-_.]?){0,2}
  (?:(?:regist(?:er|ration)|reg|sign[-_]?up|enrol+(?:ment)?|${OF_WORLD})
  (?:[-_.]?(?:new|action|process|submit|do|me|form|post|mutation|request|${WHO})s?){0,2}
  (?:[-_]?(?:by|with|via)[-_]?\w{1,20})?
  |(?:create|new|add|make|open|insert)[-_]?(?:an?[-_]?)?(?:new[-_]?)?(?:${WHO})s?
  |(?:${WHO})s?[-_]?(?:create|creation|add|insert)
  |(?:change|reset|forgot(?:ten)?|new|set|update|recover|modify|edit)[-_]?(?:user|my|account)?[-_]?
  (?:password|passwd|passwort|pwd))(?:\.\w{1,5})?$`;
const MAKE = /^(?:create|new|add|insert|store)(?:\.\w{1,5})?$/i;
/** Of whom one is made there. */
const OF_WHOM = new RegExp(`^(?:(?:${WHO})s?|auth|identit(?:y|ies))$`, 'i');

/** True for an address that names it, wherever in it. */
export function isAccountPlace(url: string): boolean {
  return isAccountAct(url) || partsOf(url).some((part) => ACCOUNT_ACT.test(part));
}

/** True for an address that says in the end, or by a parameter, that it is that. */
export const isAccountAct = memo((url: string): boolean => {
  const parts = partsOf(url);
  if (ACCOUNT_ACT.test(parts.at(-1) ?? '') || isMade(parts)) return true;
  return parametersOf(url).some(([name, value]) => asks(name, value, isWord));
});

/** True for the name of a call, or of a form's action, that does it. */
export const isAccountWord = memo(isWord);

function isWord(word: string): boolean {
  const parts = unaccented(word).split(/[./:\\]+/);
  return ACCOUNT_ACT.test(parts.at(-1) ?? '') || isMade(parts);
}

/** `/auth/create`, `user.create`; `/session/create` logs in. */
function isMade(parts: readonly string[]): boolean {
  const [of = '', last = ''] = parts.slice(-2);
  return MAKE.test(last) && OF_WHOM.test(of);
}
