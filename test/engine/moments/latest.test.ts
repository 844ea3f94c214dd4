import { describe, expect, it } from 'vitest';
import { addLatest, setLatest, withLatest } from '../../../src/engine/moments/latest.js';

describe('the latest of many', () => {
  it('are the end of a list, each once', () => {
    expect(withLatest(['a', 'b', 'c'], 'd', 3)).toEqual(['b', 'c', 'd']);
    expect(withLatest(['a', 'b', 'c'], 'a', 3)).toEqual(['b', 'c', 'a']);
    expect(withLatest([], 'a', 3)).toEqual(['a']);
  });

  it('take the place of what is the same to who asks', () => {
    const list: { at: number; place: string }[] = [
      { at: 1, place: 'a' },
      { at: 2, place: 'b' },
    ];
    const isSame = ({ place }: { place: string }) => place === 'a';
    expect(withLatest(list, { at: 3, place: 'a' }, 3, isSame)).toEqual([
      { at: 2, place: 'b' },
      { at: 3, place: 'a' },
    ]);
  });

  it('are the end of a map', () => {
    const map = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    setLatest(map, 'a', 3, 2);
    expect([...map]).toEqual([
      ['b', 2],
      ['a', 3],
    ]);
    setLatest(map, 'c', 4, 2);
    expect([...map.keys()]).toEqual(['a', 'c']);
  });

  it('are the end of a set, which says what goes', () => {
    const set = new Set(['a', 'b']);
    expect(addLatest(set, 'a', 2)).toBeUndefined();
    expect(addLatest(set, 'c', 2)).toBe('b');
    expect([...set]).toEqual(['a', 'c']);
  });
});
