import { type Part, partsOf } from '../../engine/normalize/bodies/multipart.js';
import { redactUrl, maskText } from '../../engine/values/telling/redact.js';
import { LIMITS } from '../../engine/settings.js';
import type { BodyText } from '../shown/view.js';

const FORM = /^application\/x-www-form-urlencoded/i;
/** Its parts name their fields in headers of their own, and may be files. */
const IN_PARTS = /^multipart\//i;

/** What is not asked for as text. */
const NO_TEXT = /^(?:image\/(?!svg)|audio|video|font)|octet-stream|pdf|zip|wasm/i;

/** True for pictures, sound and the like. */
export function isNoText(mimeType: string): boolean {
  return NO_TEXT.test(mimeType);
}

/** True for a body that can be told as text, without what a page called a password. */
export function isTellable(mimeType: string, body: string): boolean {
  return !IN_PARTS.test(mimeType) && body.length <= LIMITS.body;
}

/**
 * A body of several parts (RFC 7578) as a form that can be read: a field a line, and a file by its
 * name, as curl's `-F` has it. Any other body as it is.
 */
export function asForm(body: BodyText): BodyText {
  if (!IN_PARTS.test(body.mimeType)) return body;
  const parts = partsOf(body.mimeType, body.text)?.parts;
  if (!parts || parts.length === 0) return body;
  const lines = parts.map(
    (part) => `${inForm(part.name).replaceAll('=', '%3D')}=${inForm(toldPart(part, body.text))}`,
  );
  return { ...body, mimeType: 'application/x-www-form-urlencoded', text: lines.join('&') };
}

function toldPart({ fileName, type, from, to }: Part, source: string): string {
  if (fileName === undefined) return source.slice(from, to);
  return `@${fileName}${type === undefined ? '' : `;type=${type}`}`;
}

/** What would end a field; the rest may be read as it is. */
function inForm(text: string): string {
  return text.replace(/[%&\r\n]/g, (sign) => encodeURIComponent(sign));
}

/** The beginning of a body, as far as it is read. */
export function readPart(body: BodyText): BodyText & { left?: number } {
  const left = body.text.length - LIMITS.body;
  return left > 0 ? { ...body, text: body.text.slice(0, LIMITS.body), left } : body;
}

export function isForm(mimeType: string): boolean {
  return FORM.test(mimeType);
}

/** A body with its secrets masked in their places; what is harmless stays as it is. */
export function maskedBody(mimeType: string, body: string): string {
  return isForm(mimeType) ? redactUrl(`?${body}`).slice(1) : maskText(body);
}
