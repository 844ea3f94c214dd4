import { describe, expect, it } from 'vitest';
import { urgency } from '../../../src/ui/format/countdown.js';

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
