import { describe, expect, it } from 'vitest';
import type { StorageAreaView } from '../../../src/messaging/views.js';
import { ownFirst, pageOf } from '../../../src/ui/lists/own-areas.js';

const area = (owner: string, kind: StorageAreaView['area'] = 'cookies'): StorageAreaView => ({
  owner,
  area: kind,
  items: [],
  dropped: 0,
});

describe('the areas of a page', () => {
  it('begin with its own host and origin, then the domains above', () => {
    const areas = [
      area('tracker.test'),
      area('shop.test'),
      area('https://frame.test', 'localStorage'),
      area('https://www.shop.test:8443', 'localStorage'),
      area('www.shop.test'),
      area('notshop.test'),
    ];
    const owners = ownFirst(areas, 'https://www.shop.test:8443/account').map(({ owner }) => owner);
    expect(owners).toEqual([
      'https://www.shop.test:8443',
      'www.shop.test',
      'shop.test',
      'tracker.test',
      'https://frame.test',
      'notshop.test',
    ]);
  });

  it('stay as they are where the page has no address', () => {
    const areas = [area('b.test'), area('a.test')];
    expect(ownFirst(areas, '')).toEqual(areas);
  });

  it('are those of the site that was put in front of it, with its hosts', () => {
    const tab = { site: 'https://shop.test', url: 'https://www.shop.test/account' };
    expect(pageOf(undefined, tab)).toBe(tab.url);
    expect(pageOf(tab.site, tab)).toBe(tab.url);
    const page = pageOf('https://metrics.test', tab);
    const areas = ['www.shop.test', 'a.metrics.test', 'metrics.test', 'notmetrics.test'];
    const owners = ownFirst(
      areas.map((owner) => area(owner)),
      page,
    ).map(({ owner }) => owner);
    expect(owners).toEqual(['metrics.test', 'a.metrics.test', 'www.shop.test', 'notmetrics.test']);
  });
});
