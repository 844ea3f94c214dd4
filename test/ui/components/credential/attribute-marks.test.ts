import { describe, expect, it } from 'vitest';
import { marksOf } from '../../../../src/ui/components/credential/attribute-marks.js';

const unset = { httpOnly: false, secure: false, sameSite: 'unset', partitioned: false } as const;

describe('the marks of a cookie', () => {
  it.each([
    ['what is set', { ...unset, httpOnly: true, secure: true, sameSite: 'lax' }, 'on on on'],
    ['what is missing', unset, 'off off off'],
    ['None, which protects from nothing', { ...unset, sameSite: 'none' }, 'off off weak'],
    [
      'what was not seen',
      { ...unset, httpOnly: null, secure: null, sameSite: null },
      'unknown unknown unknown',
    ],
    ['what is partly known', { ...unset, httpOnly: null, secure: true }, 'unknown on off'],
    ['a partition', { ...unset, partitioned: true }, 'off off off on'],
    ['an unknown partition', { ...unset, partitioned: null }, 'off off off'],
  ] as const)('tell %s', (_what, flags, states) => {
    expect(
      marksOf(flags)
        .map(({ state }) => state)
        .join(' '),
    ).toBe(states);
  });

  it('have a name each', () => {
    const names = marksOf({ httpOnly: null, secure: true, sameSite: 'lax', partitioned: null });
    expect(new Set(names.map(({ name }) => name)).size).toBe(3);
  });
});
