import { decodeEntities } from '../normalize/bodies/html-entities.js';
import { decodePercent } from '../normalize/addresses/raw-url.js';

const ESCAPE = /%[0-9a-f]{2}|&#?\w{1,32};|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["\\/bfnrt])/gi;

/** With which each of them begins: most texts have none. */
const MARKS = /[%&\\]/;

/** A text whose characters know where in the original they begin. */
export interface View {
  text: string;
  /** One for each character, and one for the end; undefined for the original itself. */
  starts: number[] | undefined;
}

/**
 * One layer of percent-encoding, entities and JSON escapes taken off; undefined where there is
 * none.
 */
export function unescaped({ text, starts }: View): View | undefined {
  if (!MARKS.test(text)) return undefined;
  let plain = '';
  const from: number[] = [];
  const startOf = (at: number) => starts?.[at] ?? at;
  let at = 0;
  const copy = (end: number) => {
    for (; at < end; at++) from.push(startOf(at));
  };
  for (const { 0: escape, index } of text.matchAll(ESCAPE)) {
    const decoded = decodeEscape(escape);
    if (decoded === escape) continue;
    plain += text.slice(at, index) + decoded;
    copy(index);
    for (let unit = 0; unit < decoded.length; unit++) from.push(startOf(index));
    at = index + escape.length;
  }
  if (at === 0) return undefined;
  plain += text.slice(at);
  copy(text.length);
  from.push(startOf(text.length));
  return { text: plain, starts: from };
}

function decodeEscape(escape: string): string {
  if (escape.startsWith('%')) return decodePercent(escape);
  if (escape.startsWith('&')) return decodeEntities(escape);
  // Of scripts, not of JSON (ECMAScript §12.9.4).
  if (/^\\x/i.test(escape)) return String.fromCharCode(parseInt(escape.slice(2), 16));
  try {
    return JSON.parse(`"${escape}"`) as string;
  } catch {
    return escape;
  }
}
