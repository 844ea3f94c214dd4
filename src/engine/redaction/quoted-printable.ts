// Mail writes lines of at most 76 signs (RFC 2045 §6.7): what is longer is broken behind a `=`.

const BROKEN = /=\r?\n/;
/** Of ASCII alone: of more bytes for one sign nothing has to be known. */
const ESCAPED = /=(2[0-9A-F]|[3-6][0-9A-F]|7[0-9A-E])/g;
const MOST = 75;

/** A text of mail rewritten as if its lines were whole; others as they stand. */
export function rewriteUnbroken(source: string, write: (text: string) => string): string {
  if (!BROKEN.test(source)) return write(source);
  const plain = source
    .replace(/=\r?\n/g, '')
    .replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const other = write(plain);
  if (other === plain) return source;
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  return other.replace(/[^\r\n]+/g, (line) => brokenLine(line, end));
}

function brokenLine(line: string, end: string): string {
  const escaped = line.replace(/=(?![89A-F][0-9A-F])/g, '=3D').replace(/[ \t]$/, '=20');
  let broken = '';
  let length = 0;
  // No escape is broken in its middle.
  for (const [unit] of escaped.matchAll(/=[0-9A-F]{2}|[^]/g)) {
    if (length + unit.length > MOST) {
      broken += `=${end}`;
      length = 0;
    }
    broken += unit;
    length += unit.length;
  }
  return broken;
}
