import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Uneventful } from '../../../src/background/tabs/uneventful.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('makes one record of the requests of a tab that come together, and none of those of no tab', () => {
  const told: [number, number][] = [];
  const uneventful = new Uneventful((tabId, count) => told.push([tabId, count]));
  for (const tabId of [7, -1, 8, 7]) uneventful.add(tabId);
  expect(told).toEqual([]);
  vi.runAllTimers();
  uneventful.add(7);
  vi.runAllTimers();
  expect(told).toEqual([
    [7, 2],
    [8, 1],
    [7, 1],
  ]);
});
