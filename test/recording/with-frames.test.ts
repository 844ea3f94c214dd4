import { describe, expect, it } from 'vitest';
import { withFrames } from '../../src/recording/shown/storage-views.js';
import type { StorageAreaView } from '../../src/recording/shown/view.js';

const local: StorageAreaView = {
  owner: 'https://a.test',
  area: 'localStorage',
  items: [{ id: 'k', key: 'k', preview: 'v', length: 1, credentialIds: [] }],
  dropped: 0,
};
const outline = (areas: StorageAreaView[]) =>
  areas.map(({ area, owner, items }) => `${area} ${owner} ${items.length}`);

describe('withFrames', () => {
  it('lists every origin of the tab once, with what it has', () => {
    const urls = ['https://a.test/x', 'https://a.test/y', 'http://b.test:8080/', 'about:blank'];
    expect(outline(withFrames([local], { urls, caches: new Map(), databases: [] }))).toEqual([
      'localStorage https://a.test 1',
      'cookies a.test 0',
      'sessionStorage https://a.test 0',
      'cookies b.test 0',
      'localStorage http://b.test:8080 0',
      'sessionStorage http://b.test:8080 0',
    ]);
  });

  it('names caches, and none where there are none', () => {
    const caches = new Map([
      ['https://a.test', ['assets-v1']],
      ['https://b.test', []],
    ]);
    const [, cache, ...more] = withFrames([local], { urls: [], caches, databases: [] });
    expect(cache).toMatchObject({ area: 'caches', items: [{ key: 'assets-v1' }] });
    expect(more).toEqual([]);
  });

  it('lists databases in which nothing is yet, and those that were read once', () => {
    const read = { ...local, area: 'indexedDB' } as const;
    const beside = { urls: [], caches: new Map(), databases: ['https://a.test', 'https://b.test'] };
    expect(outline(withFrames([read], beside))).toEqual([
      'indexedDB https://a.test 1',
      'indexedDB https://b.test 0',
    ]);
  });
});
