import type { Body, BodyField, LimitReached } from '../../model.js';
import { beyond, LIMITS } from '../../settings.js';
import { diagnosis, type Text, text } from '../../text.js';
import { isLongPointer, isText, mayNamePassword } from './asked-strings.js';
import { outcomeOf } from './answer-outcome.js';
import { actionOf, actionOfText } from './body-action.js';
import { isJsonType, plainMimeType, readFields } from './body-fields.js';
import { isGwtAnswer } from './gwt-rpc.js';
import { givenNames, isMaskedSecret, keptFields, speaksOfSecret } from './kept-fields.js';
import { isMasked } from '../sources/masked-value.js';
import { newPasswordIn } from '../passwords/new-password.js';
import { isPasswordField, isPinField, PASSWORD_MARK } from '../passwords/password-field.js';
import { asksForProof, hashesPassword, pageAsksForProof } from '../passwords/password-proof.js';
import type { RawField } from './raw-field.js';
import { senderOf } from './sender.js';
import { withoutAnswers } from '../passwords/security-answer.js';
import { isOfThing } from '../passwords/thing-password.js';
import { toldLifetimes } from './told-lifetimes.js';
import { waysOf } from './page-ways.js';
import { withoutTextPasswords } from '../passwords/without-passwords.js';

export { isPasswordField } from '../passwords/password-field.js';

/**
 * Reads a body's text into what the engine keeps of it: short strings that may be credentials,
 * with where they stood. A password's value is dropped here, before anything can hold it.
 * Never throws; what cannot be read becomes a diagnosis.
 */
export function readBody(mimeType: string, bodyText: string): Body {
  const source = bodyText.slice(0, LIMITS.body);
  const reached: LimitReached[] = beyond('body', bodyText.length > LIMITS.body ? 1 : 0);
  const mime = plainMimeType(mimeType);
  const read = readFields(mime, mimeType, source, reached);
  const { kind, all: raw, passwordFields, json, names } = read;
  const isNamed = names === undefined || someOf(names, mayNamePassword);
  const all = raw.map((field) => withoutPassword(field, isNamed));
  const password = passwordAmong(all, raw, kind);
  const others = password ? all.filter(({ isPassword }) => !isPassword) : all;
  const body: Body = {
    kind,
    mimeType: mime,
    bytes: bodyText.length,
    fields: withoutAnswers(keptFields(others, reached), raw, names),
    ...(passwordFields && passwordFields.size > 0 ? { passwordFields: [...passwordFields] } : {}),
  };
  const given = kind === 'form' ? givenNames(all, body.fields) : [];
  if (given.length > 0) body.given = given;
  const lifetimes = toldLifetimes(source, json);
  if (lifetimes.length > 0) body.lifetimes = lifetimes;
  const masked = maskedIn(source, all, names);
  if (masked > 0) body.masked = masked;
  if (reached.length > 0) body.limits = reached;
  Object.assign(body, passwordOf(kind, source, all, raw, password));
  Object.assign(body, senderOf(body, raw, source, json));
  const action = actionIn(kind, all, source);
  if (action !== undefined) body.action = action;
  Object.assign(body, outcomeOf(body, all, source, json));
  const unread = whyUnread(kind, mime, bodyText);
  if (unread) body.diagnosis = diagnosis(unread);
  return body;
}

/** What is told of the password that a body brings, or that a page asks for, and of ways out. */
function passwordOf(
  kind: Body['kind'],
  source: string,
  all: readonly RawField[],
  raw: readonly RawField[],
  password: RawField | undefined,
): Partial<Body> {
  const passwordField = password?.pointer;
  if (kind === 'html')
    return {
      ...(passwordField !== undefined && { passwordField }),
      ...(pageAsksForProof(source) && { challenge: true }),
      ...waysOf(source),
    };
  const isTold = passwordField !== undefined && isGiven(all, raw);
  const named = all.filter(({ isPassword }) => isPassword).map(({ pointer }) => pointer);
  const newPassword = newPasswordIn(named);
  return {
    ...(isTold && { passwordField }),
    ...(isTold && hashesPassword(source) && { passwordHashed: true }),
    ...(asksForProof(source) && { challenge: true }),
    ...(isTold && isWeak(all, raw) && { weakPassword: true }),
    ...(newPassword && { newPassword }),
  };
}

/** The first field that is a password, or, but in a page, in which one was masked. */
function passwordAmong(
  all: readonly RawField[],
  raw: readonly RawField[],
  kind: Body['kind'],
): RawField | undefined {
  return all.find(
    ({ isPassword, value }, at) =>
      isPassword || (kind !== 'html' && value !== raw[at]!.value && value.includes(PASSWORD_MARK)),
  );
}

/** How many values a sanitizer had replaced. */
function maskedIn(
  source: string,
  all: readonly RawField[],
  names: ReadonlySet<string> | undefined,
): number {
  const isPlaceholder = source.length <= LIMITS.fieldName && isMasked(source);
  if (isPlaceholder) return 1;
  const maySpeak = names === undefined || someOf(names, speaksOfSecret);
  return maySpeak ? all.filter(isMaskedSecret).length : 0;
}

/** Nothing, or a value that is all of a text (RFC 8259 §2). */
const JSON_VALUE = /^\s*(?:null|true|false|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)?\s*$/i;

/** Why it was not read whole, or not as what it says it is. */
function whyUnread(kind: Body['kind'], mime: string, bodyText: string): Text | undefined {
  const { length } = bodyText;
  if (length > LIMITS.body)
    return text(
      'diagnosis_body_truncated',
      'only the first {limit} of {length} characters were read',
      { limit: LIMITS.body, length },
    );
  const isValue = JSON_VALUE.test(bodyText);
  if (kind === 'other' && isJsonType(mime) && !isValue && !isGwtAnswer(bodyText))
    return text('diagnosis_json_invalid', 'the body says it is JSON and is not');
  return undefined;
}

/**
 * False for what a form for other passwords sends that was left as it was: several fields, and
 * nothing in any.
 */
function isGiven(all: readonly RawField[], raw: readonly RawField[]): boolean {
  const given = raw.filter((_, at) => all[at]!.isPassword);
  return given.length < 2 || given.some(({ value }) => value !== '');
}

/** No field holds more than a PIN, the password of a thing, or anything at all. */
function isWeak(all: readonly RawField[], raw: readonly RawField[]): boolean {
  const given = raw.filter((_, at) => all[at]!.isPassword || all[at]!.value !== raw[at]!.value);
  return given.every(({ pointer, value }) =>
    value === '' ? isPasswordField(pointer) : isPinField(pointer) || isOfThing({ pointer }),
  );
}

function actionIn(kind: Body['kind'], fields: BodyField[], source: string): string | undefined {
  if (kind === 'html') return undefined;
  return kind === 'other' ? actionOfText(source) : actionOf(fields);
}

function someOf(names: ReadonlySet<string>, is: (name: string) => boolean): boolean {
  for (const name of names) if (is(name)) return true;
  return false;
}

/** A field without a password, or only with the name of one in it: `data=user%3Da%26pwd%3Db`. */
function withoutPassword(field: RawField, mayBeNamed: boolean): RawField {
  const { pointer, value, isPassword = false } = field;
  const isNamed = mayBeNamed || isLongPointer(pointer);
  if (isNamed && isText(pointer)) {
    const name = withoutTextPasswords(pointer);
    const speaks = name !== pointer || pointer.split(/[/[.]/).some((part) => isPasswordField(part));
    if (speaks) return { pointer: PASSWORD_MARK, value: '', isPassword: true };
  }
  if (isPassword || (isNamed && isPasswordField(pointer)))
    return { pointer, value: '', isPassword: true };
  const kept = withoutTextPasswords(value);
  return kept === value ? field : { pointer, value: kept };
}
