/** Controls, and signs that are not seen: in a terminal they do, or hide, what nobody reads. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Half of a surrogate pair is no text: it is copied as U+FFFD. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];

/**
 * A word of bash that means this very text. In single quotes nothing has a meaning; with a control
 * or an unseen sign in it, in the quotes of `$'…'`, which show it. A NUL cannot be in a word.
 */
export function bashWord(source: string): string {
  const text = wellFormed(source).replaceAll('\0', '');
  if (text.search(UNSEEN) < 0) return `'${text.replaceAll("'", `'\\''`)}'`;
  // `!` would be history in an interactive shell.
  const quoted = text
    .replace(/[\\']/g, '\\$&')
    .replaceAll('!', '\\x21')
    .replace(UNSEEN, escapedBytes);
  return `$'${quoted}'`;
}

/** In octal, of which never more than three digits are read. */
function escapedBytes(sign: string): string {
  return bytesOf(sign)
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}

/** A string literal of JavaScript that means this very text, and ends no script element. */
export function scriptString(source: string): string {
  return JSON.stringify(source).replace(/[<\p{Cf}\u2028\u2029\u007f-\u009f]/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => unicodeEscape(sign.charCodeAt(at))).join(''),
  );
}

function unicodeEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
