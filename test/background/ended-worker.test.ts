import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EarlyJournal } from '../../src/background/log/early-journal.js';
import type { OpenTabs } from '../../src/background/tabs/open-tabs.js';
import { OpenedWindows } from '../../src/background/tabs/opened-windows.js';
import { TabRecords } from '../../src/background/reading/tab-records.js';
import { Recorder } from '../../src/background/recorder.js';
import { Scope } from '../../src/background/tabs/scope.js';
import { SessionLog } from '../../src/background/log/session-log.js';
import type { SessionStorage } from '../../src/background/log/store-queue.js';
import { DEFAULT_OPTIONS } from '../../src/messaging/options.js';
import type { LogRecord } from '../../src/recording/record.js';
import { MemoryStorage } from './memory-storage.js';
import { type Step, type Life, StoreOfOne } from './store-of-one.js';

/** What happened so long before the end of a worker is kept, in milliseconds. */
const KEPT_BEFORE = 60;

const TABS = [1, 2];
const SITE = 'https://shop.test/';
const tab = fc.constantFrom(...TABS);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('hear' as const), tabId: tab }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('read' as const, 'keep' as const, 'begin again' as const),
      tabId: tab,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      for: fc.constantFrom(1, 9, 30, 80),
    }),
  },
);

const life: fc.Arbitrary<Life> = fc.record({
  changes: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constant(Infinity)),
  latency: fc.integer({ min: 0, max: 20 }),
  steps: fc.array(step, { maxLength: 40 }),
});

function started(session: SessionStorage) {
  const log = new SessionLog(session);
  const records = new TabRecords(log, { now: Date.now() });
  const journal = new EarlyJournal(session);
  const open = { isClosed: () => false, isOpen: () => true, url: () => SITE };
  const scope = new Scope({
    options: () => DEFAULT_OPTIONS,
    isPaused: () => false,
    isInspected: () => false,
    url: () => SITE,
    openerOf: () => undefined,
  });
  const recorder = new Recorder({
    log,
    open: open as unknown as OpenTabs,
    scope,
    opened: new OpenedWindows(new MemoryStorage()),
    journal,
    changed: () => {},
    keepsLog: () => true,
  });
  const ready = Promise.all([log.load(), journal.load()]).then(() => recorder.begin());
  return { log, records, recorder, ready };
}

interface Heard {
  id: string;
  tabId: number;
  at: number;
  /** The worker ended too soon after it, or its tab was begun anew. */
  mayBeGone: boolean;
}

const hear = (tabId: number): Step => ({ does: 'hear', tabId });
const again = (tabId: number): Step => ({ does: 'begin again', tabId });
const wait = (ms: number): Step => ({ does: 'wait', for: ms });

/** A worker that ends before it has removed what a tab that began anew had left. */
const LEFT_TWICE: Life[] = [
  { changes: 1, latency: 0, steps: [hear(1), wait(1)] },
  { changes: Infinity, latency: 13, steps: [hear(2), wait(30), again(1), again(2), wait(30)] },
  { changes: Infinity, latency: 4, steps: [hear(2), wait(9)] },
  { changes: Infinity, latency: 0, steps: [] },
];

/** What was heard, and what must have been kept of it. */
class Truth {
  readonly heard: Heard[] = [];
  readonly begunAgain = new Set<number>();

  hear(tabId: number): LogRecord {
    const at = Date.now();
    const id = `${this.heard.length}`;
    this.heard.push({ id, tabId, at, mayBeGone: false });
    const url = `${SITE}${id}`;
    const headers = [{ name: 'cookie', value: `sid=${'x'.repeat(200)}${id}` }];
    return { kind: 'sent', id, at, url, method: 'GET', type: 'fetch', frameId: 0, headers };
  }

  /** What was heard of a tab need not be there any more. */
  forget(tabId: number): void {
    this.begunAgain.add(tabId);
    for (const one of this.heard) if (one.tabId === tabId) one.mayBeGone = true;
  }

  /** The worker ended then: what it heard shortly before may be gone with it. */
  ended(then: number): void {
    for (const one of this.heard) if (one.at > then - KEPT_BEFORE) one.mayBeGone = true;
  }
}

async function live(storage: MemoryStorage, truth: Truth, one: Life): Promise<void> {
  const store = new StoreOfOne(storage, one);
  const { log, records, recorder, ready } = started(store);
  for (const told of one.steps) {
    if (store.isOver) break;
    if (told.does === 'hear') recorder.observe(told.tabId, truth.hear(told.tabId));
    else if (told.does === 'wait') await vi.advanceTimersByTimeAsync(told.for);
    else if (told.does === 'begin again') {
      void ready.then(() => {
        log.startAgain(told.tabId, { kind: 'begun', at: Date.now() });
        truth.forget(told.tabId);
      });
    } else {
      const { does, tabId } = told;
      void ready
        .then(() => records.readAll(tabId))
        .then(() => does === 'keep' && records.keepNow(tabId));
    }
  }
  truth.ended(store.end());
  vi.clearAllTimers();
}

/** What the last worker, which is not ended, reads, and what it told of each tab before. */
async function readAtLast(storage: MemoryStorage) {
  const { log, records, ready } = started(storage);
  const names: string[] = [];
  const told = new Map<number, number>();
  const all = ready.then(async () => {
    for (const tabId of TABS) {
      told.set(tabId, log.told(tabId).requests);
      await records.readAll(tabId);
      for (const id of records.of(tabId).read().exchanges.ids()) names.push(`${tabId} ${id}`);
    }
  });
  await vi.advanceTimersByTimeAsync(10_000);
  await all;
  for (const tabId of TABS) await log.remove(tabId);
  return { names, told };
}

describe('workers that end at any moment', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_700_000_000_000 }));
  afterEach(() => vi.useRealTimers());

  it('keep what they heard in time, nothing twice, and leave nothing of a tab that closes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 5 }), async (lives) => {
        const storage = new MemoryStorage();
        const truth = new Truth();
        for (const one of lives) await live(storage, truth, one);
        const { names, told } = await readAtLast(storage);
        // A second row of one request has the next number behind its id.
        expect(names.filter((name) => !name.endsWith('.0'))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
        // Of what a worker hears while it begins a tab anew, it is for the reader to say how much
        // stays.
        const sure = TABS.filter((tabId) => !truth.begunAgain.has(tabId));
        const of = (tabId: number) => names.filter((name) => name.startsWith(`${tabId} `)).length;
        expect(sure.map((tabId) => told.get(tabId))).toEqual(sure.map(of));
        const due = truth.heard.filter(({ mayBeGone }) => !mayBeGone);
        for (const { id, tabId } of due) expect(names).toContain(`${tabId} ${id}.0`);
        expect([...storage.items.keys()].filter((key) => /\d/.test(key))).toEqual([]);
      }),
      { numRuns: 300, examples: [[LEFT_TWICE]] },
    );
  });
});
