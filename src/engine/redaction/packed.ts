import { utf8 } from '../base64.js';
import { inflateStart } from '../values/inflate.js';

// Texts as bytes that are no UTF-8: packed, or of two bytes for each sign. What comes back is
// packed as it was, but smaller it is not.

/** Bytes as a text, and how another one becomes such bytes. */
export interface Packed {
  text: string;
  pack(text: string): Uint8Array;
}

/** More than that comes of no token that is compressed. */
const MAX_INFLATED = 262_144;
/** Flags of a gzip head that may stand there; of the others more follows. */
const NAMED = 8;
const HEAD = 10;
/** Of so few bytes zeros tell nothing. */
const LEAST_WIDE = 16;

/** The text that bytes are once they are unpacked; undefined where nothing says how. */
export function packedText(bytes: Uint8Array): Packed | undefined {
  return zlibText(bytes) ?? gzipText(bytes) ?? wideText(bytes) ?? deflatedXml(bytes);
}

/** RFC 1950 §2.2. */
function zlibText(bytes: Uint8Array): Packed | undefined {
  const [method = 0, flags = 0] = bytes;
  if (method !== 0x78 || (method * 256 + flags) % 31 !== 0) return undefined;
  return inflated(bytes.subarray(2), (all) => [0x78, 0x01, ...stored(all), ...adler32(all)]);
}

/** RFC 1952 §2.3. */
function gzipText(bytes: Uint8Array): Packed | undefined {
  const [one, two, method, flags = 0] = bytes;
  if (one !== 0x1f || two !== 0x8b || method !== 8 || (flags | NAMED) !== NAMED) return undefined;
  const from = flags === NAMED ? bytes.indexOf(0, HEAD) + 1 : HEAD;
  const head = bytes.subarray(0, from);
  return inflated(bytes.subarray(from), (all) => [
    ...head,
    ...stored(all),
    ...littleEndian(crc32(all)),
    ...littleEndian(all.length),
  ]);
}

/** The redirect binding of SAML compresses without a head (SAML Bindings §3.4.4.1). */
function deflatedXml(bytes: Uint8Array): Packed | undefined {
  return inflateStart(bytes, 1)?.[0] === 0x3c ? inflated(bytes, stored) : undefined;
}

function inflated(
  bytes: Uint8Array,
  pack: (all: Uint8Array) => readonly number[],
): Packed | undefined {
  const all = inflateStart(bytes, MAX_INFLATED);
  const text = all && all.length < MAX_INFLATED ? utf8(all) : undefined;
  return text === undefined
    ? undefined
    : { text, pack: (other) => Uint8Array.from(pack(new TextEncoder().encode(other))) };
}

/** UTF-16 with its mark, or of signs that are mostly ASCII (Encoding §14). */
function wideText(bytes: Uint8Array): Packed | undefined {
  if (bytes.length < LEAST_WIDE || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0];
  // What is packed or chance is looked at here, too: an iterator would cost most of it.
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const most = bytes.length * 0.4;
  const isMarked = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBig = zeros[0]! >= most || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isMarked && !isBig && zeros[1]! < most) return undefined;
  const codes = Array.from({ length: bytes.length / 2 }, (_, at) => {
    const [first, second] = [bytes[at * 2]!, bytes[at * 2 + 1]!];
    return isBig ? first * 256 + second : second * 256 + first;
  });
  const text = codes.map((code) => String.fromCharCode(code)).join('');
  return {
    text,
    pack: (other) =>
      Uint8Array.from({ length: other.length * 2 }, (_, at) => {
        const code = other.charCodeAt(at >> 1);
        return (at % 2 === 0) === isBig ? code >> 8 : code & 255;
      }),
  };
}

/** Blocks that are not compressed (RFC 1951 §3.2.4). */
function stored(bytes: Uint8Array): number[] {
  const MOST = 65_535;
  const out: number[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += MOST) {
    const part = bytes.subarray(at, at + MOST);
    const isLast = at + MOST >= bytes.length;
    out.push(isLast ? 1 : 0, part.length & 255, part.length >> 8);
    out.push(~part.length & 255, (~part.length >> 8) & 255);
    for (const byte of part) out.push(byte);
  }
  return out;
}

function adler32(bytes: Uint8Array): number[] {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return [b >> 8, b & 255, a >> 8, a & 255];
}

/** RFC 1952 §8. */
function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc;
}

function littleEndian(number: number): number[] {
  return [0, 8, 16, 24].map((shift) => (number >>> shift) & 255);
}
