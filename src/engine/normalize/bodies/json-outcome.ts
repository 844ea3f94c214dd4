import { tellsFailure } from '../words/failure-words.js';
import {
  AGAIN,
  CODE,
  ERROR_CODE,
  FAILED,
  FAILED_CODE,
  FAILED_KIND,
  FLAG,
  GIVEN,
  KIND,
  LEAST_KEY,
  LOCATION,
  LONGEST_SENTENCE,
  MAX_MEMBERS,
  NEXT_STEP,
  NO_SESSION,
  OUTCOME,
  PERSON,
  REFUSED,
  RETURNED,
  SAID,
  WORKED_WORDS,
  WRAPPED,
  WRONG,
  ZEROS,
} from './outcome-words.js';
import { batchSaysNo, callSaysNo } from './called-outcome.js';
import { hasWorked, isError, isNegative, isNo, isSomething, numberOf } from './outcome-values.js';
import { unaccented } from '../words/unaccented.js';

// How an answer in JSON says, whatever its status was, that it did not work. No standard has words
// for that but RFC 9457 and OAuth: services say it by switches, codes, words, sentences, and by
// what they leave empty.

type Member = readonly [name: string, value: unknown];

const LONGEST_WORD = 200;

/** True for an answer in JSON that says that it did not work. */
export function saysNo(json: unknown, depth = 0): boolean {
  if (isNegative(json)) return true;
  if (typeof json === 'string') return json.length <= LONGEST_SENTENCE && tellsFailure(json);
  if (Array.isArray(json)) return batchSaysNo(json);
  if (typeof json !== 'object' || json === null) return false;
  const within = depth === 0 ? unwrapped(unwrapped(json)) : json;
  const members = Object.entries(within).slice(0, MAX_MEMBERS);
  if (members.some(asksOn)) return false;
  return (
    members.some((one) => isFailure(one) || callSaysNo(one) || isWithin(one, depth)) ||
    (members.every(givesNothing) && leavesOut(members)) ||
    (depth === 0 && members.every(isWordOnly) && members.some(holdsSentence))
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

/** A switch for it that is off asks for nothing, and a sentence on a wrong code says no. */
function asksOn([name, value]: Member): boolean {
  if (isNo(value) || value === null || value === '') return false;
  if (NEXT_STEP.test(name.slice(0, LONGEST_WORD))) return true;
  if (typeof value !== 'string' || !NEXT_STEP.test(value.slice(0, LONGEST_WORD))) return false;
  return !WRONG.test(value);
}

/** Nothing in it, nor in what it holds, may be a key. */
function isWordOnly([, value]: Member): boolean {
  const inner = typeof value === 'object' && value !== null ? Object.values(value) : [value];
  return inner.every((one) => {
    if (typeof one === 'string') return one.length < LEAST_KEY || /\s/.test(one);
    return typeof one !== 'object' || one === null || Object.keys(one).length === 0;
  });
}

/**
 * What stands in the place of somebody (`{"user":"incorrect credential"}`), or what a page is to
 * show (`{"then":{"alert":…}}`).
 */
function holdsSentence([name, value]: Member): boolean {
  const isSaid = (one: unknown) =>
    typeof one === 'string' && one.length <= LONGEST_SENTENCE && tellsFailure(one);
  if (PERSON.test(name) || GIVEN.test(name)) return isSaid(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).some(([inner, one]) => SAID.test(inner) && isSaid(one));
}

function isWithin([name, value]: Member, depth: number): boolean {
  return depth < 2 && WRAPPED.test(name) && saysNo(value, depth + 1);
}

/**
 * What is all that there is only wraps what is in it: `{"LoginResult":{…}}`, `{"d":{…}}`. Whom it
 * is about, and what went wrong, is no wrapper.
 */
function unwrapped(json: object): object {
  const [only, ...others] = Object.entries(json) as Member[];
  if (!only || others.length > 0 || PERSON.test(only[0]) || isError(only[0])) return json;
  const [, inner] = only;
  const holds = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  return holds && Object.keys(inner).length > 0 ? inner : json;
}

function isFailure([name, value]: Member): boolean {
  if (FLAG.test(unaccented(name))) return isNo(value);
  if (isError(name)) return isSomething(value);
  if (AGAIN.test(name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1_')))
    return value === true || Number(value) > 0;
  if (name === KIND) return typeof value === 'string' && FAILED_KIND.test(value);
  const number = numberOf(value);
  if (ERROR_CODE.test(name) && number !== undefined) return !hasWorked(number);
  if (CODE.test(name) && number !== undefined) return number < 0 || (number >= 400 && number < 600);
  if (OUTCOME.test(name) && (value === false || (typeof value === 'number' && value < 0)))
    return true;
  return typeof value === 'string' && saysFailure(name, value);
}

function saysFailure(name: string, value: string): boolean {
  const word = value.slice(0, LONGEST_WORD + 1);
  if (OUTCOME.test(name) && (FAILED.test(word) || REFUSED.test(word))) return true;
  if (CODE.test(name) || ERROR_CODE.test(name)) return FAILED.test(word) || FAILED_CODE.test(word);
  return SAID.test(name) && value.length <= LONGEST_SENTENCE && tellsFailure(value);
}

/**
 * Of an answer that gives nothing: it says of nobody that he is somebody, or has a number of which
 * only its service knows what it stands for, and does not say that it worked.
 */
function leavesOut(members: readonly Member[]): boolean {
  if (members.some(isNobody)) return true;
  if (members.some(isLeftOut) && !members.some(isYes)) return true;
  if (members.some(([name, value]) => NO_SESSION.test(name) && ZEROS.test(String(value))))
    return true;
  const number = members
    .filter(([name]) => CODE.test(name))
    .map(([, value]) => numberOf(value))
    .find((one) => one !== undefined && !hasWorked(one));
  const said = members.find(([name, value]) => SAID.test(name) && typeof value === 'string')?.[1];
  if (number === undefined || isRedirect(number, members)) return false;
  return typeof said === 'string' ? !WORKED_WORDS.test(said) : number >= 100;
}

function isNobody([name, value]: Member): boolean {
  return GIVEN.test(name) && (value === null || value === false);
}

/** The call worked, and what it returned is that it is not so: `{"code":0,"data":false}`. */
function isLeftOut([name, value]: Member): boolean {
  return value === false && RETURNED.test(name);
}

function isYes([name, value]: Member): boolean {
  return FLAG.test(unaccented(name)) && !isNo(value);
}

/** It is sent on, as by a status of HTTP (RFC 9110 §15.4). */
function isRedirect(number: number, members: readonly Member[]): boolean {
  return number >= 300 && number < 400 && members.some(([name]) => LOCATION.test(name));
}

function givesNothing([name, value]: Member): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  if (typeof value !== 'string' || SAID.test(name)) return true;
  return value.length < LEAST_KEY || ZEROS.test(value);
}
