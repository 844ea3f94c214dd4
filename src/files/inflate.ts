import { Gunzip, Unzlib } from 'fflate';
import { adler32, crc32 } from './checksum.js';
import { RefusedError } from './refused.js';

/**
 * What hands over what it has unpacked as soon as it can, so that a file that was cut gives its
 * part.
 */
interface Stream {
  ondata: (chunk: Uint8Array<ArrayBuffer>, final: boolean) => void;
  push(chunk: Uint8Array): void;
}

interface Packing {
  name: string;
  begins(bytes: Uint8Array): boolean;
  /**
   * True where the checksum at its end is that of what was unpacked, or there is none to compare.
   */
  fits(bytes: Uint8Array, whole: Uint8Array): boolean;
  stream(): Stream;
}

/** How one file is packed: gzip (RFC 1952 §2.3.1) and zlib (RFC 1950 §2.2). */
const PACKINGS: readonly Packing[] = [
  {
    name: 'gzip',
    begins: (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b,
    // Of several members (§2.2) each has its own; the sizes tell.
    fits: (bytes, whole) =>
      numberAt(bytes, -4, true) !== whole.length || numberAt(bytes, -8, true) === crc32(whole),
    stream: () => new Gunzip(),
  },
  {
    name: 'zlib',
    begins: ([method = 0, flags = 0]) => method === 0x78 && (method * 256 + flags) % 31 === 0,
    fits: (bytes, whole) => numberAt(bytes, -4, false) === adler32(whole),
    stream: () => new Unzlib(),
  },
];

/** What was unpacked. */
export interface Inflated {
  bytes: Uint8Array;
  /** Its checksum does not fit, or is not there. */
  isDamaged: boolean;
}

/** Packed bytes that are unpacked at a time: no more than 1,032 times as many come out of them. */
const AT_ONCE = 16_384;

/**
 * What is packed as gzip or zlib, as far as it can be unpacked; undefined where it is neither.
 * @throws RefusedError where nothing can be, or more than `most` bytes come of it
 */
export function inflated(bytes: Uint8Array, most: number): Inflated | undefined {
  const packing = PACKINGS.find(({ begins }) => begins(bytes));
  if (!packing) return undefined;
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = packing.stream();
  stream.ondata = (part) => {
    length += part.length;
    if (length > most) throw new RefusedError('large');
    if (part.length > 0) parts.push(part);
  };
  try {
    for (let at = 0; at < bytes.length; at += AT_ONCE)
      stream.push(bytes.subarray(at, at + AT_ONCE));
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    // Damaged from here on.
  }
  if (length > 0) {
    const whole = joined(parts, length);
    return { bytes: whole, isDamaged: !packing.fits(bytes, whole) };
  }
  // Two letters of a text look like zlib.
  if (packing.name === 'zlib') return undefined;
  throw new RefusedError('packed', packing.name);
}

/** The four bytes that begin so far from the end. */
function numberAt(bytes: Uint8Array, from: number, isLittleEndian: boolean): number {
  const at = bytes.length + from;
  if (at < 0) return Number.NaN;
  return new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, isLittleEndian);
}

export function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
