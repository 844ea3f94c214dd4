import type { BodyField } from '../model.js';

/** Members that say whether it worked, and those that hold what went wrong. */
const FLAG =
  /^(?:is_?)?(?:success(?:ful|fully)?|succeeded|ok|authenticated|logged_?in|authorized)$/i;
const ERROR = /^(?:errors?|err|exception|fault)$/i;
const OUTCOME = /^(?:status|result|state|outcome|type)$/i;
const CODE = /^(?:code|status|status_?code)$/i;
const FAILED = /^(?:error|err|fail(?:s|ed|ure)?|denied|invalid|unauthori[sz]ed|forbidden|ko|nok)$/i;
/** Members in which an answer is wrapped. */
const WRAPPED = /^(?:data|result|response|payload|body|meta)$/i;
const NONE = /^(?:|0|none|null|ok|no|false|success)$/i;
/** The password was right, and something else is asked for. */
const NEXT_STEP = /mfa|2fa|otp|two[-_ ]?factor|challenge|second[-_ ]?step/i;
/** What is no JSON: plain words, and faults of XML-RPC, SOAP (§4.4) and GWT. */
const TEXT =
  /^\W{0,8}(?:fail(?:s|ed|ure)?|error|denied|invalid|false|unauthori[sz]ed|forbidden)\b|^\/\/EX\[|<(?:[\w-]{1,20}:)?fault[>\s]/i;
const MAX_MEMBERS = 64;

/** True for an answer in JSON that says, whatever its status was, that it did not work. */
export function saysNo(json: unknown, depth = 0): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const members = Object.entries(json).slice(0, MAX_MEMBERS);
  if (members.some(([name, value]) => asksOn(name) || (typeof value === 'string' && asksOn(value))))
    return false;
  return members.some(
    ([name, value]) =>
      isFailure(name, value) || (depth < 2 && WRAPPED.test(name) && saysNo(value, depth + 1)),
  );
}

/** An event that tells of a login that failed: `auth:failed`, `login_error`. */
const FAILED_EVENT =
  /^(?:.{0,20}[:._-])?(?:auth\w{0,20}|log[-_]?in|sign[-_]?in|session)[:._-]?(?:fail\w*|error|denied|invalid|refused|rejected)$|^(?:unauthori[sz]ed|access[-_]?denied)$/i;
/** The name of an event stands first in a packet (Socket.IO). */
const EVENT = '/0';

/** True for packets one of which is such an event. */
export function eventSaysNo(fields: readonly BodyField[]): boolean {
  return fields.some(
    ({ pointer, value }) => pointer === EVENT && FAILED_EVENT.test(value.slice(0, 80)),
  );
}

/** The same for one that is no JSON. */
export function textSaysNo(source: string): boolean {
  return TEXT.test(source.slice(0, 2048));
}

function asksOn(word: string): boolean {
  return NEXT_STEP.test(word.slice(0, 200));
}

function isFailure(name: string, value: unknown): boolean {
  if (FLAG.test(name)) return value === false || value === 'false' || value === 0;
  if (ERROR.test(name)) return isSomething(value);
  if (typeof value === 'number') return CODE.test(name) && value >= 400 && value < 600;
  return OUTCOME.test(name) && typeof value === 'string' && FAILED.test(value);
}

function isSomething(value: unknown): boolean {
  if (typeof value === 'string') return !NONE.test(value);
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value === true || (typeof value === 'number' && value !== 0);
}
