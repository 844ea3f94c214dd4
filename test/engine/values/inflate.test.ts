import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { inflateStart } from '../../../src/engine/values/inflate.js';

// Many cases, and the machine may have other work.
vi.setConfig({ testTimeout: 120_000 });

const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY } = constants;

it('reads what zlib writes, at every level and with every kind of block', () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 2_000 }),
    fc
      .array(fc.constantFrom('<samlp:', 'Response ', 'xmlns', '\n', 'a'), { maxLength: 800 })
      .map((words) => Buffer.from(words.join(''))),
  );
  fc.assert(
    fc.property(
      content,
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY),
      (bytes, level, strategy) => {
        const packed = deflateRawSync(bytes, { level, strategy });
        const inflated = inflateStart(packed, bytes.length);
        expect(Buffer.from(inflated ?? []).equals(Buffer.from(bytes))).toBe(true);
      },
    ),
    { numRuns: 300 },
  );
});

it('gives no more than was asked for, and what there is of a stream that was cut', () => {
  const packed = deflateRawSync(Buffer.alloc(5_000_000, 'a'));
  expect(inflateStart(packed, 100)).toHaveLength(100);
  const text = Buffer.from(Array.from({ length: 500 }, (_, i) => `line ${i * 7919}`).join('\n'));
  const start = inflateStart(deflateRawSync(text).subarray(0, 300), 4_000)!;
  expect(start.length).toBeGreaterThan(100);
  expect(text.subarray(0, start.length).equals(start)).toBe(true);
});

it('reads any bytes without exception, into bounded output', () => {
  expect(() =>
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        (bytes) => (inflateStart(bytes, 64)?.length ?? 0) <= 64,
      ),
      { numRuns: 3_000 },
    ),
  ).not.toThrow();
});
