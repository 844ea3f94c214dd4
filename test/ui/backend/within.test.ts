import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NoAnswerError, within } from '../../../src/ui/backend/within.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('gives the answer, or the refusal, and leaves no timer behind', async () => {
  expect(await within(30_000, Promise.resolve('answer'))).toBe('answer');
  await expect(within(30_000, Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(vi.getTimerCount()).toBe(0);
});

it('gives up on what never comes', async () => {
  const outcome = within(30_000, new Promise(() => {})).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(29_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await outcome).toEqual(new NoAnswerError(30));
});
