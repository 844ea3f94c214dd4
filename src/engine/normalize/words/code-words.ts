import { inEitherOrder } from './sentence.js';
import { unaccented } from './unaccented.js';

// What is said to whoever is to type a code that a message brings, in the languages of the world.

/** For each language: the code, and what became or is to become of it. Without accents. */
const SAYS_CODE: readonly (readonly [code: string, done: string])[] = [
  [
    'otp|totp|2fa|(?:verification|security|one[- ]time|login|log-in|sign-in|confirmation|access|' +
      'authentication|authenticator) (?:code|pin|password|passcode)|passcode',
    'sent|texted|e-?mailed|on its way|(?:please )?enter|required|needed',
  ],
  ['code|bestatigungscode|sicherheitscode|otp|tan', 'gesendet|geschickt|versandt|eingeben'],
  ['code|otp', 'envoye[^\\s]*|saisissez|entrez|requis'],
  ['codigo|otp', 'enviad[oa]|enviamos|introduce|introduzca|ingrese|insira|digite|informe'],
  ['codice|otp', 'inviat[oa]|inserisci'],
  ['code|otp', 'verzonden|verstuurd|gestuurd|voer'],
  ['kod(?:en)?|engangskod[^\\s]*|otp', 'skickats?|skickad|sendt|ange|skriv inn|indtast'],
  ['kod|otp', 'wyslan[^\\s]*|wpisz|wprowadz'],
  ['kod|otp', 'odeslan[^\\s]*|zaslan[^\\s]*|zadejte|zadajte'],
  ['kod[^\\s]*|otp', 'gonder[^\\s]*|girin[^\\s]*'],
  ['kod|otp', 'elkuld[^\\s]*|kikuld[^\\s]*|trimis|introduceti|posla[^\\s]*|unesite|lahetetty'],
  ['код[^\\s]*|otp', 'отправлен[^\\s]*|отправили|выслан[^\\s]*|введите|надіслан[^\\s]*|введіть'],
  ['κωδικος|otp', 'σταλθηκε|απεσταλη|εισαγετε'],
  ['otp|kode', 'dikirim[^\\s]*|terkirim|masukkan|dihantar'],
  ['otp|ma (?:xac thuc|xac minh|xac nhan|otp)', 'gui|nhap'],
  ['otp|รหัส(?:ยืนยัน|otp)?', 'ส่ง|กรอก'],
  ['otp|(?:رمز|كود) (?:التحقق|التاكيد|التأكيد)|کد (?:تایید|تأیید|ورود)', 'ارسال|ادخل|أدخل|وارد'],
  ['otp|קוד[^\\s]*', 'נשלח[^\\s]*|הזן|הזינו'],
  ['otp|ओटीपी', 'भेज[^\\s]*|दर्ज'],
  ['认证码|驗證碼|验证码|动态码|动态密码|短信码|otp', '发送|發送|已发|输入|輸入'],
  ['認証コード|確認コード|ワンタイムパスワード|otp', '送信|お送り|送り|入力'],
  ['인증 ?번호|인증 ?코드|보안 ?코드|otp', '보냈|발송|전송|입력'],
];

/** It was not the one, or could not be sent. */
const FAILED = new RegExp(
  String.raw`\b(?:in ?valid|wrong|incorrect|expired|mismatch|verified|failed)\b` +
    String.raw`|\b(?:could not|not sent)\b` +
    '|错误|錯誤|失败|失敗|有误|過期|过期|실패|틀|неверн|истек|salah|kadaluarsa|gecersiz',
  'i',
);
const SENTENCES = SAYS_CODE.map(inEitherOrder);

/** True for a sentence, or a few, after which a code is to be typed that was sent. */
export function tellsOfCode(text: string): boolean {
  const told = unaccented(text);
  return !FAILED.test(told) && SENTENCES.some((isIn) => isIn(told));
}
