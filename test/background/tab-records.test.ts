import { describe, expect, it, vi } from 'vitest';
import type { LogRecord } from '../../src/recording/record.js';
import { TabRecords } from '../../src/background/tab-records.js';
import { MemoryStorage } from './memory-storage.js';
import { LIMITS } from '../../src/engine/settings.js';

const STARTED = 1_700_000_000_000;

/** A request and its response; `weight` characters of cookie. */
function request(n: number, weight = 10): LogRecord[] {
  const subject = {
    id: String(n),
    at: STARTED + n,
    url: `https://a.test/${n}`,
    method: 'GET',
    type: 'fetch' as const,
    frameId: 0,
  };
  return [
    { kind: 'sent', ...subject, headers: [{ name: 'cookie', value: `sid=${'x'.repeat(weight)}` }] },
    { kind: 'answered', ...subject, status: 200, headers: [] },
  ];
}

async function recorded(
  storage: MemoryStorage,
  count: number,
  weight?: number,
): Promise<TabRecords> {
  const records = new TabRecords(storage, STARTED);
  await records.restore(() => true);
  for (let n = 0; n < count; n++) {
    for (const record of request(n, weight)) records.add(1, record);
    if (n % 50 === 0) await records.flush();
  }
  await records.flush();
  return records;
}

async function restored(storage: MemoryStorage, later = 1): Promise<TabRecords> {
  const records = new TabRecords(storage, STARTED + later);
  await records.restore(() => true);
  return records;
}

describe('TabRecords', () => {
  it('gives another worker what was flushed', async () => {
    const storage = new MemoryStorage();
    const before = await recorded(storage, 120);
    const after = await restored(storage);
    expect(after.of(1).read().save(Infinity)).toEqual(before.of(1).read().save(Infinity));
  });

  it('begins again for good, with a revision that no viewer knows', async () => {
    const storage = new MemoryStorage();
    const records = await recorded(storage, 30);
    const before = records.of(1).read();
    records.startAgain(1, { kind: 'begun', at: STARTED + 1_000 });
    for (const record of request(99)) records.add(1, record);
    await records.flush();
    const after = records.of(1).read();
    expect(after.exchanges.count).toBe(1);
    expect(after.exchanges.since(before.exchanges.revision).reset).toBe(true);
    expect(await records.undoClear(1)).toBe(false);
    expect((await restored(storage)).of(1).read().exchanges.count).toBe(1);
  });

  it('begins again also where it is not yet known what an earlier worker left', async () => {
    const storage = new MemoryStorage();
    await recorded(storage, 30);
    const second = new TabRecords(storage, STARTED + 1);
    second.startAgain(1, { kind: 'begun', at: STARTED + 1_000 });
    for (const record of request(99)) second.add(1, record);
    await second.restore(() => true);
    await second.flush();
    expect(second.of(1).read().exchanges.count).toBe(1);
    expect((await restored(storage, 2)).of(1).read().exchanges.count).toBe(1);
  });

  it('keeps no more of a tab than was chosen', async () => {
    const storage = new MemoryStorage();
    const records = new TabRecords(storage, STARTED, () => 200_000);
    await records.restore(() => true);
    for (let n = 0; n < 300; n++) {
      for (const record of request(n, 2_000)) records.add(1, record);
      if (n % 20 === 0) await records.flush();
    }
    await records.flush();
    expect(storage.bytes()).toBeLessThan(300_000);
    expect(records.of(1).dropped()).toBeGreaterThan(0);
  });

  it('joins a response to a request of an earlier worker, whatever was observed before it was restored', async () => {
    const storage = new MemoryStorage();
    const [sent, answered] = request(1) as [LogRecord, LogRecord];
    const first = await recorded(storage, 0);
    first.add(1, sent);
    await first.flush();
    const second = new TabRecords(storage, STARTED + 1);
    second.add(1, answered);
    await second.flush();
    await second.restore(() => true);
    expect(second.of(1).read().exchanges.get('1.0')).toMatchObject({
      request: { headers: [{ name: 'cookie' }] },
      response: { status: 200 },
    });
    const third = await restored(storage, 2);
    expect(third.of(1).read().exchanges.ids()).toEqual(['1.0']);
  });

  it('never writes a key twice but a checkpoint', async () => {
    const storage = new MemoryStorage();
    const written: string[] = [];
    const set = storage.set.bind(storage);
    storage.set = (items) => {
      written.push(...Object.keys(items));
      return set(items);
    };
    await recorded(storage, 200);
    expect(written.length).toBeGreaterThan(3);
    expect(new Set(written).size).toBe(written.length);
  });

  it('stays within the bounds of a tab, tells what it let go, and another worker goes on from there', async () => {
    const storage = new MemoryStorage();
    const before = await recorded(storage, 1_500, 4_000);
    await before.flush();
    expect(storage.bytes()).toBeLessThan(LIMITS.sessionTab * 1.1);
    const { exchanges } = before.of(1).read();
    expect(before.of(1).dropped()).toBeGreaterThan(0);
    expect(exchanges.count + before.of(1).dropped()).toBe(1_500);
    const after = await restored(storage);
    // A worker that has not compacted since knows every exchange that the next one reads.
    expect(after.of(1).read().exchanges.ids()).toEqual(exchanges.ids());
    expect(after.of(1).dropped()).toBe(before.of(1).dropped());
    const source = { kind: 'tab' as const, url: '' };
    const report = (records: TabRecords) => records.of(1).read().report({ source, version: '0' });
    expect(report(after)).toEqual(report(before));
    expect(report(after).source.requests).toBe(1_500);
  });

  it('stays within the bounds of all tabs together, at the cost of the largest', async () => {
    const storage = new MemoryStorage();
    const records = await recorded(storage, 0);
    for (let n = 0; n < 3_000; n++) {
      for (const record of request(n, 4_000)) records.add(n % 4, record);
      if (n % 10 === 0) await records.flush();
    }
    for (const record of request(1)) records.add(9, record);
    await records.flush();
    await records.flush();
    expect(storage.bytes()).toBeLessThan(LIMITS.sessionTotal * 1.1);
    expect(records.of(9).dropped()).toBe(0);
  });

  it('makes room when the browser refuses, and loses nothing that it does not tell', async () => {
    const storage = new MemoryStorage();
    storage.quota = 100_000;
    const before = await recorded(storage, 300, 400);
    for (const record of request(1)) before.add(2, record);
    await before.flush();
    await before.flush();
    expect(storage.bytes()).toBeLessThanOrEqual(100_000);
    const after = await restored(storage);
    expect(after.of(1).read().exchanges.count + after.of(1).dropped()).toBe(300);
    expect(after.of(2).read().exchanges.count + after.of(2).dropped()).toBe(1);
  });

  it('says so where the browser stores nothing at all', async () => {
    const storage = new MemoryStorage();
    storage.quota = 0;
    const records = await recorded(storage, 3);
    await records.flush();
    expect(records.of(1).dropped()).toBe(3);
  });

  it('forgets a tab that was closed, cleared or is gone when the next worker starts', async () => {
    const storage = new MemoryStorage();
    const records = await recorded(storage, 10);
    await records.clear(1, { kind: 'begun', at: STARTED });
    await records.flush();
    expect(records.of(1).read().exchanges.count).toBe(0);
    expect((await restored(storage)).of(1).read().exchanges.count).toBe(0);
    await records.remove(1);
    expect(storage.items.size).toBe(0);
    for (const record of request(1)) records.add(2, record);
    await records.flush();
    const later = new TabRecords(storage, STARTED + 1);
    await later.restore(() => false);
    await later.flush();
    expect([later.ids(), storage.items.size]).toEqual([[], 0]);
  });

  it('takes a clearing back, with what came since, once and not for long', async () => {
    vi.useFakeTimers();
    try {
      const storage = new MemoryStorage();
      const records = await recorded(storage, 10);
      const clear = () => records.clear(1, { kind: 'begun', at: STARTED + 100 });
      await clear();
      for (const record of request(200)) records.add(1, record);
      expect(records.of(1).read().exchanges.count).toBe(1);
      const before = records.of(1).read().exchanges.revision;
      expect(await records.undoClear(1)).toBe(true);
      expect(records.of(1).read().exchanges.count).toBe(11);
      expect(records.of(1).read().exchanges.revision).toBeGreaterThan(before);
      expect((await restored(storage)).of(1).read().exchanges.count).toBe(11);
      expect(await records.undoClear(1)).toBe(false);
      await clear();
      await vi.advanceTimersByTimeAsync(31_000);
      expect(await records.undoClear(1)).toBe(false);
      expect(records.of(1).read().exchanges.count).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('moves a tab that got another id', async () => {
    const storage = new MemoryStorage();
    const records = await recorded(storage, 3);
    await records.move(1, 5);
    const after = await restored(storage);
    expect([after.ids(), after.of(5).read().exchanges.count]).toEqual([[5], 3]);
  });

  it('tells a viewer of an earlier worker to begin again', async () => {
    const storage = new MemoryStorage();
    const { revision } = (await recorded(storage, 3)).of(1).read().exchanges;
    const { exchanges } = (await restored(storage)).of(1).read();
    expect(exchanges.since(revision)).toEqual({ ids: ['0.0', '1.0', '2.0'], reset: true });
    expect(exchanges.since(exchanges.revision)).toEqual({ ids: [], reset: false });
    exchanges.link('1.0', { carried: ['c9'], set: [] });
    expect(exchanges.since(exchanges.revision - 1)).toEqual({ ids: ['1.0'], reset: false });
  });
});
