import { effect } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { now, showClock } from '../../../src/ui/store/clock.js';

describe('the clock of the screens', () => {
  afterEach(() => {
    showClock(true);
    vi.useRealTimers();
  });

  it('ticks once a second while something reads it, and not at all otherwise', () => {
    vi.useFakeTimers({ now: 1_000 });
    const seen: number[] = [];
    const stop = effect(() => void seen.push(now.value));
    seen.length = 0;
    vi.advanceTimersByTime(3_000);
    expect(seen).toEqual([2_000, 3_000, 4_000]);
    stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('stands still behind another panel, and is right again when it is shown', () => {
    vi.useFakeTimers({ now: 1_000 });
    const seen: number[] = [];
    const stop = effect(() => void seen.push(now.value));
    showClock(false);
    seen.length = 0;
    vi.advanceTimersByTime(10_000);
    expect(seen).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
    showClock(true);
    expect(seen).toEqual([11_000]);
    vi.advanceTimersByTime(1_000);
    expect(seen).toEqual([11_000, 12_000]);
    stop();
  });

  it('is not wound by being shown where nothing reads it', () => {
    vi.useFakeTimers();
    showClock(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
