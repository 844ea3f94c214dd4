import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byGroup, Lines } from '../../../src/ui/grid/lines.js';

describe('rows in groups', () => {
  it('stand in the order of the groups, and keep their own within one', () => {
    const { rows, groups } = byGroup(
      ['b1', 'a1', 'b2', 'a2'],
      ['a', 'none', 'b'],
      (row) => row[0]!,
    );
    expect(rows).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(groups).toEqual([
      { title: 'a', start: 0, count: 2 },
      { title: 'b', start: 2, count: 2 },
    ]);
  });

  it('have one line each, after the line of their group', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 }), (all) => {
        const { rows, groups } = byGroup(all, ['c', 'a', 'b'], (row) => row);
        const lines = new Lines(rows.length, groups);
        const told = Array.from({ length: lines.count }, (_, line) => lines.at(line));
        const indexes = told.filter((one) => typeof one === 'number');
        expect(indexes).toEqual(rows.map((_, index) => index));
        expect(indexes.map((index) => lines.lineOf(index))).toEqual(
          told.flatMap((one, line) => (typeof one === 'number' ? [line] : [])),
        );
        const heads = told.flatMap((one, line) => (typeof one === 'number' ? [] : [[one, line]]));
        for (const [group, line] of heads as [{ start: number }, number][])
          expect(told[line + 1]).toBe(group.start);
      }),
    );
    expect(new Lines(3, []).lineOf(-1)).toBe(-1);
  });
});
