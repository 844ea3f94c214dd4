import { afterEach, describe, expect, it, vi } from 'vitest';

describe('what is asked of a store before all else', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('is handed out once, and kept no longer', async () => {
    const area = { get: async () => ({}), set: async () => {}, remove: async () => {} };
    const storage = { session: area, local: area, managed: area };
    vi.doMock('webextension-polyfill', () => ({
      default: {
        storage,
        extension: { inIncognitoContext: false },
        tabs: { query: async () => [] },
      },
    }));
    const { askedEarly } = await import('../../../src/background/start/asked-early.js');
    const asked: unknown[] = [];
    const found: Record<string, unknown> = { a: 1, b: 2 };
    const early = askedEarly(
      {
        get: async (keys) => {
          asked.push(keys);
          return keys === 'a' ? { a: 9 } : found;
        },
      },
      ['a', 'b', 'c'],
    );
    expect(await early.get(['a', 'c'])).toEqual({ a: 1 });
    expect(found).toEqual({ b: 2 });
    expect(await early.get('a')).toEqual({ a: 9 });
    expect(await early.get('b')).toEqual({ b: 2 });
    expect(found).toEqual({});
    expect(asked).toEqual([['a', 'b', 'c'], 'a']);
  });
});
