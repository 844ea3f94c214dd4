import { describe, expect, it } from 'vitest';
import { isDuring } from '../../../src/ui/span/during.js';

const at = (hour: number, minute: number, second: number, millisecond = 0): number =>
  new Date(2026, 0, 1, hour, minute, second, millisecond).getTime();

describe('a span of time in the filter', () => {
  it.each<[string, number, boolean]>([
    ['09:00:01-09:00:03', at(9, 0, 0, 999), false],
    ['09:00:01-09:00:03', at(9, 0, 1), true],
    ['09:00:01-09:00:03', at(9, 0, 3, 999), true],
    ['09:00:01-09:00:03', at(9, 0, 4), false],
    ['23:59:50-00:00:10', at(23, 59, 55), true],
    ['23:59:50-00:00:10', at(0, 0, 5), true],
    ['23:59:50-00:00:10', at(12, 0, 0), false],
    ['09:00', at(12, 0, 0), true],
    ['', at(12, 0, 0), true],
  ])('%s, asked of %d: %s', (span, instant, inside) => {
    expect(isDuring(instant, span)).toBe(inside);
  });
});
