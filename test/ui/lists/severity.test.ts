import { describe, expect, it } from 'vitest';
import { countSeverities, worstSeverity } from '../../../src/ui/lists/severity.js';

describe('worstSeverity', () => {
  it('finds the worst, or none', () => {
    expect(worstSeverity(['low', 'critical', 'high'])).toBe('critical');
    expect(worstSeverity([])).toBeNull();
  });
});

describe('countSeverities', () => {
  it('counts every severity, also those that are absent', () => {
    expect(
      countSeverities([{ severity: 'low' }, { severity: 'high' }, { severity: 'low' }]),
    ).toEqual([
      ['critical', 0],
      ['high', 1],
      ['medium', 0],
      ['low', 2],
      ['info', 0],
    ]);
  });
});
