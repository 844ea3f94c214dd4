import type { Body, BodyField } from '../model.js';
import { diagnosis, text } from '../text.js';
import { actionOf } from './body-action.js';
import { fieldsOfHtml } from './html-fields.js';
import { parseJson, stringsOf } from './json-strings.js';
import { isPasswordField, PASSWORD_MARK } from './password-field.js';
import { withoutTextPasswords } from './without-passwords.js';

export { isPasswordField } from './password-field.js';

/** Bodies are read up to here; what identifies a user stands in far smaller ones. */
export const MAX_BODY = 1_048_576;
const MAX_FIELDS = 200;
const MAX_VALUE = 16_384;
/** Forms are read up to here; and so much of a field's name, or of a MIME type, is kept. */
const MAX_FORM_FIELDS = 2_000;
const MAX_NAME = 256;

/** What a login protocol says of itself (OAuth, OIDC, PKCE), however short: flows are told by it. */
const PROTOCOL_FIELD =
  /^\/?(?:grant_type|response_type|response_mode|client_id|client_secret|redirect_uri|scope|state|nonce|code|code_verifier|code_challenge|code_challenge_method|token_type|error|iss|user_code|device_code|request_uri)$/;
/**
 * Reads a body's text into what the engine keeps of it: short strings that may be credentials,
 * with where they stood. A password's value is dropped here, before anything can hold it.
 * Never throws; what cannot be read becomes a diagnosis.
 */
export function readBody(mimeType: string, bodyText: string): Body {
  const source = bodyText.length > MAX_BODY ? bodyText.slice(0, MAX_BODY) : bodyText;
  const mime = mimeType.split(';', 1)[0]!.trim().toLowerCase().slice(0, MAX_NAME);
  const { kind, all: raw, passwordFields } = readFields(mime, mimeType, source);
  const all = raw.map(withoutPassword);
  const password = all.find(
    ({ pointer, value }, at) =>
      isPasswordField(pointer) ||
      (kind !== 'html' && value !== raw[at]!.value && value.includes(PASSWORD_MARK)),
  );
  const body: Body = {
    kind,
    mimeType: mime,
    bytes: bodyText.length,
    fields: all
      .filter((field) => !isPasswordField(field.pointer) && isCandidate(field))
      .slice(0, MAX_FIELDS),
    ...(passwordFields && passwordFields.size > 0 ? { passwordFields: [...passwordFields] } : {}),
  };
  if (password) body.passwordField = password.pointer;
  const action = kind === 'html' ? undefined : actionOf(all);
  if (action !== undefined) body.action = action;
  if (bodyText.length > MAX_BODY) {
    body.diagnosis = diagnosis(
      text('diagnosis_body_truncated', 'only the first {limit} of {length} characters were read', {
        limit: MAX_BODY,
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

/** A field without a password, or only with the name of one in it: `data=user%3Da%26pwd%3Db`. */
function withoutPassword({ pointer, value }: BodyField): BodyField {
  if (isPasswordField(pointer)) return { pointer, value: '' };
  const kept = withoutTextPasswords(value);
  return kept === value ? { pointer, value } : { pointer, value: kept };
}

function readFields(
  mime: string,
  mimeType: string,
  source: string,
): { kind: Body['kind']; all: BodyField[]; passwordFields?: Set<string> } {
  if (mime === 'application/x-www-form-urlencoded')
    return { kind: 'form', all: formFields(source) };
  if (mime === 'multipart/form-data')
    return { kind: 'form', all: multipartFields(mimeType, source) };
  const json =
    isJsonType(mime) || mime === 'text/plain' || mime === '' ? parseJson(source) : undefined;
  if (json !== undefined) return { kind: 'json', all: stringsOf(json) };
  if (mime === 'text/html' || mime === 'application/xhtml+xml') {
    const passwordFields = new Set<string>();
    return { kind: 'html', all: fieldsOfHtml(source, passwordFields), passwordFields };
  }
  return { kind: 'other', all: [] };
}

function isJsonType(mime: string): boolean {
  return mime === 'application/json' || mime.endsWith('+json') || mime === 'text/json';
}

function formFields(source: string): BodyField[] {
  const fields: BodyField[] = [];
  for (const [name, value] of new URLSearchParams(source)) {
    if (fields.push({ pointer: name.slice(0, MAX_NAME), value }) >= MAX_FORM_FIELDS) break;
  }
  return fields;
}

/** RFC 7578, text parts only. */
function multipartFields(mimeType: string, source: string): BodyField[] {
  const boundary = /boundary="?([^";]+)/i.exec(mimeType)?.[1];
  if (!boundary) return [];
  const fields: BodyField[] = [];
  for (const part of source.split(`--${boundary}`, MAX_FORM_FIELDS)) {
    const blank = part.indexOf('\r\n\r\n');
    if (blank < 0) continue;
    const head = part.slice(0, Math.min(blank, 1024));
    const pointer = /(?:^|[\s;])name="([^"]*)"/i.exec(head)?.[1];
    if (pointer && !/filename\*?=/i.test(head))
      fields.push({ pointer: pointer.slice(0, MAX_NAME), value: part.slice(blank + 4).trimEnd() });
  }
  return fields;
}

function isCandidate({ pointer, value }: BodyField): boolean {
  if (PROTOCOL_FIELD.test(pointer)) return value.length <= MAX_VALUE;
  return value.length >= 8 && value.length <= MAX_VALUE && !/\s/.test(value);
}
