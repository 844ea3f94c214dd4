import { describe, expect, it } from 'vitest';
import { isWithin, overlaps, spanBetween } from '../../../src/ui/span/time-span.js';

describe('a span of time', () => {
  it('begins with the earlier end, in whole milliseconds', () => {
    expect(spanBetween(20.9, 10.2)).toEqual({ from: 10, to: 20 });
    expect(spanBetween(10.2, 20.9)).toEqual({ from: 10, to: 20 });
  });

  it.each([
    [9.9, false],
    [10, true],
    [20, true],
    [20.9, true],
    [21, false],
  ])('from 10 to 20 holds %d: %s', (at, holds) => {
    expect(isWithin({ from: 10, to: 20 }, at)).toBe(holds);
  });

  it('that is not selected holds everything', () => {
    expect(isWithin(null, 0)).toBe(true);
  });

  it.each([
    [0, 9, false],
    [0, 10, true],
    [12, 13, true],
    [0, 99, true],
    [20, 99, true],
    [21, 99, false],
  ])('from 10 to 20 has some of what went on from %d to %d: %s', (began, ended, has) => {
    expect(overlaps({ from: 10, to: 20 }, began, ended)).toBe(has);
  });
});
