import { regex } from '../../engine/regex.js';

// Where a text stops being JSON (RFC 8259): browsers tell it in words of their own, or not at all.

type Expected = 'value' | 'item' | 'name' | 'first-name' | 'colon' | 'next' | 'end';

/** A string holds no control character as it is (§7). */
const SCALAR = regex('uy')`
  "(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"
  |-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null`;
const BLANKS = /[ \t\n\r]*/y;

/**
 * The line, from 1, of the first character that does not fit; the last one where the end is
 * missing.
 */
export function faultyLine(text: string): number {
  return text.slice(0, faultyAt(text)).split('\n').length;
}

function faultyAt(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const after = (): Expected => (open.length === 0 ? 'end' : 'next');
  for (;;) {
    at += matched(BLANKS, text, at);
    const next = text[at];
    if (next === undefined) return at;
    if (next === '{' && isValue(expected)) {
      open.push('}');
      expected = 'first-name';
    } else if (next === '[' && isValue(expected)) {
      open.push(']');
      expected = 'item';
    } else if (next === open.at(-1) && mayClose(expected)) {
      open.pop();
      expected = after();
    } else if (next === ':' && expected === 'colon') expected = 'value';
    else if (next === ',' && expected === 'next') expected = open.at(-1) === '}' ? 'name' : 'value';
    else {
      const length = matched(SCALAR, text, at);
      const isName: boolean = expected === 'name' || expected === 'first-name';
      if (length === 0 || !(isValue(expected) || (isName && next === '"'))) return at;
      at += length - 1;
      expected = isName ? 'colon' : after();
    }
    at += 1;
  }
}

const isValue = (expected: Expected): boolean => expected === 'value' || expected === 'item';
const mayClose = (expected: Expected): boolean =>
  expected === 'next' || expected === 'item' || expected === 'first-name';

function matched(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}
