import { AFTER, BEFORE, sentenceOf } from './sentence.js';

// What is said to whoever gave the name of nobody, in the languages of the world.

/** For each language: of whom, and that there is none. Small letters without accents. */
const SAYS_NONE: readonly (readonly [who: string, none: string])[] = [
  [
    '(?:this |the )?(?:user|account|member|customer)',
    '(?:does|do|did)(?: not|n.t) exist|(?:was |is )?not (?:found|registered|exist)|unknown',
  ],
  ['no such|unknown', 'user|account|member'],
  ['benutzer|nutzer|konto', '(?:existiert|gibt es) nicht|nicht (?:gefunden|vorhanden|registriert)'],
  ['utilisateur|compte', 'n.existe pas|introuvable|non trouve|inexistant'],
  ['usuario|cuenta', 'no (?:existe|encontrad[oa]|registrad[oa]|se encuentra)|inexistente'],
  [
    'usuario|utilizador|conta',
    'nao (?:existe|encontrad[oa]|cadastrad[oa]|registad[oa]|registrad[oa])',
  ],
  ['utente|account', 'non (?:esiste|trovat[oa]|registrat[oa])|inesistente'],
  ['gebruiker|account', 'bestaat niet|niet gevonden'],
  ['anvandare[^\\s]*|bruker[^\\s]*|bruger[^\\s]*', '(?:finns|finnes|findes) (?:inte|ikke)'],
  ['uzytkownik|konto', 'nie istnieje|nie znaleziono|nieznan[^\\s]*'],
  ['uzivatel|pouzivatel|ucet', 'neexistuje|nenalezen[^\\s]*|nebyl nalezen'],
  ['felhasznalo', 'nem letezik|nem talalhato'],
  ['utilizator[^\\s]*|cont[^\\s]*', 'nu exista|inexistent|negasit'],
  ['kullanici|hesap|uye', 'bulunamadi|mevcut degil|kayitli degil'],
  ['пользовател[^\\s]*|аккаунт', 'не (?:найден[^\\s]*|существует|зарегистрирован[^\\s]*)'],
  ['користувач[^\\s]*', 'не (?:знайдено|існує|зареєстрован[^\\s]*)'],
  ['χρηστης|λογαριασμος', 'δεν (?:υπαρχει|βρεθηκε)'],
  ['user|pengguna|akun|email', 'tidak (?:ditemukan|terdaftar|ada)|belum terdaftar'],
  ['(?:tai khoan|nguoi dung)', 'khong ton tai|khong tim thay'],
  ['ผู้ใช้|บัญชี', 'ไม่พบ|ไม่มี'],
  ['المستخدم|الحساب', 'غير موجود'],
  ['کاربر[^\\s]*|حساب', 'یافت نشد|وجود ندارد'],
  ['用户名?|用戶名?|账号|帐号|帳號|账户|帳戶', '不存在|未注册|未註冊|没有找到|找不到'],
  ['ユーザー?[^\\s]{0,3}|アカウント', '存在しません|見つかりません|登録されていません'],
  ['사용자|회원|계정|아이디', '존재하지|찾을 수 없|없는|등록되지'],
];

const SENTENCES = SAYS_NONE.map((words) =>
  sentenceOf(words, (who, none) => `${BEFORE}${who}[^.!?\\n]{0,20}${none}${AFTER}`),
);

/** True for a sentence, or a few, without accents, that say that there is no such user. */
export function tellsUnknownUser(plain: string): boolean {
  return SENTENCES.some((isIn) => isIn(plain));
}
