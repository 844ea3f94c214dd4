import { describe, expect, it } from 'vitest';
import { claimInstant, claimText } from '../../../src/ui/format/claim-times.js';

describe('claimInstant', () => {
  it.each([
    ['exp', 1_700_000_000, 1_700_000_000_000],
    ['iat', 1.5, 1500],
    ['nbf', '1700000000', 1_700_000_000_000],
    ['auth_time', 1_700_000_000_000, 1_700_000_000_000],
    ['nbf', '2026-01-01', null],
    ['exp', 1e300, null],
    ['exp', Number.NaN, null],
    ['sub', 1_700_000_000, null],
    ['constructor', 1, null],
  ])('%s %s', (name, value, expected) => {
    expect(claimInstant(name, value)).toBe(expected);
  });
});

describe('claimText', () => {
  it('shows strings bare and the rest as JSON', () => {
    expect(claimText('a"b')).toBe('a"b');
    expect(claimText(['a'])).toBe('[\n  "a"\n]');
    expect(claimText(null)).toBe('null');
    expect(claimText(undefined)).toBe('undefined');
  });

  it('stays short', () => {
    expect(claimText('x'.repeat(1e6))).toHaveLength(4001);
  });

  it('survives any depth', () => {
    let deep: unknown = 1;
    for (let n = 0; n < 100_000; n += 1) deep = [deep];
    expect(claimText(deep).length).toBeGreaterThan(0);
  });
});
