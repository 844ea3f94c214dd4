import { redactUrl, maskText } from '../engine/values/redact.js';
import { LIMITS } from '../engine/settings.js';

const FORM = /^application\/x-www-form-urlencoded/i;
/** Its parts name their fields in headers of their own, and may be files. */
const IN_PARTS = /^multipart\//i;

/** True for a body that can be told as text, without what a page called a password. */
export function isTellable(mimeType: string, body: string): boolean {
  return !IN_PARTS.test(mimeType) && body.length <= LIMITS.body;
}

/** A posted body with its secrets masked in their places; what is harmless stays as it is. */
export function maskedBody(mimeType: string, body: string): string {
  return FORM.test(mimeType) ? redactUrl(`?${body}`).slice(1) : maskText(body);
}
