import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Changes, type Failure } from '../../../src/background/reading/changes.js';

describe('Changes', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const undo = vi.fn<() => Promise<Failure>>(async () => null);
  afterEach(() => undo.mockClear());

  it('undo once, and only for the tab where it was made', async () => {
    const changes = new Changes();
    const kept = changes.keep(1, { undo });
    expect(kept).toEqual({ change: 1 });
    expect(await changes.undo(2, 1)).toEqual({ failed: 'late' });
    expect(await changes.undo(1, 1)).toEqual({ change: 1 });
    expect(await changes.undo(1, 1)).toEqual({ failed: 'late' });
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('forget what was there before after half a minute', async () => {
    const changes = new Changes();
    changes.keep(1, { undo });
    vi.advanceTimersByTime(30_000);
    expect(await changes.undo(1, 1)).toEqual({ failed: 'late' });
    expect(undo).not.toHaveBeenCalled();
  });

  it('tell why something was not done, or not undone', async () => {
    const changes = new Changes();
    expect(changes.keep(1, { failed: 'full' })).toEqual({ failed: 'full' });
    changes.keep(1, { undo: async () => ({ failed: 'gone' }) });
    expect(await changes.undo(1, 1)).toEqual({ failed: 'gone' });
  });
});
