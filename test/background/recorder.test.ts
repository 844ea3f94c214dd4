import { describe, expect, it } from 'vitest';
import type { OpenTabs } from '../../src/background/open-tabs.js';
import type { OpenedWindows } from '../../src/background/opened-windows.js';
import type { PausedTabs } from '../../src/background/paused-tabs.js';
import { Recorder } from '../../src/background/recorder.js';
import type { TabRecords } from '../../src/background/tab-records.js';
import type { LogRecord } from '../../src/recording/record.js';

/** One with a single tab, which is open and perhaps paused. */
function recorderOf({ paused }: { paused: boolean }) {
  const kept: string[] = [];
  const recorder = new Recorder(
    { add: (_tab: number, { kind }: LogRecord) => kept.push(kind) } as unknown as TabRecords,
    { isClosed: () => false, isOpen: () => true } as unknown as OpenTabs,
    { has: () => paused } as unknown as PausedTabs,
    { openerOf: () => undefined } as unknown as OpenedWindows,
    () => {},
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
