import { regex } from '../../regex.js';
import { tellsLockOut } from './locked-words.js';
import { AFTER_LATIN, BEFORE, sentenceOf } from './sentence.js';
import { tellsUnknownUser } from './unknown-user-words.js';
import { unaccented } from './unaccented.js';

// What is said to whoever could not log in, in the languages of the world: by pages, and in data.

/** For each language: what it is about, and what became of it. Small letters without accents. */
const SAYS_NO: readonly (readonly [about: string, failed: string])[] = [
  [
    'log-?in|log-?on|sign-?in|sign-?on|authentication|authorization|password|passphrase|passcode|' +
      'user ?name|user ?id|credentials?|e-?mail(?: address)?|account',
    'failed|failure|denied|refused|rejected|incorrect|in[ -]?valid|wrong|not correct|not valid|' +
      'bad(?= (?:credential|password|user|login|log-in|e-?mail|auth))|' +
      'not recogni[sz]ed|not found|(?:does|do|did) not match|unsuccessful',
  ],
  [
    'anmeldung|anmelden|einloggen|login|passwort|kennwort|benutzername|benutzer|zugangsdaten|' +
      'anmeldedaten',
    'fehlgeschlagen[^\\s]*|falsch[^\\s]*|ungultig[^\\s]*|inkorrekt[^\\s]*|nicht korrekt|' +
      'nicht erfolgreich|stimm(?:t|en) nicht|verweigert|abgelehnt|unbekannt[^\\s]*',
  ],
  [
    "connexion|authentification|identifiants?|mot de passe|nom d'utilisateur|utilisateur",
    'echoue|echec|incorrecte?s?|invalides?|errone|refuse|mauvais[^\\s]*|inconnu',
  ],
  [
    'inicio de sesion|sesion|autenticacion|usuario|contrasena|clave|credenciales',
    'fallid[oa]|fallo|ha fallado|incorrect[oa]s?|invalid[oa]s?|erronea?o?s?|denegado|no validas?',
  ],
  [
    'accesso|autenticazione|nome utente|utente|password|parola chiave|credenziali|login',
    'fallit[oa]|errat[oaei]|non validi?a?|non e valid[oa]|non corrett[oaei]|negato|' +
      'sbagliat[oaei]|sconosciuto|non (?:e )?riuscit[oa]',
  ],
  [
    'login|autenticacao|utilizador|usuario|senha|palavra-passe|credenciais',
    'falhou|falha|incorret[oa]s?|invalid[oa]s?|errad[oa]|negado|recusado',
  ],
  [
    'inloggen|aanmelden|aanmelding|gebruikersnaam|wachtwoord|inloggegevens',
    'mislukt|onjuist[^\\s]*|ongeldig[^\\s]*|verkeerd[^\\s]*|geweigerd|onbekend[^\\s]*',
  ],
  [
    'inloggning(?:en)?|innlogging(?:en)?|login|losenord(?:et)?|passord(?:et)?|adgangskode(?:n)?|' +
      'anvandarnamn(?:et)?|brukernavn(?:et)?|brugernavn(?:et)?',
    'misslyckades|mislyktes|mislykkedes|fel|felaktigt[^\\s]*|ogiltigt|feil|feilet|ugyldige?|' +
      'forkerte?|nekad|avvist',
  ],
  [
    'logowanie|haslo|login|nazwa uzytkownika',
    'nie powiodlo sie|nieprawidlow[^\\s]*|bledn[^\\s]*|odmow[^\\s]*',
  ],
  [
    'prihlaseni|heslo|uzivatelske jmeno|jmeno',
    'se nezdarilo|selhalo|neuspesn[^\\s]*|nespravn[^\\s]*|chybn[^\\s]*|neplatn[^\\s]*|' +
      'spatn[^\\s]*|odepren',
  ],
  ['giris|oturum|sifre|parola|kullanici adi', 'basarisiz|hatali|yanlis|gecersiz|reddedildi'],
  [
    'вход|входа|авторизации|аутентификации|логин|пароль|пароля|имя пользователя',
    'ошибка|неверн[^\\s]*|неправильн[^\\s]*|не удался|не удалась|отказано|запрещен',
  ],
  [
    'ログイン|認証|パスワード|ユーザー?名|ユーザー?ID|メールアドレス',
    '失敗|違|間違|正しくありません|正しくない|一致しません|無効|できません|エラー',
  ],
  [
    '登录|登入|登錄|认证|驗證|验证|密码|密碼|用户名|用戶名|账号|帐号|帳號',
    '失败|失敗|错误|錯誤|不正确|不正確|有误|有誤|无效|無效|被拒绝',
  ],
  [
    '로그인|인증|비밀번호|암호|아이디|사용자',
    '실패|틀|잘못|오류|일치하지|올바르지|다릅니다|수 없습니다',
  ],
  [
    'bejelentkezes[^\\s]*|belepes[^\\s]*|jelszo[^\\s]*|felhasznalo[^\\s]*',
    'sikertelen[^\\s]*|hibas|helytelen|ervenytelen|rossz|nem megfelelo|nem egyezik',
  ],
  [
    'autentificare[^\\s]*|conectare[^\\s]*|parol[^\\s]*|(?:nume de )?utilizator[^\\s]*',
    'esuat[^\\s]*|incorect[^\\s]*|gresit[^\\s]*|invalid[^\\s]*|nereusit[^\\s]*',
  ],
  [
    'συνδεση[^\\s]*|κωδικ[^\\s]*|ονομα χρηστη|στοιχεια',
    'απετυχε|αποτυχια|λαθος|λανθασμεν[^\\s]*|ακυρ[^\\s]*|εσφαλμεν[^\\s]*',
  ],
  [
    'вхід|входу|увійти|авторизаці[^\\s]*|логін|пароль|пароля',
    'помилк[^\\s]*|невірн[^\\s]*|неправильн[^\\s]*|не вдал[^\\s]*|хибн[^\\s]*',
  ],
  [
    'kirjautumi[^\\s]*|salasana|kayttajatunnus|tunnus',
    'epaonnistui|vaar[^\\s]*|virheelli[^\\s]*|ei kelpaa',
  ],
  [
    'prihlaseni[^\\s]*|heslo|(?:prihlasovacie )?meno',
    'zlyhal[^\\s]*|nespravn[^\\s]*|neplatn[^\\s]*|chybn[^\\s]*|neuspesn[^\\s]*',
  ],
  [
    'prijava|lozinka|zaporka|sifra|korisnicko ime|лозинка|пријава|корисничко име',
    'nije usp(?:j)?ela|neusp(?:j)?esn[^\\s]*|pogresn[^\\s]*|neispravn[^\\s]*|netocn[^\\s]*|' +
      'netacn[^\\s]*|погрешн[^\\s]*|неисправн[^\\s]*|није успела',
  ],
  [
    'вход|парола|паролата|потребител[^\\s]*',
    'грешн[^\\s]*|невалидн[^\\s]*|неуспеш[^\\s]*|неправилн[^\\s]*',
  ],
  ['đăng nhập|mật khẩu|tài khoản', 'thất bại|không đúng|sai|không hợp lệ|không chính xác'],
  [
    'login|masuk|kata sandi|sandi|password|nama pengguna|username',
    'gagal|salah|tidak (?:valid|sesuai|cocok|benar)',
  ],
  ['รหัสผ่าน|ชื่อผู้ใช้|เข้าสู่ระบบ', 'ไม่ถูกต้อง|ผิด|ล้มเหลว|ไม่สำเร็จ'],
  [
    'كلمة المرور|كلمة السر|اسم المستخدم|تسجيل الدخول|بيانات الدخول',
    'غير صحيح[^\\s]*|خاطئ[^\\s]*|خطأ|فشل|غير صالح[^\\s]*',
  ],
  ['סיסמ[^\\s]*|שם ה?משתמש|התחברות|כניסה', 'שגוי[^\\s]*|נכשל[^\\s]*|לא נכונ[^\\s]*'],
  ['رمز عبور|کلمه عبور|نام کاربری|ورود', 'اشتباه|نادرست|ناموفق|صحیح نیست|معتبر نیست'],
  ['पासवर्ड|लॉगिन|यूज़रनेम|उपयोगकर्ता', 'गलत|अमान्य|विफल'],
];
/** Right behind it: elsewhere in a sentence it may be that of anything. */
const ERROR =
  /(?:log-?in|sign-?in|authentication|password|credentials?|user ?name) errors?(?!\p{L})/iu;
/** `Error en el intento de login`, `Erreur lors de la connexion`. */
const ERROR_AT = regex('iu')`
  \b(?:error|erro|erreur|errore|fehler) (?:en|al|durante|de|ao|no|na|lors|a|nel|nella|bei|beim)\b
  [^.!?\n:]{0,24}
  (?:log-?in|sesion|autentic|acceso|accesso|autenticacao|sessao|entrar|connexion|anmeld|einlogg)`;

/** Between words; where words are written without blanks, anywhere. */
const SENTENCES = SAYS_NO.map((words) =>
  sentenceOf(
    words,
    (about, failed) =>
      `${BEFORE}${about}[^.!?\\n]{0,60}${failed}${AFTER_LATIN}|` +
      `${BEFORE}${failed}[^.!?\\n:]{0,20}${about}${AFTER_LATIN}`,
  ),
);
/** How often it happened is told to whoever got in. */
const COUNTED = regex('giu')`
  (?:(?:last|previous|recent|letzter?|dernier|ultimo) )?(?:failed|unsuccessful|fehlgeschlagene?r?
  |echou\w*|fallid\w*) (?:log|sign)-?[io]ns?(?: attempts?)?[^\n]{0,40}`;

/** True for a sentence, or a few, that say that a login failed. */
export function tellsFailure(text: string): boolean {
  const told = unaccented(text).replace(COUNTED, '');
  if (ERROR.test(told) || ERROR_AT.test(told) || tellsUnknownUser(told)) return true;
  return SENTENCES.some((isIn) => isIn(told)) || tellsLockOut(told);
}
