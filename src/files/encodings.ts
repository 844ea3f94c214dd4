/** How a text is written as bytes, and how many bytes before it say so. */
interface Encoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';
  mark: number;
}

/** Byte order marks (Unicode §23.8); of two that begin alike the longer stands first. */
const MARKS: readonly (readonly [readonly number[], Encoding['name']])[] = [
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** Without a mark: JSON begins with two signs of ASCII, whose zeros tell (RFC 4627 §3). */
const ZEROS: readonly (readonly [string, Encoding['name']])[] = [
  ['x000', 'utf-32le'],
  ['000x', 'utf-32be'],
  ['x0x0', 'utf-16le'],
  ['0x0x', 'utf-16be'],
];

function encodingOf(bytes: Uint8Array): Encoding {
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return { name: marked[1], mark: marked[0].length };
  const zeros = Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('');
  return { name: ZEROS.find(([pattern]) => pattern === zeros)?.[1] ?? 'utf-8', mark: 0 };
}

/** True for text whose bytes have zeros because it is not UTF-8. */
export function hasWideSigns(bytes: Uint8Array): boolean {
  return encodingOf(bytes).name !== 'utf-8';
}

/**
 * A file as text: UTF-8, UTF-16 or UTF-32, with or without a byte order mark. What is no text of
 * its encoding becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const { name, mark } = encodingOf(bytes);
  const rest = bytes.subarray(mark);
  if (name === 'utf-32le' || name === 'utf-32be') return decodeUtf32(rest, name === 'utf-32le');
  return new TextDecoder(name, { ignoreBOM: true }).decode(rest);
}

/** So many signs at a time are made a string. */
const AT_ONCE = 4_096;
const LAST_SIGN = 0x10_ffff;

/** No TextDecoder reads UTF-32. */
function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let signs: number[] = [];
  for (let at = 0; at + 4 <= view.byteLength; at += 4) {
    const sign = view.getUint32(at, littleEndian);
    signs.push(sign > LAST_SIGN ? 0xfffd : sign);
    if (signs.length < AT_ONCE) continue;
    parts.push(String.fromCodePoint(...signs));
    signs = [];
  }
  return parts.join('') + String.fromCodePoint(...signs);
}
