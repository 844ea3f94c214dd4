import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationParts, formatDuration, urgency } from '../../../src/ui/format/countdown.js';

const SECONDS = { day: 86_400, hour: 3600, minute: 60, second: 1 } as const;

describe('durationParts', () => {
  it.each([
    [0, []],
    [59, [['second', 59]]],
    [60, [['minute', 1]]],
    [
      299,
      [
        ['minute', 4],
        ['second', 59],
      ],
    ],
    [3600, [['hour', 1]]],
    [3601, [['hour', 1]]],
    [
      90_061,
      [
        ['day', 1],
        ['hour', 1],
      ],
    ],
    [34_560_000, [['day', 400]]],
  ])('%d seconds', (seconds, parts) => {
    const expected = parts.length > 0 ? parts : [['second', 0]];
    expect(durationParts(seconds).map(({ unit, count }) => [unit, count])).toEqual(expected);
  });

  it('never says more than there is, and leaves out less than the smaller unit', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e10, noNaN: true }), (seconds) => {
        const parts = durationParts(seconds);
        const said = parts.reduce((sum, { unit, count }) => sum + count * SECONDS[unit], 0);
        expect(said).toBeLessThanOrEqual(seconds);
        expect(seconds - said).toBeLessThan(
          seconds >= SECONDS.day ? SECONDS.hour : seconds >= SECONDS.hour ? 60 : 1,
        );
      }),
    );
  });

  it('counts no time for what is over', () => {
    expect(durationParts(-5)).toEqual([{ unit: 'second', count: 0 }]);
  });
});

describe('formatDuration', () => {
  it('speaks the reader’s language', () => {
    expect(formatDuration(7500, 'en')).toBe('2h 5m');
    expect(formatDuration(7500, 'ko')).toBe('2시간 5분');
  });
});

describe('urgency', () => {
  it.each([
    [1000, 1000, 'ended'],
    [1001, 1000, 'soon'],
    [301_000, 1000, 'soon'],
    [301_001, 1000, 'later'],
  ])('an end at %d, seen at %d, is %s', (endsAt, at, expected) => {
    expect(urgency(endsAt, at)).toBe(expected);
  });
});
