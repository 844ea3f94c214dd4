import { LIMITS } from '../../settings.js';
import { fieldsOfHtml, MAX_PASSWORDS } from './html-fields.js';

/** `"type":"password"`, with the quotes escaped where it stands in a string. */
const TYPE = /\\{0,8}"type\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"password\\{0,8}"/gi;
const NAME = /\\{0,8}"(?:name|id)\\{0,8}"\s{0,8}:\s{0,8}\\{0,8}"([^"\\]{1,256})\\{0,8}"/gi;
const INPUT = /<input|\\u003cinput/i;
/** Characters around such a member that belong to the same input. */
const AROUND = 400;
/** Places that are looked at. */
const MAX_PLACES = 200;

/**
 * What inputs for passwords are called in a text that a script makes a page of: HTML in JSON, and
 * components as JSON tells of them (`{"type":"password","name":"…"}`).
 */
export function toldInputs(source: string): Set<string> {
  const names = new Set<string>();
  if (!/password/i.test(source)) return names;
  if (INPUT.test(source)) fieldsOfHtml(unescaped(source), names);
  let places = 0;
  for (const { index, 0: found } of source.matchAll(TYPE)) {
    if (++places > MAX_PLACES) break;
    const end = index + found.length;
    const before = source.slice(Math.max(0, index - AROUND), index);
    const behind = source.slice(end, end + AROUND);
    const inside = before.slice(opened(before)) + behind.slice(0, closed(behind));
    for (const [, name] of inside.matchAll(NAME))
      if (names.size < MAX_PASSWORDS) names.add(name!.slice(0, LIMITS.fieldName));
  }
  return names;
}

/** The attributes of an input may be an object of their own beside its name. */
function opened(before: string): number {
  const nearest = before.lastIndexOf('{');
  const isOwn = /"(?:attributes|attrs|props|inputProps)\\{0,8}"\s{0,8}:\s{0,8}$/i;
  return isOwn.test(before.slice(0, nearest))
    ? before.lastIndexOf('{', nearest - 1) + 1
    : nearest + 1;
}

function closed(behind: string): number {
  const end = behind.indexOf('}');
  return end < 0 ? behind.length : end;
}

function unescaped(source: string): string {
  return source
    .replace(/\\{1,8}u003c/gi, '<')
    .replace(/\\{1,8}u003e/gi, '>')
    .replace(/\\{1,8}(?=["'/])/g, '');
}
