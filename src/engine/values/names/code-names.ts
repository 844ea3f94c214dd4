import { memo } from '../../memo.js';
import { unaccented } from '../../normalize/passwords/password-words.js';
import { regex, unbroken } from '../../regex.js';

// What fields for a code are called that somebody is sent, in languages other than English: as
// patterns without accents, in lower case.

/** Most names have nothing of it: a quick look. */
const MAY_BE = /[^ -~]|kod|kood|codi|code|yzm|yanzheng|xac/i;
/** Words that are said of such a code alone. */
const OWN = new RegExp(
  unaccented(unbroken`
    ^yzm$|yanzhengma|ma_?xac_?(?:nhan|thuc)|인증_?(?:번호|코드)|확인_?코드|認証(?:コード|番号)
    |確認コード|ワンタイム(?:パスワード|コード)|[验驗]证[码碼]|[验驗]證[码碼]|校[验驗][码碼]|动态[码密]
    |รหัสยืนยัน|קוד_?אימות|رمز_?التحقق|کد_?تایید`),
);
/** Germanic ones in one word. */
const IN_ONE = regex()`
  (?:bestatigungs|bestaetigungs|sicherheits|verifizierungs|anmelde|zugangs|einmal|aktivierungs
  |freischalt|verificatie|beveiligings|bevestigings|inlog|toegangs)[-_]?code`;
/** The word for a code, and what one is for that somebody is sent: `smsKod`, `kodeVerifikasi`. */
const CODE = /kod|kood|codig|codice|код/;
const FOR = new RegExp(
  unaccented(unbroken`
    sms|otp|2fa|verif|weryfik|dogrula|onay|guvenlik|giris|seferlik|akti[vw]|aktyw|a[ct]+iva
    |potwierdz|autoryz|jednoraz|bezpiecz|logow|overov|potvr[dz]|bezpec|ellenorz|megerosit
    |biztonsag|belep|k?onfirm|keaman|masuk|conferm|segur|sicurez|acces|vahvist|varmen|kirjaut
    |bekraft|bekraeft|bekreft|engang|sakerhet|sikkerhe|подтвер|провер|верифик|доступ|смс|безоп
    |актив|однораз|підтвер|перевір|безпек`),
);
/** Of a thing, a place or an outcome. */
const OF_THINGS = regex()`
  poczt|post|pos$|zip|kraj|krae|ulke|negara|pais|paese|land|prod|urun|barang|tovar|товар|стран|почт
  |bled|hata|error|chyb|oshib|ошиб|status|stanu|durum|jezyk|dil$|bahasa|walut|valut|currency|country
  |kont[ao]|bank|sklep|toko|kupon|promo|rabat|indirim|diskon`;
/** The word alone, which other things have as well. */
const BARE = new RegExp(
  unaccented('^(?:kod[eu]?|kood|koodi|kods|kodas|codigo|codice|код|コード|코드|קוד|رمز|कोड)$'),
);
const TYPED = /^\d{6,8}$/;
const MANY_NAMES = 1_024;

/** True for what a code is called that somebody is sent. */
export const isSentCodeName = memo(
  (name: string): boolean => {
    if (!MAY_BE.test(name)) return false;
    const plain = plainName(name);
    if (OWN.test(plain) || IN_ONE.test(plain)) return true;
    return CODE.test(plain) && FOR.test(plain) && !OF_THINGS.test(plain);
  },
  undefined,
  MANY_NAMES,
);

/** True for as many digits as a code has that somebody is sent, under no more than the word. */
export function isBareCode(name: string, value: string): boolean {
  return TYPED.test(value) && MAY_BE.test(name) && BARE.test(plainName(name));
}

/** The last name of a pointer or a field's name. */
function plainName(name: string): string {
  return unaccented(name.replace(/\]+$/, '').split(/[/[.]/).at(-1)!).replaceAll(/[\s-]+/g, '_');
}
