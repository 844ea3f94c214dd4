import { LIMITS } from '../settings.js';

/**
 * The strings in a structured field (RFC 8941 §3.3.3), each with the key of the parameter that it
 * is the value of; empty for a bare item. Malformed rest is left out, and what is beyond
 * any use.
 */
export function quotedStrings(field: string): { key: string; string: string }[] {
  const found: { key: string; string: string }[] = [];
  let at = 0;
  for (
    let open = field.indexOf('"');
    open >= 0 && found.length < LIMITS.fieldStrings;
    open = field.indexOf('"', at)
  ) {
    const string = readString(field, open);
    if (!string) break;
    found.push({ key: keyBefore(field, at, open), string: string.value });
    at = string.end;
  }
  return found;
}

function readString(field: string, open: number): { value: string; end: number } | undefined {
  let end = open + 1;
  while (end < field.length && field[end] !== '"') end += field[end] === '\\' ? 2 : 1;
  if (end >= field.length) return undefined;
  return { value: field.slice(open + 1, end).replace(/\\(["\\])/g, '$1'), end: end + 1 };
}

/** Keys are short; looking further back would make a hostile field expensive. */
function keyBefore(field: string, from: number, open: number): string {
  return /([a-z*][\w*.-]{0,63})=$/.exec(field.slice(Math.max(from, open - 66), open))?.[1] ?? '';
}
