import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/engine/settings.js';
import { Losses } from '../../../src/engine/losses.js';
import type { StorageRecord } from '../../../src/recording/record.js';
import { itemId, StorageAreas } from '../../../src/recording/shown/storage-areas.js';

const told = (more: Partial<StorageRecord> = {}): StorageRecord => ({
  kind: 'storage-observed',
  at: 1,
  origin: 'https://a.test',
  area: 'localStorage',
  whole: true,
  set: [],
  removed: [],
  dropped: 0,
  ...more,
});
const item = (key: string, value = 'v') => ({ key, value, length: value.length });

describe('the storage areas of a tab', () => {
  it('follow what is told of them', () => {
    const areas = new StorageAreas();
    areas.add(told({ set: [item('a'), item('b')], dropped: 4 }));
    areas.add(told({ whole: false, set: [item('b', 'w'), item('c')], removed: ['a'] }));
    expect(areas.all()).toMatchObject([{ items: [item('b', 'w'), item('c')], dropped: 4 }]);
    expect(areas.item('https://a.test', 'localStorage', itemId('b'))?.value).toBe('w');
    areas.add(told({ set: [item('z')] }));
    expect(areas.all()).toMatchObject([{ items: [item('z')], dropped: 0 }]);
  });

  it('are no news where they are as they were, and are where they have nothing', () => {
    const areas = new StorageAreas();
    expect(areas.add(told())).toHaveLength(1);
    expect(areas.add(told({ at: 2 }))).toEqual([]);
    expect(areas.add(told({ set: [item('a')] }))).toMatchObject([{ items: [item('a')] }]);
    expect(areas.add(told({ at: 4, set: [item('a')] }))).toEqual([]);
    expect(areas.add(told({ at: 5, set: [item('a', 'w')] }))).toHaveLength(1);
    expect(areas.add(told({ at: 6 }))).toMatchObject([{ items: [] }]);
  });

  it('are bounded in number and in size, the oldest go, and are counted', () => {
    const losses = new Losses();
    const areas = new StorageAreas([], losses);
    // Each is small enough by itself.
    const set = Array.from({ length: 20 }, (_, at) => item(`k${at}`, 'lorem ipsum '.repeat(1_000)));
    for (let at = 0; at < 10; at++) areas.add(told({ origin: `https://s${at}.test`, set }));
    const kept = areas.all().map(({ origin }) => origin);
    expect(kept.at(-1)).toBe('https://s9.test');
    expect(kept.length).toBe(Math.floor(LIMITS.areasKept / 240_070));
    expect(losses.save()).toEqual([{ what: 'areas', limit: LIMITS.areas, lost: 10 - kept.length }]);
    const again = new StorageAreas(areas.all());
    expect(again.all()).toEqual(areas.all());
  });
});
