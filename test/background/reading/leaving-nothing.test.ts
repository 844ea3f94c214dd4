import { describe, expect, it } from 'vitest';
import { leavingNothing } from '../../../src/background/reading/leaving-nothing.js';
import { forgetTexts, memo } from '../../../src/engine/memo.js';

describe('work for a tab', () => {
  const closed = new Set<number>();
  const leaving = leavingNothing({ isClosed: (tabId) => closed.has(tabId) });
  let asked = 0;
  const lengthOf = memo((text) => (asked++, text.length));

  /** How often a text is looked at that was looked at before, and again after, the work ended. */
  const looks = async (tabId: number, work: () => Promise<unknown>): Promise<number> => {
    forgetTexts();
    asked = 0;
    const done = leaving(tabId, work()).catch(() => undefined);
    closed.add(2);
    await done;
    lengthOf('secret');
    return asked;
  };
  const later = async (): Promise<void> => {
    await Promise.resolve();
    lengthOf('secret');
  };

  it('leaves what it found out of texts in memory while the tab is open', async () => {
    expect(await looks(1, later)).toBe(1);
  });

  it('leaves nothing of them where the tab closed meanwhile, ended well or not', async () => {
    expect(await looks(2, later)).toBe(2);
    expect(
      await looks(2, async () => {
        await later();
        throw new Error('gone');
      }),
    ).toBe(2);
  });

  it('gives what it came to', async () => {
    expect(await leaving(1, Promise.resolve(7))).toBe(7);
    await expect(leaving(2, Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});
