import { describe, expect, it } from 'vitest';
import { EarlyJournal } from '../../src/background/log/early-journal.js';
import type { OpenTabs } from '../../src/background/tabs/open-tabs.js';
import { OpenedWindows } from '../../src/background/tabs/opened-windows.js';
import { Recorder } from '../../src/background/recorder.js';
import { Scope } from '../../src/background/tabs/scope.js';
import { TabRecords } from '../../src/background/reading/tab-records.js';
import { SessionLog } from '../../src/background/log/session-log.js';
import { DEFAULT_OPTIONS, type Options } from '../../src/messaging/options.js';
import type { LogRecord } from '../../src/recording/record.js';
import { MemoryStorage } from './memory-storage.js';

const STARTED = 1_700_000_000_000;
const SHOP = 'https://shop.test/';

async function recorderWith(options: Partial<Options>, closed = false) {
  const now = { ...DEFAULT_OPTIONS, ...options };
  const log = new SessionLog(new MemoryStorage());
  await log.load();
  const records = new TabRecords(log, { now: STARTED });
  const tabs = { isClosed: () => closed, isOpen: () => !closed, url: () => SHOP };
  const scope = new Scope({
    options: () => now,
    isPaused: () => false,
    isInspected: () => false,
    url: () => SHOP,
    openerOf: () => undefined,
  });
  const recorder = new Recorder({
    log,
    open: tabs as unknown as OpenTabs,
    scope,
    opened: new OpenedWindows(new MemoryStorage()),
    journal: new EarlyJournal(new MemoryStorage()),
    changed: () => {},
    keepsLog: () => now.preserveLog,
  });
  recorder.begin();
  const state = () => {
    const { exchanges, loaded, url } = records.of(1).read();
    const urls = exchanges.ids().map((id) => exchanges.get(id)?.url);
    return { urls, loaded, url, known: records.has(1) };
  };
  return { recorder, state };
}

function request(id: string, url: string, type: 'document' | 'fetch'): LogRecord[] {
  const subject = { id, at: STARTED + Number(id), url, method: 'GET', type, frameId: 0 };
  return [
    { kind: 'sent', ...subject, headers: [] },
    { kind: 'answered', ...subject, status: 200, headers: [] },
  ];
}

const visit = (recorder: Recorder, n: number, url: string) => {
  for (const record of request(`${n}`, url, 'document')) recorder.observe(1, record);
  recorder.shown(1, url);
  for (const record of request(`${n + 1}`, `${url}api`, 'fetch')) recorder.observe(1, record);
};

describe('a page that a tab shows', () => {
  it('goes on with the log, or begins it anew with its own request', async () => {
    const kept = await recorderWith({});
    const anew = await recorderWith({ preserveLog: false });
    for (const { recorder } of [kept, anew]) {
      visit(recorder, 1, SHOP);
      visit(recorder, 3, `${SHOP}next/`);
    }
    expect(kept.state().urls).toHaveLength(4);
    expect(anew.state()).toEqual({
      urls: [`${SHOP}next/`, `${SHOP}next/api`],
      loaded: true,
      url: `${SHOP}next/`,
      known: true,
    });
  });

  it('is nothing that was loaded while it was recorded, where it is not', async () => {
    const { recorder, state } = await recorderWith({ capture: 'allowed', sites: ['shop.test'] });
    visit(recorder, 1, SHOP);
    expect(state().loaded).toBe(true);
    recorder.shown(1, 'https://else.test/');
    expect(state().loaded).toBe(false);
    expect(state().urls).toHaveLength(2);
  });

  it.each([{ capture: 'inspected' }, { capture: 'inspected', preserveLog: false }] as const)(
    'makes no record of its own with %j',
    async (options) => {
      const { recorder, state } = await recorderWith(options);
      visit(recorder, 1, SHOP);
      expect(state().known).toBe(false);
    },
  );

  it('is none where the tab has closed', async () => {
    const { recorder, state } = await recorderWith({}, true);
    recorder.shown(1, SHOP);
    expect(state().known).toBe(false);
  });
});

/** One with a single tab, which is open and perhaps paused. */
function recorderOf({ paused = false, isOpen = () => true, journal = noJournal() }) {
  const kept: string[] = [];
  const add = (_tab: number, { kind }: LogRecord) => kept.push(kind);
  const recorder = new Recorder({
    log: { add, flush: async () => {} } as unknown as SessionLog,
    open: { isClosed: () => false, isOpen } as unknown as OpenTabs,
    scope: { takes: () => !paused } as unknown as Scope,
    opened: { openerOf: () => undefined } as unknown as OpenedWindows,
    journal,
    changed: () => {},
    keepsLog: () => true,
  });
  return { recorder, kept };
}

const noJournal = () => new EarlyJournal(new MemoryStorage());

const RECORDS: LogRecord[] = [
  { kind: 'navigated', at: 1, url: 'https://shop.test/' },
  { kind: 'marked', at: 2, name: 'before' },
  { kind: 'mark-noted', at: 3, id: 1, name: 'start' },
];

describe('what a tab’s record takes', () => {
  it.each([
    [false, ['navigated', 'marked', 'mark-noted']],
    [true, ['marked', 'mark-noted']],
  ])('while it is paused (%s)', (paused, expected) => {
    const { recorder, kept } = recorderOf({ paused });
    recorder.begin();
    for (const record of RECORDS) recorder.observe(1, record);
    expect(kept).toEqual(expected);
  });
});

it('records of a tab that is not known nothing before the browser tells of it', () => {
  let isKnown = false;
  const { recorder, kept } = recorderOf({ isOpen: () => isKnown });
  recorder.begin();
  recorder.observe(1, RECORDS[0]!);
  expect(kept).toEqual([]);
  isKnown = true;
  recorder.opened(1);
  expect(kept).toEqual(['navigated']);
});

it('records what a worker that ended before it knew its tabs left, before what it observes itself', async () => {
  const storage = new MemoryStorage();
  for (const record of RECORDS.slice(0, 2)) {
    const journal = new EarlyJournal(storage);
    recorderOf({ journal }).recorder.observe(1, record);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const journal = new EarlyJournal(storage);
  const { recorder, kept } = recorderOf({ journal });
  recorder.observe(1, RECORDS[2]!);
  await journal.load();
  recorder.begin();
  expect(kept.at(-1)).toBe('mark-noted');
  expect(kept).toContain('marked');
  await journal.clear();
  expect(storage.items.size).toBe(0);
});
