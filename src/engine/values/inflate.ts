// Enough of DEFLATE (RFC 1951) to read how a compressed value begins: SAML's redirect binding and
// several frameworks compress what they sign. Output is bounded, so no input can make it expensive.

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
  163, 195, 227, 258,
];
const LENGTH_EXTRA = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
];
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
  3073, 4097, 6145, 8193, 12289, 16385, 24577,
];
const CODE_LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MAX_BITS = 15;
const END_OF_BLOCK = 256;

interface Huffman {
  /** How many codes have each length. */
  counts: number[];
  /** Symbols in order of their codes. */
  symbols: number[];
}

interface Tables {
  literals: Huffman;
  distances: Huffman;
}

/**
 * The first `limit` bytes of a raw DEFLATE stream, fewer where it ends or breaks off; undefined
 * where it is none.
 */
export function inflateStart(input: Uint8Array, limit: number): Uint8Array | undefined {
  const output: number[] = [];
  try {
    const bits = new BitReader(input);
    for (let last = 0; last === 0 && output.length < limit;) {
      last = bits.take(1);
      const type = bits.take(2);
      if (type === 0) copyStored(bits, output, limit);
      else if (type === 3) return undefined;
      else
        inflateBlock(
          bits,
          type === 1 ? (fixed ??= fixedTables()) : readTables(bits),
          output,
          limit,
        );
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (output.length === 0) return undefined;
  }
  return Uint8Array.from(output.slice(0, limit));
}

class BitReader {
  #at = 0;
  #bit = 0;
  constructor(readonly input: Uint8Array) {}

  take(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++) value |= this.#next() << i;
    return value;
  }

  decode({ counts, symbols }: Huffman): number {
    let code = 0;
    let first = 0;
    let index = 0;
    for (let length = 1; length <= MAX_BITS; length++) {
      code |= this.#next();
      const count = counts[length]!;
      if (code - first < count) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new RangeError('no such code');
  }

  skipToByte(): void {
    if (this.#bit > 0) this.#at++;
    this.#bit = 0;
  }

  #next(): number {
    const byte = this.input[this.#at];
    if (byte === undefined) throw new RangeError('input ended');
    const bit = (byte >> this.#bit) & 1;
    this.#bit = (this.#bit + 1) & 7;
    if (this.#bit === 0) this.#at++;
    return bit;
  }
}

function copyStored(bits: BitReader, output: number[], limit: number): void {
  bits.skipToByte();
  const length = bits.take(16);
  if ((length ^ bits.take(16)) !== 0xffff) throw new RangeError('stored length is wrong');
  for (let i = 0; i < length && output.length < limit; i++) output.push(bits.take(8));
}

function inflateBlock(bits: BitReader, tables: Tables, output: number[], limit: number): void {
  while (output.length < limit) {
    const symbol = bits.decode(tables.literals);
    if (symbol === END_OF_BLOCK) return;
    if (symbol < END_OF_BLOCK) {
      output.push(symbol);
      continue;
    }
    const length = based(LENGTH_BASE, symbol - 257) + bits.take(based(LENGTH_EXTRA, symbol - 257));
    const code = bits.decode(tables.distances);
    const distance = based(DISTANCE_BASE, code) + bits.take(Math.max(0, (code >> 1) - 1));
    if (distance > output.length) throw new RangeError('distance too far back');
    for (let i = 0; i < length; i++) output.push(output[output.length - distance]!);
  }
}

function based(table: number[], index: number): number {
  const value = table[index];
  if (value === undefined) throw new RangeError('no such symbol');
  return value;
}

function readTables(bits: BitReader): Tables {
  const literalCount = bits.take(5) + 257;
  const distanceCount = bits.take(5) + 1;
  const lengths: number[] = Array.from({ length: 19 }, () => 0);
  const codeCount = bits.take(4) + 4;
  for (let i = 0; i < codeCount; i++) lengths[CODE_LENGTH_ORDER[i]!] = bits.take(3);
  const codes = huffman(lengths);
  const all: number[] = [];
  while (all.length < literalCount + distanceCount) {
    const symbol = bits.decode(codes);
    if (symbol < 16) all.push(symbol);
    else {
      const [value, times] =
        symbol === 16
          ? [based(all, all.length - 1), 3 + bits.take(2)]
          : [0, symbol === 17 ? 3 + bits.take(3) : 11 + bits.take(7)];
      for (let i = 0; i < times; i++) all.push(value);
    }
  }
  return {
    literals: huffman(all.slice(0, literalCount)),
    distances: huffman(all.slice(literalCount, literalCount + distanceCount)),
  };
}

function huffman(lengths: number[]): Huffman {
  const counts: number[] = Array.from({ length: MAX_BITS + 1 }, () => 0);
  for (const length of lengths) counts[length]!++;
  counts[0] = 0;
  let next = 0;
  const offsets = counts.map((count) => (next += count) - count);
  const symbols: number[] = Array.from({ length: next }, () => 0);
  lengths.forEach((length, symbol) => {
    if (length > 0) symbols[offsets[length]!++] = symbol;
  });
  return { counts, symbols };
}

/** Made when a stream first asks for them, and not whenever a worker starts. */
let fixed: Tables | undefined;

/** RFC 1951 §3.2.6. */
function fixedTables(): Tables {
  const lengths = Array.from({ length: 288 }, (_, i) =>
    i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8,
  );
  return {
    literals: huffman(lengths),
    distances: huffman(Array.from({ length: 30 }, () => 5)),
  };
}
