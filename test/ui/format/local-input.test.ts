import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from '../../../src/ui/format/local-input.js';

describe('the instant of a field', () => {
  it('is that of the reader’s own time, to the second', () => {
    const instant = new Date(2026, 0, 2, 3, 4, 5).getTime();
    expect(toLocalInput(instant)).toBe('2026-01-02T03:04:05');
    expect(fromLocalInput('2026-01-02T03:04:05')).toBe(instant);
    expect(fromLocalInput('2026-01-02T03:04')).toBe(instant - 5_000);
  });

  it('is none where the field is empty', () => {
    expect([toLocalInput(null), fromLocalInput('')]).toEqual(['', null]);
  });
});
