import { describe, expect, it, vi } from 'vitest';
import type { Observed } from '../../../src/background/log/early-journal.js';
import { Early } from '../../../src/background/tabs/early.js';

const shown = (at: number, tabId: number): Observed => ({ what: 'shown', at, tabId, url: '' });
const earlyOf = () => new Early(() => {}, { note: () => {}, take: () => [] });

describe('what was observed early', () => {
  it('is judged in the order of its time, after what an earlier worker left; what comes later at once', () => {
    const seen: string[] = [];
    const noted: Observed[] = [];
    const early = new Early(({ at, tabId }) => void seen.push(`${at} in ${tabId}`), {
      note: (one) => void noted.push(one),
      take: () => [shown(2, 9), shown(1, 9)],
    });
    for (const [at, tabId] of [
      [5, 1],
      [4, 1],
      [5, 2],
    ] as const)
      early.take(shown(at, tabId));
    expect(seen).toEqual([]);
    expect(noted).toHaveLength(3);
    early.begin();
    early.take(shown(0, 3));
    expect(seen).toEqual(['1 in 9', '2 in 9', '4 in 1', '5 in 1', '5 in 2', '0 in 3']);
    expect(noted).toHaveLength(3);
  });

  it('waits for a tab that is not known no longer than one takes to open', () => {
    vi.useFakeTimers();
    const early = earlyOf();
    const seen: number[] = [];
    for (const tab of [1, 1, 2]) early.hold(tab, () => seen.push(tab));
    early.opened(2);
    vi.advanceTimersByTime(4_000);
    early.hold(2, () => seen.push(22));
    vi.advanceTimersByTime(2_000);
    early.opened(1);
    early.opened(2);
    expect(seen).toEqual([2, 22]);
    vi.useRealTimers();
  });

  it('waits for a tab that is not known, and is gone with it', () => {
    const early = earlyOf();
    const seen: number[] = [];
    for (const tab of [1, 1, 2]) early.hold(tab, () => seen.push(tab));
    early.closed(2);
    early.opened(2);
    early.opened(1);
    early.opened(1);
    expect(seen).toEqual([1, 1]);
  });

  it('fills no memory', () => {
    const early = earlyOf();
    let seen = 0;
    for (let n = 0; n < 1_000; n++) early.hold(7, () => seen++);
    early.opened(7);
    expect(seen).toBe(200);
    for (let tab = 0; tab < 100; tab++) early.hold(tab, () => seen++);
    for (let tab = 0; tab < 100; tab++) early.opened(tab);
    expect(seen).toBe(220);
  });
});
