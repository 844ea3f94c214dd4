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

/** What comes after so many milliseconds. */
function coming(result: unknown, takes = 0) {
  const request = Object.assign(new EventTarget(), { result });
  setTimeout(() => request.dispatchEvent(new Event('success')), takes);
  return request;
}

/**
 * A browser that takes so long to open a database, or to let its records be read; no real one can
 * be made to.
 */
function slowBrowser({ opens = 0, answers = 0, names = ['auth'], value = 'it' }) {
  const store = {
    count: () => coming(1, answers),
    getAllKeys: () => coming(['token'], answers),
    getAll: () => coming([value], answers),
  };
  const transaction = () => {
    const one = Object.assign(new EventTarget(), { objectStore: () => store, abort: () => {} });
    return one;
  };
  const database = (name: string) => ({
    name,
    objectStoreNames: ['kept'],
    close() {},
    transaction,
  });
  return {
    open: (name: string) => coming(database(name), opens),
    databases: () => Promise.resolve(names.map((name) => ({ name }))),
  };
}

let now = 1_700_000_000_000;
beforeEach(() => {
  // What is known of the databases outlives a test.
  vi.useFakeTimers({ now: (now += 3_600_000) });
  vi.stubGlobal('origin', 'https://shop.test');
  vi.stubGlobal('IDBOpenDBRequest', AbortSignal);
});
afterEach(() => vi.useRealTimers());

const told: { set: { key: string; value: string }[]; dropped: number }[] = [];
const ask = async (browser: Parameters<typeof slowBrowser>[0]) => {
  vi.stubGlobal('indexedDB', slowBrowser(browser));
  const asked = tellDatabases(BOUNDS, async (message) => told.push(message as never));
  await vi.advanceTimersByTimeAsync(BOUNDS.every + 1_000);
  await asked;
  return told.at(-1);
};

it('waits longer at the next question for what did not open in time', async () => {
  expect(await ask({ opens: 250 })).toMatchObject({ set: [], dropped: 1 });
  expect(await ask({ opens: 250 })).toMatchObject({ set: [{ value: '"it"' }], dropped: 0 });
});

it('takes nothing for gone that did not open in time, and asks for it at the next question', async () => {
  const kept = { set: [{ key: 'auth/kept/token', value: '"it"' }], dropped: 0 };
  expect(await ask({})).toMatchObject(kept);
  expect(await ask({ opens: 100_000 })).toMatchObject(kept);
  expect(await ask({ value: 'another' })).toMatchObject({ set: [{ value: '"another"' }] });
});

it('takes for gone what is no more', async () => {
  expect(await ask({ names: ['auth', 'other'] })).toMatchObject({ set: [{}, {}] });
  expect(await ask({ names: ['other'] })).toMatchObject({ set: [{ key: 'other/kept/token' }] });
  expect(await ask({ names: ['auth', 'other'], opens: 100_000 })).toMatchObject({
    set: [{ key: 'other/kept/token' }],
    dropped: 1,
  });
});
