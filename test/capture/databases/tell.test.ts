import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type DatabaseBounds, tellDatabases } from '../../../src/capture/databases/tell.js';

const BOUNDS: DatabaseBounds = {
  databases: 10,
  records: 10,
  value: 1_000,
  area: 10_000,
  items: 100,
  levels: 10,
  values: 100,
  patience: 100,
  stores: 1_000,
  every: 5_000,
};

/** A browser that takes so long to open a database; no real one can be made to. */
function slowBrowser(takes: number) {
  const database = { objectStoreNames: [], close: () => {}, onversionchange: null };
  const open = () => {
    const request = Object.assign(new EventTarget(), { result: database });
    setTimeout(() => request.dispatchEvent(new Event('success')), takes);
    return request;
  };
  return { open, databases: () => Promise.resolve([{ name: 'auth' }]) };
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.stubGlobal('origin', 'https://shop.test');
  vi.stubGlobal('IDBOpenDBRequest', AbortSignal);
});
afterEach(() => vi.useRealTimers());

it('waits longer at the next question for what did not open in time', async () => {
  vi.stubGlobal('indexedDB', slowBrowser(250));
  const told: unknown[] = [];
  const ask = async () => {
    const asked = tellDatabases(BOUNDS, async (message) => told.push(message));
    await vi.advanceTimersByTimeAsync(BOUNDS.every + 1_000);
    await asked;
  };
  await ask();
  await ask();
  expect(told).toMatchObject([{ dropped: 1 }, { dropped: 0 }]);
});
