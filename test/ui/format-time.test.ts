import { describe, expect, it } from 'vitest';
import { clockTime, elapsed, relativeTime, timeOfDay } from '../../src/ui/format-time.js';

describe('relativeTime', () => {
  it.each([
    [0, 'now'],
    [-1, '1 second ago'],
    [59, 'in 59 seconds'],
    [-3600, '1 hour ago'],
    [-7199, '2 hours ago'],
    [-3599, '1 hour ago'],
    [-2 * 31_536_000 - 11 * 2_592_000, '3 years ago'],
    [30 * 86_400 - 1, 'next month'],
    [86_400, 'tomorrow'],
    [63_072_000, 'in 2 years'],
  ])('%d seconds from now', (seconds, expected) => {
    expect(relativeTime(1_000_000 + seconds * 1000, 1_000_000, 'en')).toBe(expected);
  });
});

describe('clockTime', () => {
  it('shows the time of day to the millisecond', () => {
    expect(clockTime(new Date(2026, 0, 2, 3, 4, 5, 6).getTime())).toBe('03:04:05.006');
  });
});

describe('timeOfDay', () => {
  it('is as the reader writes it', () => {
    const at = new Date(2026, 0, 2, 15, 4, 5).getTime();
    expect(timeOfDay(at, 'en')).toMatch(/^3:04:05\sPM$/);
  });
});

describe('elapsed', () => {
  it.each([
    [0, '+0s'],
    [40, '+0s'],
    [1240, '+1.2s'],
    [-1240, '−1.2s'],
    [59_900, '+59.9s'],
    [200_000, '+3m 20s'],
    [-86_400_000, '−1d'],
  ])('%d ms', (milliseconds, expected) => {
    expect(elapsed(milliseconds, 'en')).toBe(expected);
  });
});
