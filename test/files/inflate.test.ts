import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inflated, inflated } from '../../src/files/inflate.js';
import { RefusedError } from '../../src/files/refused.js';
import { Seeded } from '../support/seeded.js';

const MOST = 1_000_000;
const TEXT = new Seeded('inflate').bytes(30_000).toString('hex');
const textOf = (read: Inflated | undefined) => read && Buffer.from(read.bytes).toString();

describe.each([
  ['gzip', gzipSync],
  ['zlib', deflateSync],
])('%s', (_, pack) => {
  it('is unpacked', () => {
    expect(textOf(inflated(pack(TEXT), MOST))).toBe(TEXT);
  });

  it('gives what stands before the place where it was cut or is damaged', () => {
    const packed = pack(TEXT);
    const cut = textOf(inflated(packed.subarray(0, packed.length / 2), MOST))!;
    expect(cut.length).toBeGreaterThan(TEXT.length / 3);
    expect(TEXT.startsWith(cut)).toBe(true);
  });

  it('tells by its checksum that it is damaged, and that it is not', () => {
    for (const text of ['', 'x', TEXT, '김'.repeat(9_000)])
      expect(inflated(pack(`[${text}]`), MOST)?.isDamaged).toBe(false);
    // Not compressed, so that a letter can change and nothing else does.
    const packed = pack(TEXT, { level: 0 });
    packed[packed.length >> 1]! ^= 1;
    expect(inflated(packed, MOST)?.isDamaged).toBe(true);
  });

  it('is bounded', () => {
    const bomb = pack(Buffer.alloc(50_000_000));
    expect(() => inflated(bomb, MOST)).toThrow(expect.objectContaining({ refusal: 'large' }));
    expect(inflated(pack('x'.repeat(MOST)), MOST)?.bytes).toHaveLength(MOST);
  });
});

it('reads gzip in several parts', () => {
  const parts = Buffer.concat([gzipSync('{"a":'), gzipSync('1}')]);
  expect(textOf(inflated(parts, MOST))).toBe('{"a":1}');
});

it('is neither', () => {
  for (const text of ['{"log":{}}', 'x', 'x^2 is text', ''])
    expect(inflated(Buffer.from(text), MOST)).toBeUndefined();
});

function isReadOrRefused(bytes: Uint8Array): boolean {
  try {
    return (inflated(bytes, MOST)?.bytes.length ?? 1) > 0;
  } catch (error) {
    return error instanceof RefusedError;
  }
}

it('reads any bytes, or refuses them', () => {
  const start = fc.constantFrom([0x1f, 0x8b], [0x1f, 0x8b, 8, 0], [0x78, 0x9c], [0x78, 0xda]);
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 400 }), (magic, bytes) => {
      expect(isReadOrRefused(new Uint8Array([...magic, ...bytes]))).toBe(true);
    }),
  );
});

it('survives very many parts', () => {
  const part = gzipSync('x');
  const parts = Buffer.concat(Array.from({ length: 20_000 }, () => part));
  expect(textOf(inflated(parts, MOST))).toMatch(/^x+$/);
});
