import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../../src/engine/values/placeholder.js';
import { Seeded } from '../../support/tokens.js';

describe('a placeholder', () => {
  it.each([
    '',
    '""',
    'deleted',
    'DELETED',
    'deleteMe',
    'null',
    'false',
    '{}',
    '%7B%7D',
    'e30',
    'e30=',
    'e30%3D',
    'W10=',
    '[object Object]',
    '-',
    ' ',
  ])('is %j', (value) => expect(isPlaceholder(value)).toBe(true));

  it.each(['deleted-items', 'nulls', 'true', '1', '{"a":1}', 'eyJhIjoxfQ', 'dark', 'en'])(
    'is not %j',
    (value) => expect(isPlaceholder(value)).toBe(false),
  );

  it('is nothing that a generator makes', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 16, max: 64 }), (seed, length) => {
        expect(isPlaceholder(new Seeded(seed).base62(length))).toBe(false);
      }),
    );
  });
});
