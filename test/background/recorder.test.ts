import { describe, expect, it } from 'vitest';
import type { OpenTabs } from '../../src/background/open-tabs.js';
import { OpenedWindows } from '../../src/background/opened-windows.js';
import { Recorder } from '../../src/background/recorder.js';
import { Scope } from '../../src/background/scope.js';
import { TabRecords } from '../../src/background/reading/tab-records.js';
import { SessionLog } from '../../src/background/session-log.js';
import { DEFAULT_OPTIONS, type Options } from '../../src/messaging/options.js';
import type { LogRecord } from '../../src/recording/record.js';
import { MemoryStorage } from './memory-storage.js';

const STARTED = 1_700_000_000_000;
const SHOP = 'https://shop.test/';

async function recorderWith(options: Partial<Options>, closed = false) {
  const now = { ...DEFAULT_OPTIONS, ...options };
  const log = new SessionLog(new MemoryStorage());
  await log.load();
  const records = new TabRecords(log, STARTED);
  const tabs = { isClosed: () => closed, isOpen: () => !closed, url: () => SHOP };
  const scope = new Scope({
    options: () => now,
    isPaused: () => false,
    isInspected: () => false,
    url: () => SHOP,
    openerOf: () => undefined,
  });
  const recorder = new Recorder(
    log,
    tabs as unknown as OpenTabs,
    scope,
    new OpenedWindows(new MemoryStorage()),
    () => {},
    () => now.preserveLog,
  );
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
function recorderOf({ paused }: { paused: boolean }) {
  const kept: string[] = [];
  const recorder = new Recorder(
    { add: (_tab: number, { kind }: LogRecord) => kept.push(kind) } as unknown as SessionLog,
    { isClosed: () => false, isOpen: () => true } as unknown as OpenTabs,
    { takes: () => !paused } as unknown as Scope,
    { openerOf: () => undefined } as unknown as OpenedWindows,
    () => {},
    () => true,
  );
  recorder.begin();
  return { recorder, kept };
}

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
    for (const record of RECORDS) recorder.observe(1, record);
    expect(kept).toEqual(expected);
  });
});

it('records of a tab that is not known nothing before the browser tells of it', () => {
  let isKnown = false;
  const kept: string[] = [];
  const recorder = new Recorder(
    { add: (_tab: number, { kind }: LogRecord) => kept.push(kind) } as unknown as SessionLog,
    { isClosed: () => false, isOpen: () => isKnown } as unknown as OpenTabs,
    { takes: () => true } as unknown as Scope,
    { openerOf: () => undefined } as unknown as OpenedWindows,
    () => {},
  );
  recorder.begin();
  recorder.observe(1, RECORDS[0]!);
  expect(kept).toEqual([]);
  isKnown = true;
  recorder.opened(1);
  expect(kept).toEqual(['navigated']);
});
