import { inEitherOrder } from './sentence.js';
import { unaccented } from './unaccented.js';

// What is said to whoever is to go on with a message that was sent, in the languages of the world.

/** For each language: what was sent, and what became or is to become of it. Without accents. */
const SAYS_SENT: readonly (readonly [what: string, done: string])[] = [
  [
    'e-?mails?|inbox|text message|sms',
    '(?:we|we.ve|have|has been|was|just) (?:e-?mailed|sent)|check your|confirm your|verify your|' +
      'open (?:the|our)|(?:click|follow|use) the (?:link|button)|is on its way',
  ],
  ['link|code', '(?:we|we.ve|have|has been|was|just) (?:e-?mailed|sent|texted)|is on its way'],
  [
    'e-?mails?|mails?|postfach|posteingang|sms|code',
    'gesendet|geschickt|gesandt|versandt|verschickt|offnen sie|prufen sie|bestatigen sie|' +
      'klicken sie|folgen sie|geben sie|bestatige|klicke|offne|prufe|unterwegs',
  ],
  [
    'e-?mails?|courriels?|sms|code|boite de reception',
    'envoye[^\\s]*|cliquez|verifiez|consultez|confirmez|saisissez|ouvrez',
  ],
  [
    'e-?mails?|correos?|codigo|sms|bandeja de entrada',
    'enviado|enviamos|haz clic|haga clic|revisa|revise|confirma|confirme|introduce|abre|abra',
  ],
  ['e-?mail|codice|sms|posta', 'inviato|inviata|clicca|controlla|conferma|inserisci|apri|verifica'],
  ['e-?mail|codigo|sms', 'enviamos|enviado|clique|verifique|confirme|insira|abra'],
  ['e-?mails?|mails?|code|sms', 'gestuurd|verzonden|verstuurd|klik op|bevestig|controleer|open de'],
  [
    'e-?post[^\\s]*|e-?mail[^\\s]*|mejl[^\\s]*|kod[^\\s]*',
    'skickat|sendt|klicka|klikk?|bekrafta|bekreft|sjekk',
  ],
  ['e-?mail|wiadomosc|kod|sms', 'wyslali[^\\s]*|kliknij|sprawdz|potwierdz|wpisz'],
  ['e-?mail|kod|sms', 'odeslali|poslali|kliknete|kliknite|potvrdte|zadejte|otevrete'],
  ['e-?posta[^\\s]*|kod[^\\s]*', 'gonder[^\\s]*|tiklay[^\\s]*|onayla[^\\s]*|kontrol ed[^\\s]*'],
  [
    'письм[^\\s]*|почт[^\\s]*|код[^\\s]*',
    'отправ[^\\s]*|выслали|перейдите|проверьте|подтвердите|введите',
  ],
  ['メール|認証コード|確認コード|SMS', '送信|お送り|送り|ご確認|クリック|開いて|入力'],
  [
    '邮件|郵件|邮箱|信箱|验证码|驗證碼|短信',
    '发送|發送|已发|寄出|查收|点击|點擊|确认|確認|输入|輸入',
  ],
  ['메일|인증번호|인증 ?코드|문자', '보냈|발송|전송|확인해|클릭|눌러|입력'],
];

const SENTENCES = SAYS_SENT.map(inEitherOrder);

/** True for a sentence, or a few, that send whoever reads it to a letter or a message. */
export function tellsOfMessage(text: string): boolean {
  const told = unaccented(text);
  return SENTENCES.some((isIn) => isIn(told));
}
