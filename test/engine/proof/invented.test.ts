import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventedLike } from '../../../src/engine/proof/invented.js';

describe('an invented value', () => {
  it.each([
    ['0a9Z', '5n4M'],
    ['Bearer ab-1', 'Bearer no-6'],
    ['s%3Aabc.D%2F9', 'f%3Anop.Q%2F4'],
    ['', ''],
    ['…🙂-_.', '…🙂-_.'],
  ])('has the form of %s', (value, invented) => {
    expect(inventedLike(value)).toBe(invented);
  });

  it('is another one of the same length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (value) => {
        const invented = inventedLike(value);
        expect(invented).toHaveLength(value.length);
        const scheme = /^[\w-]+\s+/.exec(value)?.[0] ?? '';
        const rest = value.slice(scheme.length).replace(/%[0-9a-f]{2}/gi, '');
        expect(invented === value).toBe(!/[0-9a-z]/i.test(rest));
      }),
    );
  });
});
