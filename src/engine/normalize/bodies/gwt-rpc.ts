import type { BodyField } from '../../model.js';
import { LIMITS } from '../../settings.js';
import { parseJson, stringsOf } from './json-strings.js';

// GWT-RPC: a call is a table of strings and numbers that point into it, between bars; an answer is
// a list, whose table stands in it, behind `//OK` or `//EX`.

const CALL = /^\d{1,2}\|\d{1,3}\|\d{1,4}\|/;
/** Where the code comes from, a hash, the service and its method come before the rest. */
const HEAD = 4;
/** A class with the hash of its fields: `java.lang.String/2004016611`. */
const CLASS = /^[\w.$[\];]{1,300}\/\d{1,12}$/;
const ANSWER = /^\/\/(?:OK|EX)(?=\[)/;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g;
const ESCAPED = new Map([
  ['!', '|'],
  ['0', '\0'],
]);

/** True for an answer, which services send as JSON that it is not. */
export function isGwtAnswer(source: string): boolean {
  return ANSWER.test(source);
}

/** The strings of a call among its arguments, or those of an answer; undefined for neither. */
export function fieldsOfGwt(source: string): BodyField[] | undefined {
  if (CALL.test(source)) return argumentsOf(source);
  const answer = isGwtAnswer(source) ? parseJson(source.slice(4)) : undefined;
  if (answer === undefined) return undefined;
  return stringsOf(answer).filter(({ value }) => !CLASS.test(value));
}

function argumentsOf(source: string): BodyField[] {
  const [, , length = '0', ...rest] = source.split('|', LIMITS.formFields);
  return rest
    .slice(HEAD, Number(length))
    .map(unescaped)
    .filter((value) => !CLASS.test(value))
    .map((value, at) => ({ pointer: `/params/${at}`, value }));
}

function unescaped(text: string): string {
  return text.replace(ESCAPE, (_, hex?: string, sign = '') =>
    hex === undefined ? (ESCAPED.get(sign) ?? sign) : String.fromCharCode(parseInt(hex, 16)),
  );
}
