import { memo } from '../memo.js';
import type { Body, BodyField, LimitReached } from '../model.js';
import { beyond, LIMITS } from '../settings.js';
import { diagnosis, text } from '../text.js';
import { actionOf, actionOfText } from './body-action.js';
import { eventSaysNo, saysNo, textSaysNo } from './body-outcome.js';
import { isSaid, says } from './beside-password.js';
import { framedJson, mayBeFramed, messagesIn } from './frames.js';
import { fieldsOfHtml } from './html-fields.js';
import { parseJson, stringsOf } from './json-strings.js';
import { isMasked } from './masked-value.js';
import { partsOf } from './multipart.js';
import { pageSaysNo } from './page-outcome.js';
import { valuesForScripts, valuesOfScript } from './page-values.js';
import { isPasswordField, PASSWORD_MARK } from './password-field.js';
import { toldInputs } from './told-inputs.js';
import { toldLifetimes } from './told-lifetimes.js';
import { offersWayOut } from './way-out.js';
import { withoutTextPasswords } from './without-passwords.js';

export { isPasswordField } from './password-field.js';

/** What a login protocol says of itself (OAuth, OIDC, PKCE), however short: flows are told by it. */
const PROTOCOL_FIELD =
  /^\/?(?:grant_type|response_type|response_mode|client_id|client_secret|redirect_uri|scope|state|nonce|code|code_verifier|code_challenge|code_challenge_method|token_type|error|iss|user_code|device_code|request_uri)$/;
/** What carries XML as it stands, or base64 in lines (SAML Bindings §3.5.4, WS-Federation §13.2.2). */
const MESSAGE_FIELD = /^(?:input\[)?(?:SAML(?:Response|Request)|wresult|assertion)\]?$/;
/** What stands beside a secret and says which it is: `{"type":"refresh","token":…}`. */
const KIND = /^(?:access|refresh|bearer|id[-_]?token)$/i;
/** In front of what a script puts where a header has no place: `{"authorization":"Bearer …"}`. */
const SCHEME = /^(?:bearer|jwt|token|dpop) /i;
/** The longest place that one of both knows: `/code_challenge_method`. */
const LONGEST_KNOWN = 22;
/** Names that speak of credentials. */
const LIKELY = /tok|auth|sess|jwt|sid|cred|secret|key|ticket|csrf|nonce|code/i;

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
  const password = all.find(
    ({ isPassword, value }, at) =>
      isPassword || (kind !== 'html' && value !== raw[at]!.value && value.includes(PASSWORD_MARK)),
  );
  const body: Body = {
    kind,
    mimeType: mime,
    bytes: bodyText.length,
    fields: telling(
      all.filter(({ isPassword }) => !isPassword),
      reached,
    ),
    ...(passwordFields && passwordFields.size > 0 ? { passwordFields: [...passwordFields] } : {}),
  };
  const lifetimes = toldLifetimes(source, json);
  if (lifetimes.length > 0) body.lifetimes = lifetimes;
  const isPlaceholder = source.length <= LIMITS.fieldName && isMasked(source);
  const maySpeak = names === undefined || someOf(names, (name) => LIKELY.test(name));
  const masked = isPlaceholder ? 1 : maySpeak ? all.filter(isMaskedSecret).length : 0;
  if (masked > 0) body.masked = masked;
  if (reached.length > 0) body.limits = reached;
  if (password && (kind === 'html' || isGiven(all, raw))) body.passwordField = password.pointer;
  if (password && kind === 'html' && offersWayOut(source)) body.wayOut = true;
  const action = actionIn(kind, all, source);
  if (action !== undefined) body.action = action;
  if (isRefusal(kind, all, source, json)) body.refusal = true;
  if (bodyText.length > LIMITS.body) {
    body.diagnosis = diagnosis(
      text('diagnosis_body_truncated', 'only the first {limit} of {length} characters were read', {
        limit: LIMITS.body,
        length: bodyText.length,
      }),
    );
  } else if (kind === 'other' && isJsonType(mime) && source.trim() !== '') {
    body.diagnosis = diagnosis(
      text('diagnosis_json_invalid', 'the body says it is JSON and is not'),
    );
  }
  return body;
}

/** False for what a form for other passwords sends that was left as it was: several fields, and nothing in any. */
function isGiven(all: readonly RawField[], raw: readonly RawField[]): boolean {
  const given = raw.filter((_, at) => all[at]!.isPassword);
  return given.length < 2 || given.some(({ value }) => value !== '');
}

/** A MIME type without its parameters. */
export function plainMimeType(mimeType: string): string {
  return mimeType.split(';', 1)[0]!.trim().toLowerCase().slice(0, LIMITS.fieldName);
}

function actionIn(kind: Body['kind'], fields: BodyField[], source: string): string | undefined {
  if (kind === 'html') return undefined;
  return kind === 'other' ? actionOfText(source) : actionOf(fields);
}

/** A field as it was read. */
interface RawField extends BodyField {
  isPassword?: boolean;
}

/** A pointer is read by no more of its end. */
const LONGEST_POINTER = 256;
const LONGEST_NAME = 128;

/**
 * Of the strings of a JSON text it is asked once for each name in it, and not for each place, whether
 * they may be passwords by what they are called: a list has the same names again and again.
 */
const mayNamePassword = memo(
  (name) =>
    name.length > LONGEST_NAME ||
    isText(name) ||
    isPasswordField(`/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
);

function someOf(names: ReadonlySet<string>, is: (name: string) => boolean): boolean {
  for (const name of names) if (is(name)) return true;
  return false;
}

/** A field without a password, or only with the name of one in it: `data=user%3Da%26pwd%3Db`. */
function withoutPassword(field: RawField, mayBeNamed: boolean): RawField {
  const { pointer, value, isPassword = false } = field;
  const isNamed = mayBeNamed || pointer.length > LONGEST_POINTER;
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

/** What stands for a name, and is one no more: JSON that says it is a form is the name of a field. */
function isText(name: string): boolean {
  return /[{}<>=&\n]|["']\s*[:,]/.test(name);
}

function isRefusal(
  kind: Body['kind'],
  fields: readonly RawField[],
  source: string,
  json: unknown,
): boolean {
  if (kind === 'other') return textSaysNo(source);
  if (kind === 'html') return pageSaysNo(source);
  return kind === 'json' && (saysNo(json ?? parseJson(source)) || eventSaysNo(fields));
}

interface ReadFields {
  kind: Body['kind'];
  all: RawField[];
  passwordFields?: Set<string>;
  json?: unknown;
  /** Names of all members, of JSON. */
  names?: ReadonlySet<string>;
}

function readFields(
  mime: string,
  mimeType: string,
  source: string,
  reached: LimitReached[],
): ReadFields {
  const names = new Set<string>();
  const strings = (one: unknown) => stringsOf(one, reached, names);
  // Scripts send JSON as what a form sends where nobody says otherwise (jQuery, `curl -d`).
  const isForm = mime === 'application/x-www-form-urlencoded';
  const posted = isForm ? parseJson(source) : undefined;
  if (posted !== undefined) return { kind: 'json', all: strings(posted), names };
  if (isForm) return { kind: 'form', all: withSaid(formFields(textOf(source), reached)) };
  if (mime === 'multipart/form-data')
    return { kind: 'form', all: withSaid(multipartFields(mimeType, source, reached)) };
  const json =
    isJsonType(mime) || mime === 'text/plain' || mime === '' ? parseJson(source) : undefined;
  if (json !== undefined) {
    const all = (messagesIn(json) ?? [json]).flatMap(strings);
    return { kind: 'json', all, passwordFields: toldInputs(source), json, names };
  }
  if (isPage(mime, source)) {
    const passwordFields = new Set<string>();
    const fields = fieldsOfHtml(source, passwordFields, reached);
    return { kind: 'html', all: [...fields, ...valuesForScripts(source)], passwordFields };
  }
  const framed = isJsonType(mime) || mayBeFramed(mime) ? framedJson(source, reached) : undefined;
  const written = isScript(mime) ? valuesOfScript(source) : [];
  const all = framed?.flatMap(strings) ?? written;
  return { kind: framed ? 'json' : 'other', all, passwordFields: toldInputs(source) };
}

/** What does not say what it is, is a page where it begins like one (MIME Sniffing §7.1). */
function isPage(mime: string, source: string): boolean {
  if (/^(?:text\/html|application\/xhtml\+xml)$|turbo-stream/.test(mime)) return true;
  return (
    (mime === '' || mime === 'text/plain') &&
    /^\s*<(?:!doctype html|html|head|body|form|div|main|input|script|meta)[\s>]/i.test(source)
  );
}

/** JSON that does not end, or is written otherwise, cannot be read by its parts. */
function textOf(source: string): string {
  return /^\s*[{[]/.test(source) ? withoutTextPasswords(source) : source;
}

/** `name=password&value=…`: a field of a form can be told of as well. */
function withSaid(fields: RawField[]): RawField[] {
  if (!fields.some(({ pointer, value }) => says(pointer, value))) return fields;
  return fields.map((field) => (isSaid(field.pointer) ? { ...field, isPassword: true } : field));
}

/** MIME Sniffing §4.6: a JavaScript MIME type. */
function isScript(mime: string): boolean {
  return /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/.test(mime);
}

/** JSON (MIME Sniffing §4.6), and what services call their own of it: `application/x-amz-json-1.1`. */
function isJsonType(mime: string): boolean {
  return /^(?:application|text)\/(?:[\w.-]+[.+-])?json(?:request|rpc)?(?:-[\d.]+|-rpc)?$/.test(
    mime,
  );
}

function formFields(source: string, reached: LimitReached[]): BodyField[] {
  const fields: BodyField[] = [];
  const parameters = new URLSearchParams(source);
  reached.push(...beyond('formFields', parameters.size - LIMITS.formFields));
  for (const [name, value] of parameters) {
    if (fields.length === LIMITS.formFields) break;
    fields.push({ pointer: name.slice(0, LIMITS.fieldName), value });
  }
  return fields;
}

/** Of a multipart body what is no file; a file is no credential. */
function multipartFields(mimeType: string, source: string, reached: LimitReached[]): BodyField[] {
  const { parts, left } = partsOf(mimeType, source, LIMITS.formFields) ?? { parts: [], left: 0 };
  reached.push(...beyond('formFields', left));
  return parts
    .filter(({ fileName }) => fileName === undefined)
    .map(({ name, from, to }) => ({
      pointer: name.slice(0, LIMITS.fieldName),
      value: source.slice(from, to).trimEnd(),
    }));
}

/** The fields whose values may be credentials; where not all fit, those whose name says so first. */
function telling(fields: readonly BodyField[], reached: LimitReached[]): BodyField[] {
  const all = fields.filter(isCandidate);
  const whole = all.filter(({ value }) => value.length <= LIMITS.fieldValue);
  const lost = whole.length - LIMITS.bodyFields;
  reached.push(...beyond('fieldValue', all.length - whole.length), ...beyond('bodyFields', lost));
  if (lost <= 0) return whole;
  const likely = whole.map(({ pointer }) => LIKELY.test(pointer));
  const first = [...whole.filter((_, at) => likely[at]), ...whole.filter((_, at) => !likely[at])];
  return first.slice(0, LIMITS.bodyFields);
}

/** A mask under another name may be a word of the page's own. */
function isMaskedSecret({ pointer, value }: BodyField): boolean {
  return LIKELY.test(pointer) && isMasked(value);
}

/** A quick no for most of what data holds, which stands deeper. */
function mayBeKnown(pointer: string): boolean {
  return pointer.length <= LONGEST_KNOWN && pointer.lastIndexOf('/') <= 0;
}

function isCandidate({ pointer, value }: BodyField): boolean {
  if (mayBeKnown(pointer) && (PROTOCOL_FIELD.test(pointer) || MESSAGE_FIELD.test(pointer)))
    return true;
  if (value.length < 8) return KIND.test(value) && pointer.startsWith('/');
  const isOneWord = !/\s/.test(value) || !/\s/.test(value.replace(SCHEME, ''));
  return isOneWord && !isMasked(value);
}
