import { afterEach, describe, expect, it, vi } from 'vitest';
import { othersFirst } from '../../src/capture/others-first.js';

describe('letting others go first', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('goes on when nothing else waits, and then does not wait for its time', async () => {
    vi.useFakeTimers();
    const waiting: (() => void)[] = [];
    const postTask = vi.fn<(task: () => void) => void>((task) => waiting.push(task));
    vi.stubGlobal('scheduler', { postTask });
    let goesOn = false;
    const going = othersFirst().then(() => (goesOn = true));
    await vi.advanceTimersByTimeAsync(10);
    expect(goesOn).toBe(false);
    expect(postTask).toHaveBeenCalledWith(expect.any(Function), { priority: 'background' });
    waiting.forEach((task) => task());
    await going;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on after a while where others never end', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('scheduler', { postTask: () => undefined });
    const going = othersFirst();
    await vi.advanceTimersByTimeAsync(50);
    await expect(going).resolves.toBeUndefined();
  });

  it('goes on in a later turn where a browser knows no priorities', async () => {
    vi.stubGlobal('scheduler', undefined);
    const order: string[] = [];
    setTimeout(() => order.push('event'));
    await othersFirst();
    expect(order).toEqual(['event']);
  });
});
