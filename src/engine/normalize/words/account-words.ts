import { AFTER, BEFORE, sentenceOf } from './sentence.js';
import { unaccented } from './unaccented.js';

// What is said to whoever has made an account and is to log in with it, in the languages of the
// world.

/** For each language: what it is about, and what became of it. Small letters without accents. */
const SAYS_MADE: readonly (readonly [what: string, done: string])[] = [
  [
    'users?|accounts?|members?|customers?|profile',
    '(?:was |been |is |now )?(?:successfully )?(?:registered|created|activated|verified)',
  ],
  ['registration|sign-?up', 'success[^\\s]*|complete[^\\s]*|done|confirmed'],
  ['successfully', 'registered|signed up'],
  ['(?:registered|signed up|activated)', 'successfully'],
  ['(?:you can|you may|please|and) ?(?:now )?', '(?:log|sign)[- ]?in\\b(?! (?:link|code))'],
  ['registrierung', 'erfolgreich|abgeschlossen'],
  ['konto|benutzer|nutzer', 'erstellt|angelegt|aktiviert|registriert'],
  ['inscription', 'reussie|terminee|effectuee|confirmee|avec succes'],
  ['compte|utilisateur', '(?:ete )?(?:creee?|activee?|enregistree?)'],
  ['registro', 'exitos[oa]|completad[oa]|correct[^\\s]*|con exito|concluido|realizado'],
  ['cuenta|usuario', 'cread[oa]|registrad[oa]|activad[oa]'],
  ['cadastro', 'sucesso|realizado|concluido|efetuado'],
  ['conta|usuario|utilizador', 'criad[oa]|cadastrad[oa]|registad[oa]|registrad[oa]|ativad[oa]'],
  ['registrazione', 'completata|riuscita|avvenuta|effettuata|con successo'],
  ['account|utente', 'creat[oa]|registrat[oa]|attivat[oa]'],
  ['registratie', 'gelukt|voltooid|geslaagd|succesvol'],
  ['account|gebruiker', 'aangemaakt|geregistreerd|geactiveerd'],
  ['konto(?:en|t)?|bruker(?:en)?|anvandare(?:n)?|bruger(?:en)?', 'skapa[td]s?|opprettet|oprettet'],
  ['rejestracja', 'pomysln[^\\s]*|zakonczon[^\\s]*|udan[^\\s]*|powiodla|przebiegla'],
  ['konto|uzytkownik', 'utworzon[^\\s]*|zarejestrowan[^\\s]*|aktywowan[^\\s]*'],
  ['registrace|registracia', 'uspesn[^\\s]*|dokoncen[^\\s]*|probehla|prebehla'],
  ['ucet|uzivatel|pouzivatel', 'vytvoren[^\\s]*|zaregistrovan[^\\s]*'],
  ['regisztracio', 'sikeres[^\\s]*|megtortent'],
  ['inregistrare[^\\s]*|contul', 'succes|reusit[^\\s]*|creat[^\\s]*'],
  ['kayit[^\\s]*|uyelig?[^\\s]*|hesap|hesab[^\\s]*', 'basarili|tamamlandi|olusturuldu'],
  ['(?:pen)?daftar[^\\s]*|registrasi|mendaftar|akun', 'berhasil|sukses|dibuat'],
  ['dang ky|dang ki|tai khoan', 'thanh cong(?! dang nhap)'],
  [
    'регистраци[^\\s]*|аккаунт[^\\s]*|учетн[^\\s]* запис[^\\s]*',
    'успешно|успешна|завершен[^\\s]*|создан[^\\s]*|прошла',
  ],
  ['реєстраці[^\\s]*|обліков[^\\s]* запис[^\\s]*', 'успішн[^\\s]*|завершен[^\\s]*|створен[^\\s]*'],
  ['εγγραφη', 'επιτυχ[^\\s]*|ολοκληρ[^\\s]*'],
  ['注册|註冊', '成功|完成|完毕'],
  ['(?:新規|会員|ユーザー?|アカウント)[^\\s]{0,6}(?:登録|作成)|登録', '完了|成功|しました'],
  ['가입|계정', '완료|성공|되었|생성'],
  ['สมัครสมาชิก|ลงทะเบียน', 'สำเร็จ|เรียบร้อย'],
  ['تم', 'انشاء [^.]{0,12}حساب|التسجيل بنجاح'],
  ['ثبت ?نام', 'موفق[^\\s]*|انجام شد'],
  ['ההרשמה|הרשמה', 'הושלמה|בוצעה|בהצלחה'],
  ['पंजीकरण|रजिस्ट्रेशन', 'सफल[^\\s]*'],
];

/** Said of somebody who is in now, whatever else came of it. */
const IS_IN =
  /(?:logged|signed) ?in|log-?in success|登录成功|ログインしました|로그인 ?(?:성공|되)/i;
/** None was made. */
const NOT = /\bnot\b|n't|\bunable\b|\bfailed\b|失败|失敗|실패/i;
const SENTENCES = SAYS_MADE.map((words) =>
  sentenceOf(
    words,
    (what, done) =>
      `${BEFORE}${what}[^.!?\\n]{0,30}${BEFORE}${done}${AFTER}|` +
      `${BEFORE}${done} [^.!?\\n]{0,12}${what}${AFTER}`,
  ),
);

/** True for a sentence, or a few, that say that an account was made, and nobody is in by it. */
export function tellsOfAccount(text: string): boolean {
  const told = unaccented(text);
  return !IS_IN.test(told) && !NOT.test(told) && SENTENCES.some((isIn) => isIn(told));
}
