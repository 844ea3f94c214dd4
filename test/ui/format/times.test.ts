import { effect, signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../../src/engine/report/report.js';
import { Times } from '../../../src/ui/format/times.js';

const START = new Date(2026, 2, 4, 14, 0, 0).getTime();
const timesOf = (from: number | null): Times => {
  const source = { from: from === null ? null : new Date(from).toISOString() };
  return new Times(signal({ source } as Report));
};

afterEach(() => vi.useRealTimers());

describe('an instant', () => {
  const later = START + 65_432;

  it('is told by the reader’s clock, with the date where it is of another day', () => {
    const times = timesOf(START);
    expect(times.of(later)).toBe('14:01:05');
    expect(times.of(later, true)).toBe('14:01:05.432');
    expect(times.of(START + 86_400_000)).toBe('Mar 5, 2026 14:00:00');
  });

  it('is told since the recording began', () => {
    const times = timesOf(START);
    times.mode.value = 'start';
    expect(times.of(START + 1234)).toBe('+1.2s');
    expect(times.of(START + 1234, true)).toBe('+1.234s');
    expect(times.of(START - 3_600_000)).toBe('−1h');
  });

  it('is told by the clock as long as nothing began', () => {
    const times = timesOf(null);
    times.mode.value = 'start';
    expect(times.of(later)).toBe('14:01:05');
  });

  it('is told as so long ago', () => {
    vi.useFakeTimers({ now: START });
    const times = timesOf(START);
    times.mode.value = 'ago';
    const said: string[] = [];
    const stop = effect(() => void said.push(times.of(START - 120_000)));
    vi.advanceTimersByTime(60_000);
    stop();
    expect(said.slice(-1)).toEqual(['3m ago']);
  });

  it('is told in all ways to who looks closer', () => {
    expect(timesOf(START).whole(later)).toBe('Mar 4, 2026 14:01:05.432 (+1m 5s)');
    expect(timesOf(null).whole(later)).toBe('Mar 4, 2026 14:01:05.432');
  });
});
