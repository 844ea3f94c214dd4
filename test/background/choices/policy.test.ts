import { describe, expect, it } from 'vitest';
import { OptionChoices } from '../../../src/background/choices/option-choices.js';
import { Policy } from '../../../src/background/choices/policy.js';
import { DEFAULT_OPTIONS } from '../../../src/messaging/options.js';
import { MemoryStorage } from '../memory-storage.js';

const policyOf = async (set: Record<string, unknown>) => {
  const policy = new Policy({ get: async () => set });
  await policy.load();
  return policy;
};

describe('the policy of an organisation', () => {
  it('is empty where the browser has none, or says so by an error', async () => {
    const none = new Policy({ get: () => Promise.reject(new Error('no manifest')) });
    await none.load();
    expect([none.locked, none.unreadable, none.firstRunPage]).toEqual([[], [], true]);
    expect((await policyOf({})).locked).toEqual([]);
  });

  it('sets options, choices of how to judge, and the first page', async () => {
    const policy = await policyOf({
      capture: 'allowed',
      sites: ['shop.example'],
      proofs: false,
      thresholds: { hstsMaxAge: 60 },
      firstRunPage: false,
    });
    expect(policy.options).toEqual({ capture: 'allowed', sites: ['shop.example'], proofs: false });
    expect(policy.settings).toEqual({ thresholds: { hstsMaxAge: 60 } });
    expect(policy.firstRunPage).toBe(false);
    expect(policy.locked).toEqual(['capture', 'sites', 'proofs', 'thresholds', 'firstRunPage']);
  });

  it('leaves out one by one what cannot be read, and names it', async () => {
    const policy = await policyOf({
      capture: 'everything',
      sites: ['https://shop.example/'],
      thresholds: { nonsense: 1 },
      firstRunPage: 'no',
      theme: 'dark',
      unheardOf: 1,
    });
    expect(policy.locked).toEqual(['theme']);
    expect(policy.unreadable).toEqual(['capture', 'sites', 'thresholds', 'firstRunPage']);
  });
});

describe('options', () => {
  it('are the default until something is chosen, and come back after a restart', async () => {
    const storage = new MemoryStorage();
    const policy = await policyOf({});
    const before = new OptionChoices(storage, policy);
    await before.load();
    expect(before.now).toEqual(DEFAULT_OPTIONS);
    await before.set({ theme: 'dark' });
    await before.set({ preserveLog: false });
    const after = new OptionChoices(storage, policy);
    await after.load();
    expect(after.now).toEqual({ ...DEFAULT_OPTIONS, theme: 'dark', preserveLog: false });
  });

  it('give way to the policy, and keep what was chosen before it', async () => {
    const storage = new MemoryStorage();
    await storage.set({ options: { capture: 'inspected', theme: 'light', nonsense: 1 } });
    const options = new OptionChoices(storage, await policyOf({ capture: 'all' }));
    await options.load();
    await options.set({ capture: 'allowed', theme: 'dark' });
    expect(options.now).toEqual({ ...DEFAULT_OPTIONS, capture: 'all', theme: 'dark' });
    expect(options.chosen.locked).toEqual(['capture']);
    const later = new OptionChoices(storage, await policyOf({}));
    await later.load();
    expect(later.now.capture).toBe('inspected');
  });
});
