import { describe, expect, it } from 'vitest';
import {
  clockTime,
  dateAndTime,
  elapsed,
  isSameDay,
  relativeTime,
} from '../../../src/ui/format/format-time.js';

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

  it('is short where there is little room', () => {
    expect(relativeTime(0, 3 * 60_000, 'en', 'narrow')).toBe('3m ago');
  });
});

describe('clockTime', () => {
  const at = new Date(2026, 0, 2, 15, 4, 5, 6).getTime();

  it('shows the time of day in 24 hours, to the millisecond where that is asked for', () => {
    expect(clockTime(at)).toBe('15:04:05');
    expect(clockTime(at, true)).toBe('15:04:05.006');
  });

  it('comes with its date, as the reader writes dates', () => {
    expect(dateAndTime(at, 'en')).toBe('Jan 2, 2026 15:04:05');
    expect(dateAndTime(at, 'ko', true)).toBe('2026. 1. 2. 15:04:05.006');
  });

  it('is of one day or another', () => {
    expect(isSameDay(at, new Date(2026, 0, 2, 0, 0, 0).getTime())).toBe(true);
    expect(isSameDay(at, new Date(2026, 0, 3, 0, 0, 0).getTime())).toBe(false);
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

  it('tells milliseconds apart where that is asked for', () => {
    expect(elapsed(1234, 'en', 3)).toBe('+1.234s');
  });
});
