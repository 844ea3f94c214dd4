import type { Body, BodyField } from '../model.js';
import { text } from '../text.js';
import { fieldsOfHtml } from './html-fields.js';
import { parseJson, stringsOf } from './json-strings.js';

/** Bodies are read up to here; what identifies a user stands in far smaller ones. */
export const MAX_BODY = 1_048_576;
const MAX_FIELDS = 200;
const MAX_VALUE = 16_384;

const PASSWORD = /password|passwd|passphrase|passcode|kennwort|contrase|mot_?de_?passe|(?:^|[_.[-])(?:pass|pwd|pw)\]?$/i;

/**
 * Reads a body's text into what the engine keeps of it: short strings that may be credentials,
 * with where they stood. A password's value is dropped here, before anything can hold it.
 * Never throws; what cannot be read becomes a diagnosis.
 */
export function readBody(mimeType: string, bodyText: string): Body {
  const source = bodyText.length > MAX_BODY ? bodyText.slice(0, MAX_BODY) : bodyText;
  const mime = mimeType.split(';')[0]!.trim().toLowerCase();
  const { kind, all } = readFields(mime, mimeType, source);
  const password = all.find((field) => isPasswordField(field.pointer));
  const body: Body = {
    kind,
    mimeType: mime,
    bytes: bodyText.length,
    fields: all.filter((field) => !isPasswordField(field.pointer) && isCandidate(field)).slice(0, MAX_FIELDS),
  };
  if (password) body.passwordField = password.pointer;
  if (bodyText.length > MAX_BODY) {
    body.diagnosis = text('diagnosis_body_truncated', 'only the first {limit} of {length} characters were read', { limit: MAX_BODY, length: bodyText.length });
  } else if (kind === 'other' && isJsonType(mime) && source.trim() !== '') {
    body.diagnosis = text('diagnosis_json_invalid', 'the body says it is JSON and is not');
  }
  return body;
}

/** True for a form field, or the last token of a JSON pointer, that holds a password. */
export function isPasswordField(pointer: string): boolean {
  return PASSWORD.test(pointer.slice(pointer.lastIndexOf('/') + 1));
}

function readFields(mime: string, mimeType: string, source: string): { kind: Body['kind']; all: BodyField[] } {
  if (mime === 'application/x-www-form-urlencoded') return { kind: 'form', all: formFields(source) };
  if (mime === 'multipart/form-data') return { kind: 'form', all: multipartFields(mimeType, source) };
  const json = isJsonType(mime) || mime === 'text/plain' || mime === '' ? parseJson(source) : undefined;
  if (json !== undefined) return { kind: 'json', all: stringsOf(json) };
  if (mime === 'text/html' || mime === 'application/xhtml+xml') return { kind: 'html', all: fieldsOfHtml(source) };
  return { kind: 'other', all: [] };
}

function isJsonType(mime: string): boolean {
  return mime === 'application/json' || mime.endsWith('+json') || mime === 'text/json';
}

function formFields(source: string): BodyField[] {
  return [...new URLSearchParams(source)].map(([pointer, value]) => ({ pointer, value }));
}

/** RFC 7578, text parts only. */
function multipartFields(mimeType: string, source: string): BodyField[] {
  const boundary = /boundary="?([^";]+)/i.exec(mimeType)?.[1];
  if (!boundary) return [];
  const fields: BodyField[] = [];
  for (const part of source.split(`--${boundary}`)) {
    const blank = part.indexOf('\r\n\r\n');
    if (blank < 0) continue;
    const head = part.slice(0, Math.min(blank, 1024));
    const pointer = /name="([^"]*)"/i.exec(head)?.[1];
    if (pointer && !/filename=/i.test(head)) fields.push({ pointer, value: part.slice(blank + 4).trimEnd() });
  }
  return fields;
}

function isCandidate({ value }: BodyField): boolean {
  return value.length >= 8 && value.length <= MAX_VALUE && !/\s/.test(value);
}
