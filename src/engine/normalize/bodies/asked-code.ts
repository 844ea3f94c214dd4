import { tellsOfCode } from '../words/code-words.js';
import { LIMITS } from '../../settings.js';
import { regex } from '../../regex.js';
import { readTag } from './html-tag.js';
import { unaccented } from '../words/unaccented.js';

// A page that asks for a code, after a password: by an input that is for nothing else, or by one
// for some code and a sentence that says which.

const INPUT = /<input[\s/]/gi;
/** For a one-time code, by its name alone. */
const IS_CODE = regex('i')`
  ^(?:[a-z]{1,12}[-_.[])?(?:otp|totp|2fa|mfa|tfa|tan|(?:two|second|multi)[-_]?factor)
  (?:[-_]?(?:code|token|input|value|pin|auth\w*|\d))?\]?$
  |(?:verification|verify|auth(?:entication|enticator)?|security|one[-_]?time|sms)[-_]?
  (?:code|kod|pin)\]?$`;
/** For some code: of a town, of a voucher, or such a one. */
const MAY_BE = regex('i')`
  ^(?:[a-z]{1,12}[-_.[])?(?:code|codigo|codice|kod\w{0,3}|pin|token|passcode|confirmation|answer
  |key|(?:digit|code)[-_]?\d)\]?$`;

/** True where it has such an input, and none for a password. */
export function asksForCodeIn(html: string, text: string): boolean {
  const inputs = [...html.matchAll(INPUT)]
    .slice(0, LIMITS.htmlTags)
    .flatMap(({ index }) => readTag(html, index + '<input'.length).attributes ?? []);
  if (inputs.some(isForPassword)) return false;
  if (inputs.some(isForCode)) return true;
  return inputs.some(mayBeForCode) && tellsOfCode(text);
}

function namesOf(input: Map<string, string>): string[] {
  return ['name', 'id'].flatMap((attribute) => input.get(attribute) ?? []);
}

function isShown(input: Map<string, string>): boolean {
  return !/^(?:hidden|submit|button|checkbox|radio|image)$/i.test(input.get('type') ?? '');
}

function isForCode(input: Map<string, string>): boolean {
  if (!isShown(input)) return false;
  const isNamed = namesOf(input).some((name) => IS_CODE.test(unaccented(name)));
  return isNamed || /\bone-time-code\b/i.test(input.get('autocomplete') ?? '');
}

function mayBeForCode(input: Map<string, string>): boolean {
  return isShown(input) && namesOf(input).some((name) => MAY_BE.test(unaccented(name)));
}

/** A code may be hidden while it is typed, as a password is. */
function isForPassword(input: Map<string, string>): boolean {
  const isHidden = /^password$/i.test(input.get('type') ?? '');
  return isHidden && !isForCode(input) && !mayBeForCode(input);
}
