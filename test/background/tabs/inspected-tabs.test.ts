import type { Runtime } from 'webextension-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InspectedTabs } from '../../../src/background/tabs/inspected-tabs.js';
import { MemoryStorage } from '../memory-storage.js';

function portOf(name: string) {
  let leave = () => {};
  const onDisconnect = { addListener: (listener: () => void) => (leave = listener) };
  return { port: { name, onDisconnect } as unknown as Runtime.Port, leave: () => leave() };
}

describe('tabs whose DevTools are open', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are those whose page holds a port, until the last one is gone', () => {
    const changed = vi.fn<() => void>();
    const tabs = new InspectedTabs(new MemoryStorage(), changed);
    const [first, second] = [portOf('inspector:7'), portOf('inspector:7')];
    expect(tabs.connect(first.port)).toBe(true);
    tabs.connect(second.port);
    first.leave();
    expect(tabs.has(7)).toBe(true);
    second.leave();
    expect(tabs.has(7)).toBe(false);
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it.each(['viewer:7', 'inspector:x', 'inspector:', 'inspector:7.5'])('are none by %s', (name) => {
    const tabs = new InspectedTabs(new MemoryStorage(), () => {});
    expect(tabs.connect(portOf(name).port)).toBe(false);
  });

  it('are believed by the next worker, until they had time to say it again', async () => {
    const storage = new MemoryStorage();
    const before = new InspectedTabs(storage, () => {});
    before.connect(portOf('inspector:7').port);
    before.connect(portOf('inspector:8').port);
    const changed = vi.fn<() => void>();
    const after = new InspectedTabs(storage, changed);
    await after.load();
    expect([after.has(7), after.has(8), after.has(9)]).toEqual([true, true, false]);
    after.connect(portOf('inspector:8').port);
    vi.advanceTimersByTime(10_000);
    expect([after.has(7), after.has(8)]).toEqual([false, true]);
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
