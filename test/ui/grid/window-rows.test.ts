import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atEnd, drawnTop, scrollToShow, windowRows } from '../../../src/ui/grid/window-rows.js';

const view = fc.record({
  count: fc.nat(200_000),
  rowHeight: fc.integer({ min: 10, max: 60 }),
  scrollTop: fc.integer({ min: -100, max: 5_000_000 }),
  viewportHeight: fc.nat(4000),
});

describe('windowRows', () => {
  it('covers all rows in view', () => {
    fc.assert(
      fc.property(view, (list) => {
        const { first, end } = windowRows(list);
        const content = list.count * list.rowHeight;
        const top = Math.min(
          Math.max(0, list.scrollTop),
          Math.max(0, content - list.viewportHeight),
        );
        const firstInView = Math.floor(top / list.rowHeight);
        const lastInView = Math.min(
          list.count,
          Math.ceil((top + list.viewportHeight) / list.rowHeight),
        );
        expect(first).toBeLessThanOrEqual(Math.min(firstInView, list.count));
        expect(end).toBeGreaterThanOrEqual(lastInView);
      }),
    );
  });

  it('draws no more than what fits and a margin, however long the list', () => {
    fc.assert(
      fc.property(view, (list) => {
        const { first, end } = windowRows(list);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(first).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(list.count);
        expect(end - first).toBeLessThanOrEqual(list.viewportHeight / list.rowHeight + 30);
      }),
    );
  });
});

describe('drawnTop', () => {
  it('changes nothing of what is drawn', () => {
    fc.assert(
      fc.property(view, (list) => {
        const scrollTop = drawnTop(list.scrollTop, list.rowHeight);
        expect(windowRows({ ...list, scrollTop })).toEqual(windowRows(list));
      }),
    );
  });
});

describe('scrollToShow', () => {
  const list = { count: 100, rowHeight: 20, scrollTop: 200, viewportHeight: 100 };

  it.each([
    [3, 60],
    [10, 200],
    [14, 200],
    [15, 220],
    [99, 1900],
  ])('row %d is whole at %d', (index, expected) => {
    expect(scrollToShow(index, list)).toBe(expected);
  });
});

describe('atEnd', () => {
  it.each([
    [1900, true],
    [1895, true],
    [1880, false],
    [0, false],
  ])('scrolled to %d: %s', (scrollTop, expected) => {
    expect(atEnd({ count: 100, rowHeight: 20, scrollTop, viewportHeight: 100 })).toBe(expected);
  });

  it('holds where everything fits', () => {
    expect(atEnd({ count: 2, rowHeight: 20, scrollTop: 0, viewportHeight: 100 })).toBe(true);
  });
});
