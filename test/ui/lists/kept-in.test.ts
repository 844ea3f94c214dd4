import { describe, expect, it } from 'vitest';
import type { Carrier } from '../../../src/engine/model.js';
import { keptIn, placeOf } from '../../../src/ui/lists/kept-in.js';

const step = (type: string, carrier: string) => ({ type, detail: { carrier } });
const seenIn = (...carriers: Carrier[]) => ({ carrier: carriers[0] ?? 'header', carriers });

describe('where a credential is kept', () => {
  it.each([
    ['a cookie that only requests showed', seenIn('cookie'), [], ['cookie']],
    [
      'a token in two storages, sent in a header',
      seenIn('localStorage', 'sessionStorage', 'header'),
      [step('stored', 'localStorage'), step('stored', 'sessionStorage')],
      ['localStorage', 'sessionStorage'],
    ],
    [
      'a token in a database',
      seenIn('indexedDB', 'body'),
      [step('stored', 'indexedDB')],
      ['indexedDB'],
    ],
    ['what was sent alone', seenIn('header', 'url'), [step('sent', 'header')], []],
    [
      'what left the storage',
      seenIn('localStorage', 'header'),
      [step('stored', 'localStorage'), step('removed', 'localStorage')],
      [],
    ],
    [
      'what is left under another key of the same storage',
      seenIn('localStorage'),
      [
        step('stored', 'localStorage'),
        step('stored', 'localStorage'),
        step('removed', 'localStorage'),
      ],
      ['localStorage'],
    ],
    [
      'what left one storage and is in another',
      seenIn('localStorage', 'sessionStorage'),
      [
        step('stored', 'localStorage'),
        step('removed', 'localStorage'),
        step('stored', 'sessionStorage'),
      ],
      ['sessionStorage'],
    ],
  ] as const)('is told of %s', (_what, credential, trail, kept) => {
    expect(keptIn(credential, trail)).toEqual(kept);
  });

  it('is told in a word, else how it travels', () => {
    const left = [step('stored', 'localStorage'), step('removed', 'localStorage')];
    expect(placeOf(seenIn('cookie', 'header'), [])).toBe('cookie');
    expect(placeOf(seenIn('localStorage', 'header'), left)).toBe('header');
    expect(placeOf(seenIn('url'), [])).toBe('url');
    // Nothing else was seen of it.
    expect(placeOf(seenIn('localStorage'), left)).toBe('localStorage');
  });
});
