import { fold } from '../words/acts.js';
import { tellsFailure } from '../words/failure-words.js';
import { regex } from '../../regex.js';

// How an answer in JSON says, whatever its status was, that it did not work. No standard has words
// for that but RFC 9457 and OAuth: services say it by switches, codes, words, sentences, and by
// what they leave empty.

type Member = readonly [name: string, value: unknown];

/** Members that say whether it worked. */
const FLAG = regex('i')`
  ^(?:is_?|log_?in_?|auth_?)?(?:success(?:ful|fully)?|succeeded|ok|authenticated|log(?:ged)?_?in
  |sign(?:ed)?_?in|authorized|valid|passed|erfolg(?:reich)?|angemeldet|eingeloggt|gultig
  |succes|reussite?|reussi|connecte|valide|exito(?:so)?|conectado|autenticado|valid[oa]
  |success?o|riuscito|connesso|sucesso|gelukt|ingelogd|geldig|lyckades|inloggad|lykkedes|sukces
  |zalogowany|uspech|prihlasen|basari(?:li)?|успех|успешно|成功|成功した|성공|성공여부)$`;
/** Members that hold what went wrong, and the number of it. */
const ERROR = /^(?:errors?|err|exception|fault)$/i;
const ERROR_CODE = /^(?:err|error)_?(?:no|num|code|cd)$/i;
const CODE = regex('i')`
  ^(?:code|status|ret|rtn|rc|(?:status|result|res|response|resp|return|ret|rtn)_?(?:code|cd|no))$`;
const OUTCOME = /^(?:log_?in_?|auth_?)?(?:status|result|res|state|outcome|type)$/i;
const SAID = regex('i')`
  ^(?:(?:err|error|result|res|resp|ret|rtn)_?)?
  (?:message|msg|text|details?|info|desc(?:ription)?|reason|title)$`;
/** Whom it is about, and what he would be given. */
const GIVEN = /^(?:user|member|account|session|token|jwt|auth|access_?token|id_?token)$/i;
/** Members in which an answer is wrapped. */
const WRAPPED = /^(?:data|result|response|payload|body|meta)$/i;

const NO = /^(?:false|n|no|f|0|fail|failed)$/i;
const NONE = /^(?:|0+|none|null|ok|no|false|success)$/i;
const FAILED = regex('i')`
  ^(?:error|err|fail(?:s|ed|ure)?|denied|danger|invalid|unauthori[sz]ed|forbidden|ko|nok|n
  |false)$`;
/** `AUTH_FAILED`, `INVALID_CREDENTIALS`, `E001`. */
const FAILED_CODE = regex('i')`
  fail|error|invalid|denied|wrong|incorrect|mismatch|unauth|forbid|reject|expired|locked
  |not_?found|^e(?:rr)?[-_]?\d{1,6}$`;
const NUMBER = /^[+-]?\d{1,9}$/;
/** Numbers of what worked, beside 0 and those of HTTP (RFC 9110 §15.3). */
const WORKED: ReadonlySet<number> = new Set([0, 1_000, 10_000, 20_000]);
const WORKED_WORDS = regex('i')`
  succe|\bok\b|welcome|logged|signed in|done|성공|완료|환영|成功|ようこそ|erfolg|reussi|éxito|exito|bem-vindo
  |успе`;
/** The password was right, and something else is asked for. */
const NEXT_STEP = /mfa|2fa|otp|two[-_ ]?factor|challenge|second[-_ ]?step/i;

const LOCATION = /^(?:location|redirect(?:_?(?:url|uri|to))?|next|url|href)$/i;

const MAX_MEMBERS = 64;
const LONGEST_WORD = 200;
const LONGEST_SENTENCE = 400;
/** A shorter text is no key that logs in. */
const LEAST_KEY = 16;

/** True for an answer in JSON that says that it did not work. */
export function saysNo(json: unknown, depth = 0): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const members = Object.entries(json).slice(0, MAX_MEMBERS);
  if (members.some(([name, value]) => asksOn(name) || (typeof value === 'string' && asksOn(value))))
    return false;
  return (
    members.some((member) => isFailure(member) || isWithin(member, depth)) ||
    (members.every(givesNothing) && leavesOut(members))
  );
}

/** True for one whose message to a person tells this. */
export function says(json: unknown, tells: (text: string) => boolean): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  return Object.entries(json)
    .slice(0, MAX_MEMBERS)
    .some(
      ([name, value]) =>
        typeof value === 'string' &&
        SAID.test(name) &&
        value.length <= LONGEST_SENTENCE &&
        tells(value),
    );
}

function asksOn(word: string): boolean {
  return NEXT_STEP.test(word.slice(0, LONGEST_WORD));
}

function isWithin([name, value]: Member, depth: number): boolean {
  return depth < 2 && WRAPPED.test(name) && saysNo(value, depth + 1);
}

function isFailure([name, value]: Member): boolean {
  if (FLAG.test(fold(name))) return isNo(value);
  if (ERROR.test(name)) return isSomething(value);
  const number = numberOf(value);
  if (ERROR_CODE.test(name) && number !== undefined) return !hasWorked(number);
  if (CODE.test(name) && number !== undefined) return number < 0 || (number >= 400 && number < 600);
  if (OUTCOME.test(name) && value === false) return true;
  return typeof value === 'string' && saysFailure(name, value);
}

function saysFailure(name: string, value: string): boolean {
  if (OUTCOME.test(name) && FAILED.test(value)) return true;
  if (CODE.test(name) || ERROR_CODE.test(name))
    return value.length <= LONGEST_WORD && FAILED_CODE.test(value);
  return SAID.test(name) && value.length <= LONGEST_SENTENCE && tellsFailure(value);
}

/**
 * Of an answer that gives nothing: it says of nobody that he is somebody, or has a number of which
 * only its service knows what it stands for, and does not say that it worked.
 */
function leavesOut(members: readonly Member[]): boolean {
  if (members.some(([name, value]) => GIVEN.test(name) && (value === null || value === false)))
    return true;
  const number = members
    .filter(([name]) => CODE.test(name))
    .map(([, value]) => numberOf(value))
    .find((one) => one !== undefined && !hasWorked(one));
  const said = members.find(([name, value]) => SAID.test(name) && typeof value === 'string')?.[1];
  if (number === undefined || isRedirect(number, members)) return false;
  return typeof said === 'string' ? !WORKED_WORDS.test(said) : number >= 100;
}

/** It is sent on, as by a status of HTTP (RFC 9110 §15.4). */
function isRedirect(number: number, members: readonly Member[]): boolean {
  return number >= 300 && number < 400 && members.some(([name]) => LOCATION.test(name));
}

function givesNothing([name, value]: Member): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return typeof value !== 'string' || SAID.test(name) || value.length < LEAST_KEY;
}

function isNo(value: unknown): boolean {
  return value === false || value === 0 || (typeof value === 'string' && NO.test(value));
}

/** A number, or a text that is one and no more than its code: `"0000"`. */
function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && NUMBER.test(value) ? Number(value) : undefined;
}

function hasWorked(code: number): boolean {
  return WORKED.has(code) || (code >= 200 && code < 300);
}

function isSomething(value: unknown): boolean {
  if (typeof value === 'string') return !NONE.test(value);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value === true || (typeof value === 'number' && value !== 0);
}
