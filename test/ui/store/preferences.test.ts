import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { kept } from '../../../src/ui/store/preferences.js';

const isNumber = (value: unknown) => typeof value === 'number';

describe('a preference', () => {
  const stored = new Map<string, string>();
  beforeEach(() => {
    stored.clear();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => stored.set(key, value),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('is there again in the next view', () => {
    const share = kept('share', 42, isNumber);
    expect(share.value).toBe(42);
    expect(stored.size).toBe(0);
    share.value = 60;
    expect(kept('share', 42, isNumber).value).toBe(60);
    expect(kept('other', 1, isNumber).value).toBe(1);
  });

  it.each([['"wide"'], ['{'], ['null'], ['[1]']])('is the initial one where %s is kept', (text) => {
    stored.set('credtrail.share', text);
    expect(kept('share', 42, isNumber).value).toBe(42);
  });

  it('lasts as long as its view where nothing may be stored', () => {
    vi.stubGlobal('localStorage', undefined);
    const share = kept('share', 42, isNumber);
    share.value = 60;
    expect(share.value).toBe(60);
  });
});
