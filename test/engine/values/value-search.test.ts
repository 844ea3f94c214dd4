import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ValueSearch } from '../../../src/engine/values/value-search.js';

const search = (values: string[]) =>
  new ValueSearch(values.map((value, at) => ({ id: `c${at + 1}`, value })));

describe('values in a text', () => {
  it('are found wherever they stand, in the order of the values', () => {
    const found = search(['abcdefgh', 'abcdefghij', 'short', 'zzzzzzzz']);
    expect(found.idsIn('x zzzzzzzz abcdefghij')).toEqual(['c1', 'c2', 'c4']);
    expect(found.idsIn('abcdefghi')).toEqual(['c1']);
    expect(found.idsIn('short')).toEqual([]);
    expect(found.idsIn('nothing', 'but here: abcdefgh')).toEqual(['c1']);
    expect(found.idsIn('')).toEqual([]);
    expect(search([]).idsIn('abcdefgh')).toEqual([]);
  });

  it('are those that the text includes', () => {
    const unit = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 14 });
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 8 }),
        fc.string({ unit, maxLength: 6 }),
        (all, text) => {
          const expected = all.flatMap((value, at) =>
            value.length >= 8 && text.includes(value) ? [`c${at + 1}`] : [],
          );
          expect(search(all).idsIn(text)).toEqual(expected);
        },
      ),
    );
  });
});
