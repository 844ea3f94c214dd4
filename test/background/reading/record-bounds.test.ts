import { describe, expect, it } from 'vitest';
import { SessionLog } from '../../../src/background/log/session-log.js';
import { TabRecords } from '../../../src/background/reading/tab-records.js';
import { MemoryStorage } from '../memory-storage.js';
import { LIMITS } from '../../../src/engine/settings.js';
import { started, request, readOf, wholeOf, recorded, STARTED } from './record-workers.js';

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
    this.states.push(copyOf(this));
  }
}

/** What a worker finds that starts now. */
function copyOf({ items }: MemoryStorage): MemoryStorage {
  const copy = new MemoryStorage();
  for (const [key, value] of items) copy.items.set(key, value);
  return copy;
}

describe('TabRecords', () => {
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

  it(
    'stays within the bounds of a tab, tells what it let go, and another worker goes ' +
      'on from there',
    async () => {
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
    },
  );

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
      // Room is made in slices, which are more on a busy machine.
      const told = async () => {
        const after = await (await started(copyOf(storage), 2)).records.open(1);
        return { all: after.read().exchanges.count + after.dropped(), dropped: after.dropped() };
      };
      await expect.poll(told).toEqual({ all: 40, dropped: expect.toSatisfy((n) => n > 0) });
      expect(readers[0]?.ids()).toEqual([1]);
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
});

/** All that was asked so far is done, with what that led to. */
async function settled(log: SessionLog): Promise<void> {
  for (let n = 0; n < 4; n++) {
    await log.flush();
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
