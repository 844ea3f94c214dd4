import { describe, expect, it } from 'vitest';
import { nextSort, sortRows } from '../../../src/ui/grid/sort-rows.js';

describe('nextSort', () => {
  it('goes up, down, and back to the order of arrival', () => {
    const up = nextSort(null, 'name');
    const down = nextSort(up, 'name');
    expect(up).toEqual({ column: 'name', descending: false });
    expect(down).toEqual({ column: 'name', descending: true });
    expect(nextSort(down, 'name')).toBeNull();
  });

  it('starts anew with another column', () => {
    expect(nextSort({ column: 'name', descending: true }, 'host')).toEqual({
      column: 'host',
      descending: false,
    });
  });
});

describe('sortRows', () => {
  const rows = [
    { n: 2, id: 'a' },
    { n: 1, id: 'b' },
    { n: 2, id: 'c' },
  ];
  const by = (column: string) =>
    column === 'n' ? (a: { n: number }, b: { n: number }) => a.n - b.n : undefined;
  const ids = (column: string, descending: boolean) =>
    sortRows(rows, { column, descending }, by)
      .map(({ id }) => id)
      .join('');

  it('leaves equal rows as they came, in both directions', () => {
    expect(ids('n', false)).toBe('bac');
    expect(ids('n', true)).toBe('acb');
  });

  it('leaves all as it is without an order', () => {
    expect(sortRows(rows, null, by)).toBe(rows);
    expect(ids('unknown', false)).toBe('abc');
  });
});
