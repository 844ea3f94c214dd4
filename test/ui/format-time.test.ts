import { describe, expect, it } from 'vitest';
import { clockTime, relativeTime } from '../../src/ui/format-time.js';

describe('relativeTime', () => {
  it.each([
    [0, 'now'],
    [-1, '1 second ago'],
    [59, 'in 59 seconds'],
    [-3600, '1 hour ago'],
    [-7199, '1 hour ago'],
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
