import { describe, expect, it } from 'vitest';
import { Choices } from '../../../src/background/choices/choices.js';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/engine/judging.js';
import { MemoryStorage } from '../memory-storage.js';

const settings = {
  ...DEFAULT_SETTINGS,
  suppressions: [{ ruleId: 'r', site: 'https://shop.example', reason: 'known' }],
};

describe('what the user chose', () => {
  it('is the default until something is chosen, and comes back after a restart', async () => {
    const storage = new MemoryStorage();
    const before = new Choices(storage);
    await before.load();
    expect(before.now).toEqual(DEFAULT_SETTINGS);
    await before.set(settings);
    const after = new Choices(storage);
    await after.load();
    expect(after.now).toEqual(settings);
  });

  it('gives way to what an organisation set, and comes back where it is not set any more', async () => {
    const storage = new MemoryStorage();
    const set = { thresholds: { hstsMaxAge: 60 } };
    const policy: { settings: Partial<Settings> } = { settings: set };
    const choices = new Choices(storage, policy);
    await choices.load();
    const { revision } = choices;
    await choices.set({ ...settings, thresholds: { hstsMaxAge: 1 } });
    expect(choices.now).toEqual({ ...settings, ...set });
    expect(choices.revision).toBeGreaterThan(revision);
    policy.settings = {};
    choices.follow();
    expect(choices.now).toEqual(settings);
  });

  it.each([null, 7, {}, { ...settings, thresholds: { unheardOf: 1 } }])(
    'is the default where the disk holds %j',
    async (stored) => {
      const storage = new MemoryStorage();
      await storage.set({ settings: stored });
      const choices = new Choices(storage);
      await choices.load();
      expect(choices.now).toEqual(DEFAULT_SETTINGS);
    },
  );
});
