import { regex, unbroken } from '../../regex.js';

// Names of members, and values, by which answers in JSON and XML say whether something worked.

/** No more of an answer's members are read. */
export const MAX_MEMBERS = 64;
/** What is longer is a text, and no message. */
export const LONGEST_SENTENCE = 400;
/** What is shorter is a word or a number, and no key. */
export const LEAST_KEY = 16;

/** Members that say whether it worked. */
export const FLAG = regex('i')`
  ^(?:is_?|log_?in_?|auth_?)?(?:success(?:ful|fully)?|succeeded|ok|authenticated|log(?:ged)?_?in
  |sign(?:ed)?_?in|authorized|valid|passed|erfolg(?:reich)?|angemeldet|eingeloggt|gultig
  |succes|reussite?|reussi|connecte|valide|exito(?:so)?|conectado|autenticado|valid[oa]
  |success?o|riuscito|connesso|sucesso|gelukt|ingelogd|geldig|lyckades|inloggad|lykkedes|sukces
  |zalogowany|uspech|prihlasen|basari(?:li)?|успех|успешно|成功|成功した|성공|성공여부)$`;
/** Members that hold what went wrong, and the number of it. */
export const ERROR = /^(?:errors?|err|exception|fault|[a-z]{1,30}_errors)$/i;
/** The kind of object that an operation of GraphQL gave (§4.4). */
export const KIND = '__typename';
export const FAILED_KIND = /(?:error|failure|failed|denied|invalid\w{0,30})$/i;
/** What whoever got it wrong is told: how often he may try again, and what else is wanted. */
export const AGAIN = regex('i')`
  ^(?:(?:remaining|left)_?(?:login_?)?(?:attempts|tries)|(?:attempts|tries)_?(?:remaining|left)
  |(?:requires?|needs?|show)_?captcha|captcha_?(?:required|needed))$`;
/** `authResult` counts from 0 for who got in: iDRAC, IMM. */
export const ERROR_CODE = /^(?:(?:err|error)_?(?:no|num|code|cd|id|value)|authresult)$/i;
export const CODE = regex('i')`
  ^(?:code|status|ret|rtn|rc|(?:status|result|res|response|resp|return|ret|rtn)_?(?:code|cd|no))$`;
export const OUTCOME = regex('i')`
  ^(?:(?:log_?in|auth|str|rtn|ret|return|resp?|response|proc|api|call|op)_?)?
  (?:stat(?:us)?|result|res|state|outcome|type|durum|estado|stato|etat)$`;
export const SAID = regex('i')`
  ^(?:(?:err|error|result|res|resp|ret|rtn)_?)?
  (?:message|msg|text|details?|info|desc(?:ription)?|reason|title|mensa(?:je|gem)|messaggio
  |alert[ae]?|notice|toast|flash|aviso|nachricht|meldung|fehler(?:text|meldung)?|bericht|melding
  |meddelande|komunikat|zprava|sprava
  |mesaj|uzenet|pesan|сообщение|повідомлення|メッセージ|消息|信息|메시지)$`;
/** Whom it is about, and what he would be given. */
export const GIVEN = regex('i')`
  ^(?:user|member|account|session|token|jwt|auth|log_?in|sign_?in|authenticate
  |(?:[a-z]{1,30}_?)?access_?token(?:_?create)?|id_?token)$`;
/** What a call returned, where that is a switch. */
export const RETURNED = /^(?:data|payload|return_?value)$/i;
export const PERSON = /^(?:user|member|account|session|profile|customer|me|viewer|current_?user)$/i;
/** Of whom no session was made: `"sid":"0000000000000000"`. */
export const NO_SESSION = /^(?:auth_?)?(?:sid|session(?:_?id)?)$/i;
export const ZEROS = /^0{4,64}$/;
/** Members in which an answer is wrapped. */
export const WRAPPED = /^(?:data|result|response|payload|body|meta)$/i;

export const NO = /^(?:false|n|no|f|0|fail|failed)$/i;
export const NONE = regex('i')`
  ^(?:|0+|none|null|ok|no|false|success|-|n\/?a|nil|nothing|empty|no errors?|kein(?:e|er)?|aucune?
  |ningun[oa]?|nenhum[a]?|nessun[oa]?|geen|ingen|inga|inget|brak|zadn[ye]|nic|nincs|niciun[a]?
  |yok|нет|немає|няма|tidak ada|无|無|没有|なし|없음)$`;
export const FAILED = regex('i')`
  ^(?:error|err|fail(?:s|ed|ure)?|denied|danger|invalid|unauthori[sz]ed|forbidden|ko|nok|n
  |false)$`;
const WHAT =
  'credentials?|passw(?:or)?d|pass|user(?:[-_ ]?name)?|log[-_]?in|account|pin|otp|captcha|auth';
/** The same of whoever tried to log in, where the name may hold the state of anything. */
export const REFUSED = regex('i')`
  ^(?:wrong|bad|in_?valid|incorrect|unknown|no_?such)[-_. ]?(?:\w{1,12}[-_. ])?(?:${WHAT})\w{0,12}$
  |^(?:\w{1,12}[-_. ])?(?:${WHAT})\w{0,12}[-_. ]?
  (?:fail(?:ed|ure)?|wrong|in_?valid|incorrect|denied|refused|rejected|mismatch|not_?found)$`;
/** `AUTH_FAILED`, `INVALID_CREDENTIALS`, `E001`. */
export const FAILED_CODE = regex('i')`
  fail|error|invalid|denied|wrong|incorrect|mismatch|unauth|forbid|reject|expired|locked
  |not_?found|^e(?:rr)?[-_]?\d{1,6}$`;
export const NUMBER = /^[+-]?\d{1,9}$/;
/** Numbers of what worked, beside 0 and those of HTTP (RFC 9110 §15.3). */
export const WORKED: ReadonlySet<number> = new Set([0, 1_000, 10_000, 20_000]);
export const WORKED_WORDS = regex('i')`
  succe|\bok\b|welcome|logged|signed in|done|성공|완료|환영|成功|ようこそ|erfolg|reussi|éxito|exito|bem-vindo
  |успе`;
/** What else an answer may ask for, as its members and values name it. */
export const STEP = unbroken`
  (?:mfa|2[-_ ]?fa|otp|totp|two[-_ ]?fa|2[-_ ]?step|(?:two|multi|second)[-_ ]?(?:factor|step)
  (?:[-_ ]?auth(?:entication)?)?|two[-_ ]?step|step[-_ ]?up
  |(?:email|sms|phone|code|login|device)?[-_ ]?verification)(?:[-_ ]?code)?`;
/** The same amid other words: the password was right. */
export const NEXT_STEP = /mfa|2fa|otp|two[-_ ]?factor|challenge|second[-_ ]?step/i;
/** What came of it. */
export const WRONG = /in[-_ ]?valid|incorrect|wrong|expired|mismatch|not match|fail/i;

export const LOCATION = /^(?:location|redirect(?:_?(?:url|uri|to))?|next|url|href)$/i;
