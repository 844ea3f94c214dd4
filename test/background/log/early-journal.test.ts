import { describe, expect, it, vi } from 'vitest';
import { EarlyJournal, type Observed } from '../../../src/background/log/early-journal.js';
import { MemoryStorage } from '../memory-storage.js';

const shown = (at: number): Observed => ({ what: 'shown', at, tabId: 1, url: '' });
const written = () => new Promise((resolve) => setTimeout(resolve, 50));
const leftIn = async (storage: MemoryStorage) => {
  const journal = new EarlyJournal(storage);
  await journal.load();
  return journal.take().map(({ at }) => at);
};

describe('the journal of a worker that starts', () => {
  // The places in storage are drawn by lot.
  it.each([
    ['in places of their own', [0.1, 0.9]],
    ['in the same place', [0.5, 0.5]],
  ])('leaves once what it and one before it noted, %s', async (_, lots) => {
    const storage = new MemoryStorage();
    const lot = vi.spyOn(Math, 'random');
    for (const [at, drawn] of lots.entries()) {
      lot.mockReturnValueOnce(drawn);
      const journal = new EarlyJournal(storage);
      await journal.load();
      journal.note(shown(at));
      await written();
    }
    lot.mockRestore();
    expect((await leftIn(storage)).toSorted()).toEqual([0, 1]);
  });

  it('is empty when all was judged, and notes nothing any more', async () => {
    const storage = new MemoryStorage();
    const journal = new EarlyJournal(storage);
    journal.note(shown(1));
    await written();
    expect(storage.items.size).toBe(1);
    journal.take();
    journal.note(shown(2));
    await journal.clear();
    await written();
    expect(storage.items.size).toBe(0);
  });

  it('takes no more room than it may, and none where there is none', async () => {
    const storage = new MemoryStorage();
    const journal = new EarlyJournal(storage);
    for (let at = 0; at < 1_000; at++) journal.note(shown(at));
    await written();
    expect(await leftIn(storage)).toHaveLength(300);
    storage.quota = 0;
    const full = new EarlyJournal(storage);
    full.note(shown(1));
    await written();
    expect(await leftIn(storage)).toHaveLength(300);
  });
});
