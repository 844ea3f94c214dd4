const SCHEME = /^[\w-]+\s+/;
const ESCAPE = /%[0-9a-f]{2}|[0-9]|[a-z]/gi;
const [HALF_THE_DIGITS, HALF_THE_LETTERS] = [5, 13];

/**
 * A value like this one that nobody was ever given: of the same length and alphabet, with its
 * scheme (RFC 9110 §11.4) and its percent-escapes as they are.
 */
export function inventedLike(value: string): string {
  const scheme = SCHEME.exec(value)?.[0] ?? '';
  return scheme + value.slice(scheme.length).replace(ESCAPE, another);
}

function another(piece: string): string {
  if (piece.length > 1) return piece;
  if (/\d/.test(piece)) return String((Number(piece) + HALF_THE_DIGITS) % 10);
  const first = (piece >= 'a' ? 'a' : 'A').charCodeAt(0);
  const letter = (piece.charCodeAt(0) - first + HALF_THE_LETTERS) % 26;
  return String.fromCharCode(first + letter);
}
