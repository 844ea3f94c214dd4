import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onOrphaned, unlessOrphaned } from '../../../src/ui/backend/orphaned.js';

describe('onOrphaned', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('tells once that the extension is gone', () => {
    let isThere = true;
    const told = vi.fn<() => void>();
    onOrphaned(() => isThere, told);
    vi.advanceTimersByTime(10_000);
    expect(told).not.toHaveBeenCalled();
    isThere = false;
    vi.advanceTimersByTime(10_000);
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('tells nothing after it was stopped', () => {
    const told = vi.fn<() => void>();
    onOrphaned(() => false, told)();
    vi.advanceTimersByTime(10_000);
    expect(told).not.toHaveBeenCalled();
  });
});

describe('unlessOrphaned', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives the answer', async () => {
    await expect(unlessOrphaned(Promise.resolve(7), () => true)).resolves.toBe(7);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails where an answer will never come', async () => {
    const failed = unlessOrphaned(new Promise(() => {}), () => false).catch(String);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await failed).toMatch(/not there any more/);
    expect(vi.getTimerCount()).toBe(0);
  });
});
