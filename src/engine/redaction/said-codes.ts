import { regex, unbroken } from '../regex.js';

// Codes that somebody is sent, by the sentence or the list that says that they are. Every length
// is bounded, so that matching is linear.

/** Writes a code. */
type Write = (code: string) => string;

/** Of the languages that write words apart from one another; `\p{L}` takes long to prepare. */
const LETTER = String.raw`A-Za-z\u00c0-\u024f\u0370-\u04ff`;
/** What stands between a word and its code: a few words, marks, tags, and no end of a sentence. */
const FEW = String.raw`(?:<[^<>]{0,200}>|[^<>{}\d.!?;]){0,48}?`;
const DIGITS = String.raw`(?:[A-Z]-)?(?:\d{3}[ -]\d{3}|\d{4,8})(?![\w/]|[.,:-]\d)`;
/** Words that are said of such a code alone. */
const OWN = unbroken`
  (?:(?:bestätigungs|sicherheits|verifizierungs|anmelde|zugangs|einmal)-?(?:code|kennwort|passwort)
  |(?:verificatie|beveiligings|inlog)code)(?![${LETTER}])|인증\s?(?:번호|코드)|확인\s?코드
  |認証(?:コード|番号)|確認コード|ワンタイムパスワード|[验驗][证證][码碼]|校验码|动态[码密]码?`;
const WORD = unbroken`
  (?:pass-?code|code|c[oó]digo|codice|kod(?:u|y)?|код|otp|tan|pin)(?![${LETTER}])`;
const BEFORE = regex('gi')`${OWN}|(?<![${LETTER}])${WORD}`;
const BEHIND = new RegExp(`^(${FEW})(?<![\\d.,:/A-Za-z-])(${DIGITS})`, 'i');
/** `123456 is your code`. */
const FIRST = regex('gi')`
  (?<![\w.,:/-])((?:[A-Z]-)?(?:\d{3}[ -]\d{3}|\d{4,8}))
  (\s{1,3}(?:is|ist|est|es|é|è|[-–—])\s{1,3}(?:your|ihr|dein|votre|ton|tu|su|(?:o\s)?seu|il\stuo)\s
  [^<>{}\d.!?;]{0,40}?(?:${OWN}|(?<![${LETTER}])${WORD})|\s?(?:是|（|\()[^<>{}\d。]{0,16}?(?:${OWN}))`;
/** What the other words need beside them, in front or behind: whose, or what it is for. */
const ASKED = regex('i')`
  verif|vérif|secur|sécur|segur|sicur|sicher|log-?\s?in|sign|anmeld|conf|bestätig|auth|one[-\s]?time
  |two-?factor|2fa|access|acc[eè]s|acesso|zugang|activ|aktiv|temporary|doğrul|güven|onay|weryfik
  |potwierdz|подтвержд|доступ|безопас
  |(?<![${LETTER}])(?:your|ihre?|deine?|votre|ton|tu|su|seu|tuo|suo|je|uw|tw[oó]j|ваш)
  (?![${LETTER}])`;
/** What has a code and is nobody. */
const OF_THINGS = regex('i')`
  (?:postal|zip|post|area|country|region|state|error|status|promo\w*|discount|coupon|voucher|gift
  |product|item|article|bar|qr|source|colou?r|language|currency|airport|reference|booking|order|tax
  |sort|swift|bank|branch|referral|dress|http|exit|response|reason|category|stock|model|serial)
  [\s+_-]{0,3}$`;
/** Between the word and its code somebody says that it is one, or nothing. */
const SAYS = regex('i')`
  [:：]|^(?:<[^<>]*>|[^${LETTER}<>])*$
  |(?<![${LETTER}])(?:is|ist|lautet|est|es|é|è|jest|это|oder|or)(?![${LETTER}])|은|는|は|是|为`;
const AROUND = 40;
/** Most texts have nothing that may be one: a quick look for each of the two. */
const HAS_DIGITS = /\d{3}[ -]?\d/;
const HAS_LISTED = /(?:[A-Z\d]{4}-|[a-z\d]{4}-|\d{4} )[A-Za-z\d]{4}|\d{8}/;

/** Codes to get in without a device that is lost: several, in a list below their name. */
const SPARE = regex('gi')`
  (?:backup|recovery|rescue|scratch|emergency|spare|wiederherstellungs|notfall)[-_\s]{0,2}codes?
  |c(?:odes?|[oó]digos?)\sde\s(?:secours|récupération|respaldo|recuperación|recuperação)
  |(?:복구|백업)\s?코드|(?:リカバリー?|バックアップ)コード`;
const LISTED = regex('g')`
  (?<![\w.\/-])(?:(?=[\w-]{0,24}\d)(?=[a-z\d-]{9,40}(?![\w-])|[A-Z\d-]{9,40}(?![\w-]))
  [A-Za-z\d]{4,8}(?:-[A-Za-z\d]{4,8}){1,4}|\d{4}\ \d{4}|\d{8})(?![\w\/-])`;
const LIST = 1_024;

/** A text with the codes in it written anew that it says somebody is sent. */
export function rewriteSaidCodes(source: string, write: Write): string {
  const others = HAS_DIGITS.test(source)
    ? rewriteBehind(rewriteFirst(source, write), write)
    : source;
  return HAS_LISTED.test(others) ? rewriteSpare(others, write) : others;
}

function rewriteFirst(source: string, write: Write): string {
  return source.replace(FIRST, (whole, code: string, said: string) => {
    const word = said.replace(/[^\s_+-]+$/, '');
    return OF_THINGS.test(word) ? whole : write(code) + said;
  });
}

function rewriteBehind(source: string, write: Write): string {
  let told = '';
  let done = 0;
  for (const { 0: word, index } of source.matchAll(BEFORE)) {
    if (index < done) continue;
    const from = index + word.length;
    const [, between = '', code] = BEHIND.exec(source.slice(from, from + 400)) ?? [];
    const before = source.slice(Math.max(0, index - AROUND), index);
    if (code === undefined || !SAYS.test(between) || OF_THINGS.test(before)) continue;
    const isOwn = word === word.toUpperCase() ? /[A-Z\u3040-\uffff]/.test(word) : word.length > 9;
    if (!isOwn && !ASKED.test(before) && !ASKED.test(between)) continue;
    told += source.slice(done, from) + between + write(code);
    done = from + between.length + code.length;
  }
  return told + source.slice(done);
}

function rewriteSpare(source: string, write: Write): string {
  let told = '';
  let done = 0;
  for (const { index } of source.matchAll(SPARE)) {
    if (index < done) continue;
    const to = index + LIST;
    told +=
      source.slice(done, index) + source.slice(index, to).replace(LISTED, (code) => write(code));
    done = to;
  }
  return told + source.slice(done);
}
