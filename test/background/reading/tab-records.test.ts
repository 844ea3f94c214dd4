import { describe, expect, it, vi } from 'vitest';
import type { LogRecord } from '../../../src/recording/record.js';
import { SessionLog } from '../../../src/background/log/session-log.js';
import { TabRecords } from '../../../src/background/reading/tab-records.js';
import { MemoryStorage } from '../memory-storage.js';
import { recorded, started, wholeOf, readOf, request, STARTED } from './record-workers.js';

/** A browser that does what it is told at once, and says so late. */
class SlowStorage extends MemoryStorage {
  /** What begins so is said late. */
  late: string | undefined;
  #held: (() => void)[] = [];

  override async set(items: Record<string, unknown>): Promise<void> {
    await super.set(items);
    const { late } = this;
    const isLate = late !== undefined && Object.keys(items).some((key) => key.startsWith(late));
    if (isLate) await new Promise<void>((resolve) => this.#held.push(resolve));
  }

  release(): void {
    this.late = undefined;
    for (const done of this.#held) done();
  }
}

describe('TabRecords', () => {
  it('gives another worker what was flushed', async () => {
    const storage = new MemoryStorage();
    const before = await recorded(storage, 120);
    const after = await started(storage, 1);
    expect(wholeOf(await readOf(after))).toEqual(wholeOf(await readOf(before)));
  });

  it('reads nothing before somebody asks, and tells what it knew', async () => {
    const storage = new MemoryStorage();
    await recorded(storage, 30);
    const asked: string[] = [];
    const get = storage.get.bind(storage);
    storage.get = (keys) => {
      asked.push(...[keys ?? []].flat());
      return get(keys);
    };
    const { log } = await started(storage, 1);
    for (const record of request(99)) log.add(1, record);
    await log.flush();
    expect(asked).toEqual(['tabs', 'head:1', 'next:1']);
    expect(log.told(1)).toMatchObject({ requests: 31, revision: 62 });
  });

  it('reads of a tab that nobody looks at nothing before it is counted, and then all of it', async () => {
    const storage = new MemoryStorage();
    const log = new SessionLog(storage);
    const records = new TabRecords(log, { now: STARTED, isWatched: () => false });
    for (const record of request(0)) log.add(1, record);
    await records.open(1);
    const take = vi.spyOn(log, 'take');
    for (let n = 1; n < 120; n++) for (const record of request(n)) log.add(1, record);
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(take).not.toHaveBeenCalled();
    await records.readAll(1);
    take.mockRestore();
    expect(log.take(1)).toEqual([]);
    const other = await recorded(new MemoryStorage(), 120);
    expect(wholeOf(records.of(1).read())).toEqual(wholeOf(await readOf(other)));
  });

  it('orders what workers wrote without a clock', async () => {
    const storage = new MemoryStorage();
    await recorded(storage, 30);
    const second = await started(storage, -3_600_000);
    await readOf(second);
    for (const record of request(99)) second.log.add(1, record);
    second.records.keepNow(1);
    await second.log.flush();
    const third = await started(storage, -7_200_000);
    for (const record of request(100)) third.log.add(1, record);
    await third.log.flush();
    const { exchanges } = await readOf(await started(storage));
    expect(exchanges.ids().slice(-2)).toEqual(['99.0', '100.0']);
    expect(exchanges.count).toBe(32);
  });

  it('loses nothing to a stop while it restores, or after', async () => {
    const storage = new MemoryStorage();
    await recorded(storage, 40);
    for (let stop = 1; stop < 5; stop++) {
      const worker = await started(storage, stop);
      void worker.records.open(1);
      for (const record of request(1_000 + stop)) worker.log.add(1, record);
      await worker.log.flush();
    }
    expect((await readOf(await started(storage))).exchanges.count).toBe(44);
  });

  it.each([
    ['batches', 'log:', 60],
    ['a checkpoint', 'piece:', 15],
  ])('loses nothing that comes while the browser writes %s', async (_, late, batches) => {
    const storage = new SlowStorage();
    const worker = await recorded(storage, 40);
    await readOf(worker);
    storage.late = late;
    for (const record of request(40)) worker.log.add(1, record);
    worker.records.keepNow(1);
    for (let n = 41; n < 41 + batches; n++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      for (const record of request(n)) worker.log.add(1, record);
      void worker.log.flush();
    }
    const countLater = async () => (await readOf(await started(storage, 1))).exchanges.ids().length;
    expect(await countLater()).toBe(41 + batches);
    for (const record of request(999)) worker.log.add(1, record);
    storage.release();
    await worker.log.flush();
    expect(await countLater()).toBe(42 + batches);
  });

  it('goes on writing after a checkpoint that took so long that some had to wait', async () => {
    const storage = new SlowStorage();
    const worker = await recorded(storage, 40);
    await readOf(worker);
    storage.late = 'piece:';
    worker.records.keepNow(1);
    for (let n = 40; n < 80; n++) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      for (const record of request(n)) worker.log.add(1, record);
      void worker.log.flush();
    }
    storage.release();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await worker.log.flush();
    expect((await readOf(await started(storage, 1))).exchanges.count).toBe(80);
  });

  it('begins again for good, with a revision that no viewer knows', async () => {
    const storage = new MemoryStorage();
    const worker = await recorded(storage, 30);
    const before = await readOf(worker);
    worker.log.startAgain(1, { kind: 'begun', at: STARTED + 1_000 });
    for (const record of request(99)) worker.log.add(1, record);
    await worker.log.flush();
    const after = await readOf(worker);
    expect(after.exchanges.count).toBe(1);
    expect(after.exchanges.since(before.exchanges.revision).reset).toBe(true);
    expect(await worker.records.undoClear(1)).toBe(false);
    expect((await readOf(await started(storage, 1))).exchanges.count).toBe(1);
  });

  it('begins again also where nothing was read of what an earlier worker left', async () => {
    const storage = new MemoryStorage();
    await recorded(storage, 30);
    const second = await started(storage, 1);
    second.log.startAgain(1, { kind: 'begun', at: STARTED + 1_000 });
    for (const record of request(99)) second.log.add(1, record);
    await second.log.flush();
    expect((await readOf(second)).exchanges.count).toBe(1);
    expect((await readOf(await started(storage, 2))).exchanges.count).toBe(1);
  });

  it('joins a response to a request of an earlier worker', async () => {
    const storage = new MemoryStorage();
    const [sent, answered] = request(1) as [LogRecord, LogRecord];
    const first = await recorded(storage, 0);
    first.log.add(1, sent);
    await first.log.flush();
    const second = await started(storage, 1);
    second.log.add(1, answered);
    await second.log.flush();
    for (const worker of [second, await started(storage, 2)])
      expect((await readOf(worker)).exchanges.get('1.0')).toMatchObject({
        request: { headers: [{ name: 'cookie' }] },
        response: { status: 200 },
      });
  });

  it('never writes twice what grows', async () => {
    const storage = new MemoryStorage();
    const written: string[] = [];
    const set = storage.set.bind(storage);
    storage.set = (items) => {
      written.push(...Object.keys(items).filter((key) => !/^(?:head|tabs)/.test(key)));
      return set(items);
    };
    await recorded(storage, 200);
    expect(written.length).toBeGreaterThan(3);
    expect(new Set(written).size).toBe(written.length);
  });

  it('tells a viewer of an earlier worker to begin again', async () => {
    const storage = new MemoryStorage();
    const { revision } = (await readOf(await recorded(storage, 3))).exchanges;
    const { exchanges } = await readOf(await started(storage, 1));
    expect(exchanges.since(revision)).toEqual({ ids: ['0.0', '1.0', '2.0'], reset: true });
    expect(exchanges.since(exchanges.revision)).toEqual({ ids: [], reset: false });
    exchanges.link('1.0', { carried: ['c9'], set: [] });
    expect(exchanges.since(exchanges.revision - 1)).toEqual({ ids: ['1.0'], reset: false });
  });
});
