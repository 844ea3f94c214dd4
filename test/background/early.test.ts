import { describe, expect, it } from 'vitest';
import { Early } from '../../src/background/early.js';

describe('what was observed early', () => {
  it('is taken in the order of its time, what comes later at once', () => {
    const early = new Early();
    const seen: string[] = [];
    for (const [at, name] of [
      [2, 'answer'],
      [1, 'request'],
      [2, 'next'],
    ] as const)
      early.when(at, () => seen.push(name));
    expect(seen).toEqual([]);
    early.begin();
    early.when(0, () => seen.push('late'));
    expect(seen).toEqual(['request', 'answer', 'next', 'late']);
  });

  it('waits for a tab that is not known, and is gone with it', () => {
    const early = new Early();
    const seen: number[] = [];
    for (const tab of [1, 1, 2]) early.hold(tab, () => seen.push(tab));
    early.closed(2);
    early.opened(2);
    early.opened(1);
    early.opened(1);
    expect(seen).toEqual([1, 1]);
  });

  it('fills no memory', () => {
    const early = new Early();
    let seen = 0;
    for (let n = 0; n < 1_000; n++) early.hold(7, () => seen++);
    early.opened(7);
    expect(seen).toBe(200);
    for (let tab = 0; tab < 100; tab++) early.hold(tab, () => seen++);
    for (let tab = 0; tab < 100; tab++) early.opened(tab);
    expect(seen).toBe(220);
  });
});
