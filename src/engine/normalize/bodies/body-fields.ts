import type { Body, BodyField, LimitReached } from '../../model.js';
import { beyond, LIMITS } from '../../settings.js';
import { ASKED_OF_BODY } from './asked-strings.js';
import { isSaid, says } from '../passwords/beside-password.js';
import { fieldsOfCall } from './called-fields.js';
import { framedJson, mayBeFramed, messagesIn } from './frames.js';
import { fieldsOfHtml } from './html-fields.js';
import { parseJson, stringsOf } from './json-strings.js';
import { partsOf } from './multipart.js';
import { withJsonArguments } from '../passwords/positional-passwords.js';
import { valuesForScripts, valuesOfScript } from './page-values.js';
import { toldInputs } from './told-inputs.js';
import type { RawField } from './raw-field.js';
import { withoutTextPasswords } from '../passwords/without-passwords.js';

// What kind of body a text is, by its type or as it begins, and the fields of that kind.

/** A body as it was read, passwords and all. */
export interface ReadFields {
  kind: Body['kind'];
  /** Of JSON those alone of which anything is kept or told. */
  all: RawField[];
  passwordFields?: Set<string>;
  json?: unknown;
  /** Names of all members, of JSON. */
  names?: ReadonlySet<string>;
}

/** Reads the fields of a body; what a bound leaves out is added to `reached`. */
export function readFields(
  mime: string,
  mimeType: string,
  source: string,
  reached: LimitReached[],
): ReadFields {
  const names = new Set<string>();
  const strings = (one: unknown) => stringsOf(one, reached, names, ASKED_OF_BODY);
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
    const all = messagesIn(json)?.flatMap(strings) ?? withJsonArguments(strings(json), json);
    return { kind: 'json', all, passwordFields: toldInputs(source), json, names };
  }
  if (isPage(mime, source)) {
    const passwordFields = new Set<string>();
    const fields = fieldsOfHtml(source, passwordFields, reached);
    return { kind: 'html', all: [...fields, ...valuesForScripts(source)], passwordFields };
  }
  const framed = isJsonType(mime) || mayBeFramed(mime) ? framedJson(source, reached) : undefined;
  const all = framed?.flatMap(strings) ?? fieldsOfCall(mime, source) ?? writtenIn(mime, source);
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

function writtenIn(mime: string, source: string): BodyField[] {
  return isScript(mime) ? valuesOfScript(source) : [];
}

/** MIME Sniffing §4.6: a JavaScript MIME type. */
function isScript(mime: string): boolean {
  return /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/.test(mime);
}

/**
 * JSON (MIME Sniffing §4.6), and what services call their own of it: `application/x-amz-json-1.1`.
 */
export function isJsonType(mime: string): boolean {
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

/** A MIME type without its parameters. */
export function plainMimeType(mimeType: string): string {
  return mimeType.split(';', 1)[0]!.trim().toLowerCase().slice(0, LIMITS.fieldName);
}
