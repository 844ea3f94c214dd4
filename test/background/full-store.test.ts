import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TabRecords } from '../../src/background/reading/tab-records.js';
import { SessionLog } from '../../src/background/log/session-log.js';
import type { LogRecord } from '../../src/recording/record.js';
import type { MemoryStorage } from './memory-storage.js';
import { LateStorage, copyOf } from './late-storage.js';

/** What happens: requests begin and are answered, room comes and goes, time passes. */
type Step =
  | { does: 'send'; weight: number }
  | { does: 'answer' }
  | { does: 'read' }
  | { does: 'room'; bytes: number }
  | { does: 'wait'; for: number };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('send' as const),
      weight: fc.constantFrom(10, 200, 1500),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('answer' as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('read' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('room' as const),
      bytes: fc.constantFrom(0, 300, 1000, 3000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      for: fc.constantFrom(1, 9, 30, 80),
    }),
  },
);

/** Requests of a page, each answered later. */
class Requests {
  count = 0;
  readonly #open: (LogRecord & { kind: 'sent' })[] = [];

  send(weight: number): LogRecord {
    const id = `${this.count++}`;
    const headers = [{ name: 'cookie', value: `sid=${'x'.repeat(weight)}${id}` }];
    const url = `https://shop.test/${id}`;
    const at = Date.now();
    const one = { id, at, url, method: 'GET', type: 'fetch', frameId: 0, headers } as const;
    const sent = { kind: 'sent' as const, ...one };
    this.#open.push(sent);
    return sent;
  }

  /** The answer of the oldest that has none, if there is one. */
  answered(): LogRecord[] {
    const answer = { kind: 'answered' as const, at: Date.now(), status: 200, headers: [] };
    return this.#open.splice(0, 1).map((sent) => ({ ...sent, ...answer }));
  }
}

/** What the next worker tells: rows and requests let go, and rows with another's cookie. */
async function toldAfter(left: MemoryStorage): Promise<{ all: number; wrong: string[] }> {
  const log = new SessionLog(left);
  await log.load();
  const opening = new TabRecords(log, { now: Date.now() }).open(1);
  await vi.advanceTimersByTimeAsync(200);
  const record = await opening;
  const { exchanges } = record.read();
  const wrong = exchanges.ids().filter((id) => {
    const [cookie] = exchanges.get(id)?.request.headers ?? [];
    return cookie !== undefined && `${cookie.value.replace(/^sid=x*/, '')}.0` !== id;
  });
  return { all: exchanges.count + record.dropped(), wrong };
}

/** A worker that hears all this of a page, in a browser that has little room left. */
class Heard {
  readonly requests = new Requests();
  readonly storage: LateStorage;
  readonly #log: SessionLog;
  readonly #records: TabRecords;
  /** Bytes beyond which not even the word that something is lost is kept. */
  #least = 0;

  constructor(latency: number) {
    this.storage = new LateStorage(latency, () => this.requests.count);
    this.#log = new SessionLog(this.storage);
    this.#records = new TabRecords(this.#log, { now: Date.now() });
  }

  async begin(room: number): Promise<void> {
    void this.#log.load();
    await this.take({ does: 'send', weight: 10 });
    await vi.advanceTimersByTimeAsync(200);
    this.#least = this.storage.bytes();
    this.storage.quota = this.#least + room;
  }

  async take(step: Step): Promise<void> {
    if (step.does === 'send') this.#log.add(1, this.requests.send(step.weight));
    else if (step.does === 'read') void this.#records.readAll(1);
    else if (step.does === 'wait') await vi.advanceTimersByTimeAsync(step.for);
    else if (step.does === 'room')
      this.storage.quota = Math.max(this.storage.bytes(), this.#least + step.bytes);
    else for (const answer of this.requests.answered()) this.#log.add(1, answer);
  }

  /** The tab closes; gives the keys that are left of it. */
  async close(): Promise<string[]> {
    void this.#log.remove(1);
    await vi.advanceTimersByTimeAsync(2_000);
    return [...this.storage.items.keys()].filter((key) => key.includes(':1'));
  }

  /** Rows and requests let go; what is at risk is still a row. */
  async told(): Promise<number> {
    const record = await this.#records.open(1);
    const { exchanges } = record.read();
    return exchanges.count + (record.isAtRisk ? exchanges.dropped : record.dropped());
  }
}

describe('a store that is full', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_700_000_000_000 });
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it(
    'counts every request once, whenever the worker ends, and leaves nothing of a ' +
      'tab that closes',
    async () => {
      const latency = fc.integer({ min: 0, max: 40 });
      const room = fc.constantFrom(800, 2000, 5000);
      const steps = fc.array(anyStep, { minLength: 5, maxLength: 60 });
      await fc.assert(
        fc.asyncProperty(latency, room, steps, async (late, free, all) => {
          const heard = new Heard(late);
          await heard.begin(free);
          for (const one of all) await heard.take(one);
          await vi.advanceTimersByTimeAsync(2_000);
          const { requests, storage } = heard;
          expect(await heard.told(), 'in memory').toBe(requests.count);
          for (const [at, { left, sent }] of storage.states.entries()) {
            const told = await toldAfter(left);
            expect(told.wrong, `change ${at}`).toEqual([]);
            expect(told.all, `change ${at}`).toBeLessThanOrEqual(sent);
          }
          expect((await toldAfter(copyOf(storage))).all, 'at last').toBe(requests.count);
          expect(await heard.close()).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );
});
