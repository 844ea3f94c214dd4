/** A cookie's name and `=` after a comma: a date (`Wed, 21 Oct`) has none. */
const NEXT = /,\s*(?=[!#$%&'*+.^_`|~\w-]+=)/g;

/**
 * The Set-Cookie lines in what a proxy or a recorder wrote as one, with line feeds or commas
 * between them (RFC 9110 §5.3 forbids it, because values may have commas): a line is only taken
 * apart where an attribute stands before the comma, so that a value stays whole.
 */
export function unfoldSetCookie(value: string): string[] {
  return value.split('\n').flatMap(unfoldLine);
}

function unfoldLine(line: string): string[] {
  const lines: string[] = [];
  let from = 0;
  for (const { 0: comma, index } of line.matchAll(NEXT)) {
    if (!line.slice(from, index).includes(';')) continue;
    lines.push(line.slice(from, index));
    from = index + comma.length;
  }
  return [...lines, line.slice(from)];
}
