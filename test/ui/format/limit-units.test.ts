import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THRESHOLDS } from '../../../src/engine/thresholds.js';
import {
  limitWords,
  type LimitUnit,
  readLimit,
  unitsOf,
  unitWord,
  writtenLimit,
} from '../../../src/ui/format/limit-units.js';

describe('a limit', () => {
  it.each([
    [86_400, 'seconds', 1, 'day'],
    [5_400, 'seconds', 90, 'minute'],
    [61, 'seconds', 61, 'second'],
    [64, 'bits', 64, 'bit'],
    [8_190, 'bytes', 8_190, 'byte'],
  ] as const)('of %d %s is written as %d %s', (value, unit, count, word) => {
    expect(writtenLimit(value, unit)).toEqual({ count, in: word });
  });

  it('is read as it was written', () => {
    const units = fc.constantFrom('seconds' as const, 'bits' as const, 'bytes' as const);
    fc.assert(
      fc.property(fc.integer({ min: 1 }), units, (value, unit) => {
        const written = writtenLimit(value, unit);
        expect(readLimit(String(written.count), written.in, unit)).toBe(value);
      }),
    );
  });

  it.each<[string, LimitUnit]>([
    ['', 'day'],
    [' ', 'day'],
    ['0', 'day'],
    ['-1', 'day'],
    ['0.5', 'second'],
    ['9e15', 'day'],
    ['much', 'day'],
  ])('is not %j of a %s', (count, unit) => expect(readLimit(count, unit, 'seconds')).toBeNull());

  it('is read where its parts make a whole', () => {
    expect(readLimit('1.5', 'hour', 'seconds')).toBe(5_400);
  });

  it('is told in the reader’s words', () => {
    expect(limitWords(90 * 86_400, 'seconds', 'en')).toBe('90 days');
    expect(limitWords(64, 'bits', 'en')).toBe('64 bits');
    expect(limitWords(8_190, 'bytes', 'en')).toBe('8,190 bytes');
    expect(limitWords(300, 'seconds', 'ko')).toBe('5분');
    expect(unitsOf('seconds').map((unit) => unitWord(unit, 'en'))).toEqual([
      'seconds',
      'minutes',
      'hours',
      'days',
    ]);
  });

  it('has words for each that there is', () => {
    for (const { unit, byDefault } of Object.values(THRESHOLDS))
      expect(limitWords(byDefault, unit, 'en')).toMatch(/^[\d,]+ [a-z]+$/);
  });
});
