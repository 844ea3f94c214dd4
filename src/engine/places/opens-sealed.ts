import type { JsonString } from '../normalize/bodies/json-strings.js';

/** RFC 5116 §3.1: it differs each time, and is no secret. */
const OPENER = /^nonce$/i;
const SEALED = /^(?:data|ct|cipher(?:[-_]?text)?|encrypted(?:[-_]?data)?)$/i;
/** A block and its proof in base64, or more. */
const BYTES = /^[A-Za-z0-9+/_-]{24,}={0,2}$/;

/**
 * Without what belongs to something encrypted beside it: called a nonce, it is none of a login's.
 */
export function withoutOpeners(strings: readonly JsonString[]): readonly JsonString[] {
  if (!strings.some(isOpener)) return strings;
  const sealed = new Set(
    strings
      .filter((one) => SEALED.test(nameOf(one)) && BYTES.test(one.value))
      .map(({ pointer }) => above(pointer)),
  );
  return strings.filter((one) => !isOpener(one) || !sealed.has(above(one.pointer)));
}

function isOpener(one: JsonString): boolean {
  return OPENER.test(nameOf(one));
}

function nameOf({ pointer }: JsonString): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function above(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
