import { regex } from '../../regex.js';
import { unaccented } from '../words/unaccented.js';

// What fields for a password are called, without accents and in lower case.

/** Long enough to be found inside a longer word: `newpassword`, `loginkennwort`. */
export const STEMS: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'passwort',
  'kennwort',
  'contrasen',
  'contrassenya',
  'motdepasse',
  'wachtwoord',
  'adgangskode',
  'losenord',
  'passord',
  'salasana',
  'slaptazod',
  'matkhau',
  'kata sandi',
  'katasandi',
  'парол',
  'лозинк',
  'κωδικος',
  'συνθηματικ',
  'סיסמ',
  'كلمة المرور',
  'كلمةالمرور',
  'كلمة السر',
  'كلمةالسر',
  'رمز عبور',
  'गुप्तशब्द',
  'पासवर्ड',
  'รหัสผาน',
  '密码',
  '密碼',
  '口令',
  'パスワード',
  '暗証番号',
  '비밀번호',
  '암호',
  '패스워드',
].map(unaccented);

/** Whole words of a name. */
export const WORDS: ReadonlySet<string> = tableOf(`
  pwd pswd psw passwrd pword userpwd userpass loginpass loginpwd mdp senha clave parola
  sifre haslo heslo jelszo geslo lozinka zaporka parool parole sandi pasahitza lykilord
  motpasse wachtw kodeord fjalekalim гасло nenosiri pinkod pincode mpin parol mima
  passw pasw psswd psswrd pssword pasword passowrd pswrd pasvord
`);
/** Short words for a password behind what says whose: `userpw`, `repass`, `txtpwd`. */
export const COMPOUND = regex()`
  ^(?:u|us|usr|user|my|re|new|old|cur|current|login|log|auth|admin|root|db|ftp|smtp|mail|email
  |web|txt|acc|account|member|confirm)(?:pass|pw|pwd|psw)$`;
/** The last word of a name, and nothing but a count or a version behind it. */
export const LAST_WORDS: ReadonlySet<string> = new Set(['pass', 'pw', 'pin']);

/** A table written as plain words, in lower case and without accents. */
export function tableOf(table: string): Set<string> {
  return new Set(table.trim().split(/\s+/).map(unaccented));
}
