import type { BodyField } from '../../model.js';
import { regex } from '../../regex.js';
import { tellsFailure } from '../words/failure-words.js';
import { LONGEST_SENTENCE } from './outcome-words.js';

// How an answer says that a login failed, where it is neither JSON nor a page.

/** What is no JSON: plain words, and faults of XML-RPC, SOAP (§4.4), GWT and DWR. */
const TEXT = regex('i')`
  ^\W{0,8}(?:fail(?:s|ed|ure)?|error|denied|invalid|false|unauthori[sz]ed|forbidden)\b|^\/\/EX\[
  |^\s*(?!\w*no[-_.]?err)[\w.:-]{0,40}
  (?:fail(?:ed|ure)?|error|denied|invalid|wrong|incorrect)[\w.:-]{0,20}\s*$
  |^\s*(?:ng|ko|nok)\s*$|<(?:[\w-]{1,20}:)?fault[>\s]|[._](?:remote)?handle(?:batch)?exception\(`;
/** An event that tells of a login that failed: `auth:failed`, `login_error`. */
const FAILED_EVENT = regex('i')`
  ^(?:.{0,20}[:._-])?(?:auth\w{0,20}|log[-_]?in|sign[-_]?in|session)[:._-]?
  (?:fail\w*|error|denied|invalid|refused|rejected)$|^(?:unauthori[sz]ed|access[-_]?denied)$`;
/** The name of an event stands first in a packet (Socket.IO). */
const EVENT = '/0';

/** True for packets one of which is such an event. */
export function eventSaysNo(fields: readonly BodyField[]): boolean {
  return fields.some(
    ({ pointer, value }) => pointer === EVENT && FAILED_EVENT.test(value.slice(0, 80)),
  );
}

/** True for a text that says so. */
export function textSaysNo(source: string): boolean {
  return TEXT.test(source.slice(0, 2048));
}

/** True for no more than a few words that say so. */
export function sentenceSaysNo(source: string): boolean {
  return source.length <= LONGEST_SENTENCE && !/[<{[|]/.test(source) && tellsFailure(source);
}
