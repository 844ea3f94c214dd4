import { memo } from '../../memo.js';
import { regex, unbroken } from '../../regex.js';
import { unaccented } from './unaccented.js';

// What fields for a code are called that somebody is sent, in languages other than English: as
// patterns without accents, in lower case.

/** Most names have nothing of it: a quick look. */
const MAY_BE = /[^ -~]|kod|kood|codi|code|yzm|yanzheng|xac/i;
/** Words that are said of such a code alone. */
const OWN = new RegExp(
  unaccented(unbroken`
    ^yzm$|yanzhengma|ma_?xac_?(?:nhan|thuc)|인증_?(?:번호|코드)|認証(?:コード|番号)|確認コード
    |[验驗][证證][码碼]|校验码|动态码`),
);
/** The word for a code, and what one is for that somebody is sent: `smsKod`, `kodeVerifikasi`. */
const CODE = /kod|kood|codig|codice|код|(?:ungs|heits|einmal|anmelde|ie)[-_]?code/;
const FOR = new RegExp(
  unaccented(unbroken`
    sms|otp|2fa|[vw]er[iy]fi|dogrula|onay|guven|conferm|akti[vw]|aktyw|ativa|potw|potvr
    |jedn?oraz|bezp|sicher|einmal|anmeld|bestatig|overov|ellenorz|konfirm|segur|sicur|engang
    |подтвер|провер|смс|безоп|однораз`),
);
/** Of a thing, a place or an outcome. */
const OF_THINGS = regex()`
  post|poczt|pos$|zip|kraj|ulke|negara|pais|land|prod|barang|товар|стран|почт|hata|error|ошиб
  |status|durum|bahasa|walut|kont[ao]|bank|kupon|promo`;
/** The word alone, which other things have as well. */
const BARE = new RegExp(unaccented('^(?:kod[eu]?|kood|codigo|codice|код|コード|코드)$'));
const TYPED = /^\d{6,8}$/;
const MANY_NAMES = 1_024;

/** True for what a code is called that somebody is sent. */
export const isSentCodeName = memo(
  (name: string): boolean => {
    if (!MAY_BE.test(name)) return false;
    const plain = plainName(name);
    if (OWN.test(plain)) return true;
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
  return unaccented(name.replace(/\]+$/, '').split(/[/[.]/).at(-1)!).replace(/[\s-]+/g, '_');
}
