import { describe, expect, it, vi } from 'vitest';
import { MemoryStorage } from '../memory-storage.js';
import { recorded, STARTED, readOf, started, request } from './record-workers.js';

describe('TabRecords', () => {
  it('forgets a tab that was closed, cleared or is gone when the next worker starts', async () => {
    const storage = new MemoryStorage();
    const { log, records } = await recorded(storage, 10);
    await records.clear(1, { kind: 'begun', at: STARTED });
    await log.flush();
    expect((await records.open(1)).read().exchanges.count).toBe(0);
    expect((await readOf(await started(storage, 1))).exchanges.count).toBe(0);
    await log.remove(1);
    expect([...storage.items.keys()]).toEqual(['tabs', 'reserve']);
    expect(storage.items.get('tabs')).toBe('[]');
    for (const record of request(1)) log.add(2, record);
    await log.flush();
    const later = await started(storage, 1);
    later.log.keepOnly(() => false);
    await later.log.flush();
    expect([later.log.ids(), [...storage.items.keys()]]).toEqual([[], ['tabs', 'reserve']]);
  });

  it('takes a clearing back, with what came since, once and not for long', async () => {
    const storage = new MemoryStorage();
    const worker = await recorded(storage, 10);
    const { records, log } = worker;
    const count = async () => (await readOf(worker)).exchanges.count;
    const clear = () => records.clear(1, { kind: 'begun', at: STARTED + 100 });
    await clear();
    for (const record of request(200)) log.add(1, record);
    expect(await count()).toBe(1);
    const before = (await readOf(worker)).exchanges.revision;
    expect(await records.undoClear(1)).toBe(true);
    expect(await count()).toBe(11);
    expect((await readOf(worker)).exchanges.revision).toBeGreaterThan(before);
    expect((await readOf(await started(storage, 1))).exchanges.count).toBe(11);
    expect(await records.undoClear(1)).toBe(false);
    vi.useFakeTimers();
    try {
      await clear();
      await vi.advanceTimersByTimeAsync(31_000);
      expect(await records.undoClear(1)).toBe(false);
      expect(await count()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it.each([true, false])('moves a tab that got another id (read before: %s)', async (isRead) => {
    const storage = new MemoryStorage();
    const worker = await recorded(storage, 3);
    if (isRead) await readOf(worker);
    await worker.records.move(1, 5);
    expect((await readOf(worker, 5)).exchanges.count).toBe(3);
    const after = await started(storage, 1);
    expect([after.log.ids(), (await readOf(after, 5)).exchanges.count]).toEqual([[5], 3]);
  });
});
