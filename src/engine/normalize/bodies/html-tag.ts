import { LIMITS } from '../../settings.js';

export interface Tag {
  /**
   * Names in lower case, the first of two counts (HTML §13.2.5.33). Absent: the tag does not end.
   */
  attributes?: Map<string, string>;
  /** Index after what was read. */
  end: number;
}

const BLANK: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r', '\f']);
/** Between attributes a slash is as good as a blank. */
const BETWEEN: ReadonlySet<string> = new Set([...BLANK, '/']);

/**
 * Reads a start tag from the end of its name on, as the HTML standard's tokenizer does
 * (§13.2.5.32–39): a `>` inside quotes does not end it. A tag without end has eaten what follows.
 */
export function readTag(html: string, from: number): Tag {
  const limit = Math.min(html.length, from + LIMITS.htmlTag);
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    at = skip(BETWEEN, html, at, limit);
    if (at >= limit) return { end: limit };
    if (html[at] === '>') return { attributes, end: at + 1 };
    const nameEnd = endOfName(html, at, limit);
    const name = html.slice(at, nameEnd).toLowerCase();
    const equals = skip(BLANK, html, nameEnd, limit);
    const value =
      html[equals] === '=' ? readValue(html, equals + 1, limit) : { value: '', end: nameEnd };
    if (!value) return { end: limit };
    if (!attributes.has(name)) attributes.set(name, value.value);
    at = value.end;
  }
}

function skip(set: ReadonlySet<string>, html: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && set.has(html[at]!)) at++;
  return at;
}

/** A name ends at a blank, `/`, `>` or `=`; but a leading `=` belongs to it. */
function endOfName(html: string, from: number, limit: number): number {
  let at = from + 1;
  while (at < limit && !BETWEEN.has(html[at]!) && html[at] !== '>' && html[at] !== '=') at++;
  return at;
}

function readValue(
  html: string,
  from: number,
  limit: number,
): { value: string; end: number } | undefined {
  const start = skip(BLANK, html, from, limit);
  const quote = html[start];
  if (quote === '"' || quote === "'") {
    const close = html.slice(start + 1, limit).indexOf(quote);
    return close < 0
      ? undefined
      : { value: html.slice(start + 1, start + 1 + close), end: start + close + 2 };
  }
  let at = start;
  while (at < limit && html[at] !== '>' && !BLANK.has(html[at]!)) at++;
  return { value: html.slice(start, at), end: at };
}
