import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  durationParts,
  formatDuration,
  HOUR,
  MINUTE,
  MONTH,
  SECOND,
  secondsIn,
  YEAR,
} from '../../../src/ui/format/duration.js';

const SIZES = { year: YEAR, month: MONTH, day: DAY, hour: HOUR, minute: MINUTE, second: SECOND };

describe('durationParts', () => {
  it.each([
    [0, '0 second'],
    [-5, '0 second'],
    [59, '59 second'],
    [60, '1 minute'],
    [299, '4 minute 59 second'],
    [3600, '1 hour'],
    [3601, '1 hour'],
    [90_061, '1 day 1 hour'],
    [13 * DAY + 23 * HOUR, '13 day 23 hour'],
    // A lifetime of so many days, seen a moment after it began.
    [30 * DAY - 1, '30 day'],
    [90 * DAY - HOUR, '90 day'],
    [92 * DAY, '92 day'],
    [93 * DAY, '3 month 3 day'],
    [180 * DAY - 1, '6 month'],
    [364 * DAY, '12 month 4 day'],
    [YEAR - 1, '1 year'],
    [YEAR, '1 year'],
    [400 * DAY, '1 year 1 month'],
    [2 * YEAR - 3 * DAY, '2 year'],
    [2_361 * DAY + 16 * HOUR, '6 year 6 month'],
    [10 * YEAR, '10 year'],
  ])('%d seconds are %s', (seconds, said) => {
    const parts = durationParts(seconds).map(({ unit, count }) => `${count} ${unit}`);
    expect(parts.join(' ')).toBe(said);
  });

  const told = (seconds: number) => {
    const parts = durationParts(seconds);
    expect(parts.length).toBeLessThanOrEqual(2);
    return parts.reduce((sum, { unit, count }) => sum + count * SIZES[unit], 0);
  };

  it('never says more than there is of what is near, and leaves out less than a smaller unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: MONTH - DAY, noNaN: true }), (seconds) => {
        const missing = seconds - told(seconds);
        expect(missing).toBeGreaterThanOrEqual(0);
        expect(missing).toBeLessThan(seconds >= DAY ? HOUR : seconds >= HOUR ? MINUTE : SECOND);
      }),
    );
  });

  it('is right to a day within a year, and to half a month and a few days after', () => {
    fc.assert(
      fc.property(fc.double({ min: MONTH, max: 100 * YEAR, noNaN: true }), (seconds) => {
        const wrong = Math.abs(seconds - told(seconds));
        expect(wrong).toBeLessThanOrEqual(seconds < YEAR - DAY ? DAY : 22 * DAY);
      }),
    );
  });
});

describe('formatDuration', () => {
  it('speaks the reader’s language', () => {
    expect(formatDuration(7500, 'en')).toBe('2h 5m');
    expect(formatDuration(7500, 'ko')).toBe('2시간 5분');
    const far = 2_361 * DAY + 16 * HOUR;
    expect(formatDuration(far, 'en')).toBe('6 yrs 6 mths');
    expect(formatDuration(far, 'en', 'long')).toBe('6 years 6 months');
    expect(formatDuration(far, 'ko')).toBe('6년 6개월');
    expect(formatDuration(180 * DAY + 3 * DAY, 'en')).toBe('6 mths 3d');
  });

  it('writes no month as it writes a minute', () => {
    for (const locale of ['en', 'ko'])
      expect(formatDuration(5 * MONTH, locale)).not.toBe(formatDuration(5 * MINUTE, locale));
  });
});

describe('secondsIn', () => {
  it('is what Max-Age says', () => {
    expect(secondsIn(7_776_000, 'en')).toBe('7,776,000 seconds');
    expect(secondsIn(7_776_000, 'ko')).toBe('7,776,000초');
  });
});
