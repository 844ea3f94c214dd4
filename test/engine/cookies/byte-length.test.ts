import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byteLength } from '../../../src/engine/cookies/byte-length.js';

it('counts as TextEncoder does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(byteLength(text, Infinity)).toBe(new TextEncoder().encode(text).length);
    }),
  );
  expect(byteLength('\ud800', 10)).toBe(3);
  expect(byteLength('\ud800a', 10)).toBe(4);
});

it('stops counting beyond the limit', () => {
  expect(byteLength('a'.repeat(100), 10)).toBe(11);
  expect(byteLength('ü'.repeat(5), 10)).toBe(10);
});
