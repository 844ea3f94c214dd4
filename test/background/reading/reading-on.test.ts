import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ReadingOn } from '../../../src/background/reading/reading-on.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('reads in slices until all is read, and once for what comes together', async () => {
  const slices: number[] = [];
  let left = 3;
  const reading = new ReadingOn((tabId) => {
    slices.push(tabId);
    left -= 1;
    return left <= 0;
  });
  reading.changed(7);
  reading.changed(7);
  expect(slices).toEqual([]);
  await vi.runAllTimersAsync();
  expect(slices).toEqual([7, 7, 7]);
  reading.changed(7);
  await vi.runAllTimersAsync();
  expect(slices).toHaveLength(4);
});

it('lets a slice last for some milliseconds', () => {
  let went = 0;
  const reading = new ReadingOn((_, mayGoOn) => {
    while (mayGoOn()) {
      went += 1;
      vi.advanceTimersByTime(1);
    }
    return true;
  });
  reading.changed(1);
  vi.runAllTimers();
  expect(went).toBeGreaterThan(5);
  expect(went).toBeLessThan(20);
});
