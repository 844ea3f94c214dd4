import { describe, expect, it, vi } from 'vitest';
import type { LogRecord } from '../../../src/recording/record.js';
import { SessionLog } from '../../../src/background/session-log.js';
import { TabRecords } from '../../../src/background/reading/tab-records.js';
import type { Recording } from '../../../src/recording/recording.js';
import { MemoryStorage } from '../memory-storage.js';
import { LIMITS } from '../../../src/engine/settings.js';

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

/** A log and what reads it, as one worker has them. */
interface Worker {
  log: SessionLog;
  records: TabRecords;
}

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

async function started(storage: MemoryStorage, later = 0, bytesPerTab?: number): Promise<Worker> {
  const log = new SessionLog(storage);
  await log.load();
  const room = bytesPerTab === undefined ? {} : { bytesPerTab: () => bytesPerTab };
  return { log, records: new TabRecords(log, { now: STARTED + later, ...room }) };
}

async function recorded(storage: MemoryStorage, count: number, weight?: number): Promise<Worker> {
  const worker = await started(storage);
  for (let n = 0; n < count; n++) {
    for (const record of request(n, weight)) worker.log.add(1, record);
    if (n % 50 === 0) await worker.log.flush();
  }
  await worker.log.flush();
  return worker;
}

const readOf = async ({ records }: Worker, tabId = 1) => (await records.open(tabId)).read();

/** All that a checkpoint would hold. */
const wholeOf = (recording: Recording) => {
  const { exchanges } = recording;
  return [
    recording.report({ source: { kind: 'tab' }, version: '0' }),
    exchanges.ids().map((id) => exchanges.get(id)),
  ];
};

/** A store of which every state is kept that a worker may leave. */
class KeptStates extends MemoryStorage {
  readonly states: MemoryStorage[] = [];

  override async set(items: Record<string, unknown>): Promise<void> {
    await super.set(items);
    this.#keep();
  }

  override async remove(keys: string[]): Promise<void> {
    await super.remove(keys);
    this.#keep();
  }

  #keep(): void {
    const state = new MemoryStorage();
    for (const [key, value] of this.items) state.items.set(key, value);
    this.states.push(state);
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

  it('keeps no more of a tab than was chosen', async () => {
    const storage = new MemoryStorage();
    const { log, records } = await started(storage, 0, 200_000);
    for (let n = 0; n < 300; n++) {
      for (const record of request(n, 2_000 + n)) log.add(1, record);
      if (n % 20 === 0) await settled(log);
    }
    await settled(log);
    expect(storage.bytes()).toBeLessThan(300_000);
    expect(records.of(1).dropped()).toBeGreaterThan(0);
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

  it('stays within the bounds of a tab, tells what it let go, and another worker goes on from there', async () => {
    const storage = new MemoryStorage();
    const before = await started(storage, 0, 1_000_000);
    for (let n = 0; n < 700; n++) {
      for (const record of request(n, 2_050 + n)) before.log.add(1, record);
      if (n % 100 === 0) await settled(before.log);
    }
    await settled(before.log);
    expect(storage.bytes()).toBeLessThan(1_100_000);
    const { exchanges } = await readOf(before);
    expect(before.records.of(1).dropped()).toBeGreaterThan(0);
    expect(exchanges.count + before.records.of(1).dropped()).toBe(700);
    const after = await started(storage, 1, 1_000_000);
    // A worker that has not compacted since knows every exchange that the next one reads.
    expect((await readOf(after)).exchanges.ids()).toEqual(exchanges.ids());
    expect(after.records.of(1).dropped()).toBe(before.records.of(1).dropped());
    expect(wholeOf(await readOf(after))).toEqual(wholeOf(await readOf(before)));
  });

  it('stays within the bounds of all tabs together, at the cost of the largest', async () => {
    const storage = new MemoryStorage();
    const { log, records } = await started(storage);
    for (let n = 0; n < 600; n++) {
      for (const record of request(n, 20_000 + n)) log.add(n % 4, record);
      if (n % 40 === 0) await settled(log);
    }
    for (const record of request(1)) log.add(9, record);
    await settled(log);
    expect(storage.bytes()).toBeLessThan(LIMITS.sessionTotal * 1.2);
    expect((await records.open(9)).dropped()).toBe(0);
  });

  it('makes room when the browser refuses, and loses nothing that it does not tell', async () => {
    const storage = new MemoryStorage();
    storage.quota = 100_000;
    const { log } = await started(storage);
    for (let n = 0; n < 300; n++) {
      for (const record of request(n, 400 + n)) log.add(1, record);
      if (n % 50 === 0) await settled(log);
    }
    for (const record of request(1)) log.add(2, record);
    await settled(log);
    expect(storage.bytes()).toBeLessThanOrEqual(100_000);
    const after = await started(storage, 1);
    for (const [tabId, all] of [
      [1, 300],
      [2, 1],
    ] as const)
      expect((await readOf(after, tabId)).exchanges.count + after.records.of(tabId).dropped()).toBe(
        all,
      );
  });

  it('says so where the browser stores nothing at all', async () => {
    const storage = new MemoryStorage();
    storage.quota = 0;
    const { log, records } = await recorded(storage, 3);
    await settled(log);
    expect((await records.open(1)).dropped()).toBe(3);
  });

  it.each([false, true])(
    'says what is lost when the worker ends; was somebody there: %s',
    async (there) => {
      const storage = new MemoryStorage();
      await recorded(storage, 3);
      storage.quota = storage.bytes();
      let needed = 0;
      const log = new SessionLog(storage, () => needed++);
      await log.load();
      const readers = there ? [new TabRecords(log, { now: STARTED + 1 })] : [];
      for (let n = 3; n < 40; n++) for (const record of request(n, 200)) log.add(1, record);
      await settled(log);
      expect(needed).toBe(there ? 0 : 1);
      if (!there) readers.push(new TabRecords(log, { now: STARTED + 1 }));
      await settled(log);
      expect(readers[0]?.ids()).toEqual([1]);
      const after = await (await started(storage, 2)).records.open(1);
      expect(after.read().exchanges.count + after.dropped()).toBe(40);
      expect(after.dropped()).toBeGreaterThan(0);
    },
  );

  it('counts no request twice whose answer alone is stored, whenever the worker ends', async () => {
    const storage = new KeptStates();
    const { log } = await recorded(storage, 3);
    storage.quota = 0;
    const [last, answer] = request(40, 200);
    for (let n = 3; n < 40; n++) for (const record of request(n, 200)) log.add(1, record);
    log.add(1, last!);
    await settled(log);
    storage.states.length = 0;
    storage.quota = storage.bytes() + 2_000;
    log.add(1, answer!);
    await settled(log);
    expect(storage.states.length).toBeGreaterThan(0);
    for (const [at, left] of storage.states.entries()) {
      const after = await (await started(left, 1)).records.open(1);
      expect(after.read().exchanges.count + after.dropped(), `change ${at}`).toBe(41);
    }
  });

  it('keeps what was at risk as soon as there is room again', async () => {
    const storage = new MemoryStorage();
    const { log, records } = await recorded(storage, 3);
    const { quota } = storage;
    storage.quota = 0;
    for (let n = 3; n < 40; n++) for (const record of request(n, 200)) log.add(1, record);
    await settled(log);
    expect((await records.open(1)).dropped()).toBeGreaterThan(0);
    storage.quota = quota;
    for (const record of request(40)) log.add(1, record);
    await settled(log);
    const after = await (await started(storage, 1)).records.open(1);
    expect([after.read().exchanges.count, after.dropped()]).toEqual([41, 0]);
  });

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

/** All that was asked so far is done, with what that led to. */
async function settled(log: SessionLog): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await log.flush();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
