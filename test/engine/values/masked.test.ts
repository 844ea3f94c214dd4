import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMaskOf } from '../../../src/engine/values/masked.js';
import { MASKS } from '../../support/masks.js';
import { Seeded } from '../../support/seeded.js';

const random = new Seeded('masked');

describe.each(Object.keys(MASKS))('what %s writes into its forms', (framework) => {
  it('is the secret of its cookie, under a mask', () => {
    for (let round = 0; round < 20; round++) {
      const { cookie, field } = MASKS[framework]!(random);
      expect(isMaskOf(field(), cookie)).toBe(true);
      expect(isMaskOf(field(), field())).toBe(true);
    }
  });

  it('is not that of another one', () => {
    for (let round = 0; round < 200; round++)
      expect(isMaskOf(MASKS[framework]!(random).field(), MASKS[framework]!(random).cookie)).toBe(
        false,
      );
  });
});

it('says nothing of the same value, and of short ones', () => {
  const value = random.base62(64);
  expect(isMaskOf(value, value)).toBe(false);
  expect(isMaskOf('ab', 'ab==')).toBe(false);
});

it('takes any text', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(() => isMaskOf(one, other)).not.toThrow();
    }),
  );
});
