import { regex } from '../../regex.js';
import { tellsOfCode } from '../words/code-words.js';
import { tellsFailure } from '../words/failure-words.js';
import { LEAST_KEY, LONGEST_SENTENCE, MAX_MEMBERS, SAID, STEP, WRAPPED } from './outcome-words.js';
import { unaccented } from '../words/unaccented.js';

// How an answer in JSON says that the password was right, and that it takes more to be let in: a
// one-time code, a key, another password. No standard has words for that (Auth0, Okta and Amazon
// Cognito each have their own).

type Member = readonly [name: string, value: unknown];

const LONGEST_WORD = 60;
const WANTED = 'required|needed|pending|wanted|expected|challenge|sent|redirect';
/** Switches that want it, and those that only name it. */
const WANTS = regex('i')`
  ^(?:is[-_]?)?(?:(?:requires?|required|needs?|must|pending|awaiting|ask)[-_]?${STEP}
  |${STEP}[-_]?(?:${WANTED}))$`;
const NAMES = new RegExp(`^(?:is[-_]?)?(?:${STEP})$`, 'i');
/** What the second step is to bring back: Firebase's `mfaPendingCredential`, `mfa_token`. */
const TICKET = regex('i')`
  ^(?:mfa|2[-_]?fa|t?otp|(?:two|multi|second)[-_]?(?:factor|step))[-_]?
  (?:(?:pending|challenge|login|auth|temp)[-_]?)?
  (?:token|credential|ticket|id|session(?:[-_]?(?:id|token))?)$`;
/** The same inside what is named for the step: nhost's `{"mfa":{"ticket":"…"}}`. */
const INNER_TICKET = /^(?:(?:pending|challenge|login|temp)[-_]?)?(?:token|ticket|challenge)$/i;
/** Another password is to be chosen first. */
const OTHER_PASSWORD = regex('i')`
  ^(?:must|needs?|requires?|force|should)[-_]?(?:to[-_]?)?(?:change|reset|update|set|new)[-_]?
  (?:password|pwd|passwd)$
  |^(?:new[-_]?)?(?:password|pwd|passwd)[-_]?(?:change|reset|update)?[-_]?
  (?:required|needed|expired)$`;
/** Members that say by a word how far it came. */
const HOW_FAR = regex('i')`
  ^(?:(?:log_?in|auth|session)_?)?(?:status|state|result|outcome|next(?:_?(?:step|action|stage))?
  |step|action|stage|phase|challenge(?:_?(?:name|type))?|code|error|reason|flow)$`;
const WORD = regex('i')`
  ^(?:challenge|(?:[\w.]{1,30}[-_ ])??(?:${STEP})(?:[-_ ](?:${WANTED}|verify|enter|code|enroll?
  |setup|input|step|auth\w*|token|app|sms|email))*
  |(?:new[-_ ]?password|password[-_ ]?(?:change|reset))[-_ ]?required|password[-_ ]?expired)$`;
const NOT_WANTED = regex('i')`
  (?:^|[-_ ])(?:not|no|in ?valid|fail\w*|wrong|incorrect|expired(?<!password[-_ ]expired)|success\w*
  |verified|passed|ok|complete\w*|disabled|optional|none)(?:$|[-_ ])`;
/** What lets in: whatever else is told, somebody is in. */
const LETS_IN = regex('i')`
  ^(?:access_?token|refresh_?token|id_?token|jwt|auth_?token|bearer|session_?token)$`;
const TOKEN = /^token$/i;

/** True for an answer in JSON that says so. */
export function asksForMore(json: unknown, depth = 0): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const members = (Object.entries(json) as Member[]).slice(0, MAX_MEMBERS);
  if (members.some(([name, value]) => isKey(LETS_IN, name, value))) return false;
  if (members.some(([name, value]) => isWanted(name, value))) return true;
  const isIn = members.some(([name, value]) => isKey(TOKEN, name, value));
  if (!isIn && members.some(([name, value]) => isNamed(name, value))) return true;
  return (
    depth < 2 && members.some(([name, value]) => isWrapper(name) && asksForMore(value, depth + 1))
  );
}

function isWrapper(name: string): boolean {
  return WRAPPED.test(name) || /^(?:challenge|next_?step)$/i.test(name);
}

function isKey(names: RegExp, name: string, value: unknown): boolean {
  return names.test(name) && typeof value === 'string' && value.length >= LEAST_KEY;
}

/** It is wanted, whatever is given for it. */
function isWanted(name: string, value: unknown): boolean {
  if (isYes(value) || isFilled(value)) return WANTS.test(name);
  if (typeof value !== 'string' || value.length > LONGEST_SENTENCE) return false;
  if (SAID.test(name)) return tellsOfCode(value) && !tellsFailure(value);
  return value.length <= LONGEST_WORD && isHowFar(name) && isStep(unaccented(value));
}

/** It is named, where no token is given. */
function isNamed(name: string, value: unknown): boolean {
  if (isYes(value)) return NAMES.test(name) || OTHER_PASSWORD.test(name);
  if (isKey(TICKET, name, value)) return true;
  return NAMES.test(name) && isFilled(value) && Object.entries(value).some(isInnerTicket);
}

function isInnerTicket([name, value]: Member): boolean {
  return isKey(INNER_TICKET, name, value);
}

/** What is wanted may be told in members of its own: Stytch's `mfa_required`. */
function isFilled(value: unknown): value is object {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject && Object.keys(value).length > 0;
}

function isHowFar(name: string): boolean {
  return HOW_FAR.test(name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1_'));
}

function isStep(word: string): boolean {
  return WORD.test(word) && !NOT_WANTED.test(word);
}

function isYes(value: unknown): boolean {
  return (
    value === true || value === 1 || (typeof value === 'string' && /^(?:true|yes|1)$/i.test(value))
  );
}
